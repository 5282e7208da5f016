-- The private record. `epoch` grows with every withdrawal and is the row a consent-relevant transaction locks first.
CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  birth_date DATE,
  adult_attested_at TIMESTAMP,
  adult_attested_by TEXT REFERENCES users (id),
  epoch BIGINT NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id),
  erased_at TIMESTAMP
);
CREATE INDEX clients_name ON clients (name_folded);
