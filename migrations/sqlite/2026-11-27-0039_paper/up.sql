-- A sheet of paper for one consent: printed with what it shows, signed by hand, scanned, transcribed by one person and
-- verified by another. Printing it anew replaces it.
CREATE TABLE consent_papers (
  consent_id TEXT PRIMARY KEY REFERENCES consents (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  code TEXT NOT NULL,
  shown_sha256 TEXT NOT NULL,
  until TIMESTAMP NOT NULL,
  printed_at TIMESTAMP NOT NULL,
  printed_by TEXT NOT NULL REFERENCES users (id),
  transcript TEXT,
  transcribed_at TIMESTAMP,
  transcribed_by TEXT REFERENCES users (id),
  returned_why TEXT,
  verified_at TIMESTAMP,
  verified_by TEXT REFERENCES users (id),
  -- Never the same person (S53).
  CHECK (verified_by IS NULL OR (transcribed_by IS NOT NULL AND verified_by <> transcribed_by))
);
-- The pages of a signed sheet: encoded anew, and for staff and moderators only.
CREATE TABLE consent_scans (
  id TEXT PRIMARY KEY,
  consent_id TEXT NOT NULL REFERENCES consents (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  page INTEGER NOT NULL,
  object_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  uploaded_at TIMESTAMP NOT NULL,
  uploaded_by TEXT NOT NULL REFERENCES users (id),
  UNIQUE (consent_id, page)
);
