CREATE TABLE clinic (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  about TEXT NOT NULL,
  revision INTEGER NOT NULL,
  updated_at TIMESTAMP NOT NULL
);
CREATE TABLE locations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  town TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  archived_at TIMESTAMP
);
CREATE TABLE practitioners (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  registration TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  archived_at TIMESTAMP
);
CREATE TABLE treatments (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL,
  typical_result TEXT NOT NULL,
  aftercare TEXT NOT NULL,
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  archived_at TIMESTAMP
);
-- A double click makes one.
CREATE UNIQUE INDEX locations_once ON locations (name, town) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX practitioners_once ON practitioners (name, title) WHERE archived_at IS NULL;
