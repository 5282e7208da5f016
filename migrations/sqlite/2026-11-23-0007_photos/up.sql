-- The original is private, sealed and never changes; what may be shown is a rendition of it.
CREATE TABLE photos (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  object_id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  kind TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  stage TEXT NOT NULL,
  session_number INTEGER,
  angle TEXT NOT NULL,
  taken_on DATE,
  alt TEXT NOT NULL,
  sensitive BOOLEAN NOT NULL,
  bare_level INTEGER NOT NULL,
  edits TEXT NOT NULL,
  edits_sha256 TEXT NOT NULL,
  thumbhash TEXT,
  state TEXT NOT NULL,
  refusal TEXT,
  revision INTEGER NOT NULL,
  uploaded_at TIMESTAMP NOT NULL,
  uploaded_by TEXT NOT NULL REFERENCES users (id),
  removed_at TIMESTAMP,
  removed_by TEXT
);
CREATE UNIQUE INDEX photos_once ON photos (case_id, sha256) WHERE removed_at IS NULL;
CREATE INDEX photos_sha256 ON photos (sha256);
-- Objects that were begun: a row is made before an object is written and goes in the transaction that makes use of the
-- object, so that what a crash left behind is found without listing the store.
CREATE TABLE begun_objects (
  object_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  begun_at TIMESTAMP NOT NULL,
  swept_at TIMESTAMP
);
CREATE TABLE renditions (
  id TEXT PRIMARY KEY,
  photo_id TEXT NOT NULL REFERENCES photos (id),
  edits_sha256 TEXT NOT NULL,
  level INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  format TEXT NOT NULL,
  object_id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  clean BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL,
  UNIQUE (photo_id, edits_sha256, level, width, format)
);
-- A before and an after of one angle.
CREATE TABLE pairs (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  before_id TEXT NOT NULL REFERENCES photos (id),
  after_id TEXT NOT NULL REFERENCES photos (id),
  position INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL,
  UNIQUE (before_id, after_id)
);
CREATE INDEX pairs_case ON pairs (case_id);
