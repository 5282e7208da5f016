-- Who signs for a client who can't: by what document, and who of the clinic saw that. One at a time; those before stay as they were.
CREATE TABLE representatives (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT,
  document TEXT NOT NULL,
  until DATE,
  seen_at TIMESTAMP NOT NULL,
  seen_by TEXT NOT NULL REFERENCES users (id),
  ended_at TIMESTAMP,
  ended_by TEXT REFERENCES users (id)
);
CREATE UNIQUE INDEX representatives_one ON representatives (client_id) WHERE ended_at IS NULL;
-- The representative who signed; none where the client signed.
ALTER TABLE consents ADD COLUMN representative_id TEXT;
