-- Who had a client forgotten. The row stays, without anything of the person: addresses that were public answer 410 by it.
ALTER TABLE clients ADD COLUMN erased_by TEXT;
-- Evidence of signatures of those clients, for as long as was said then. Admins alone read it, and a job removes it.
CREATE TABLE kept_evidence (
  consent_id TEXT PRIMARY KEY REFERENCES consents (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  document TEXT NOT NULL,
  evidence TEXT NOT NULL,
  signature TEXT NOT NULL,
  -- The edition of the profile that the time comes from.
  profile TEXT NOT NULL,
  kept_from TIMESTAMP NOT NULL,
  kept_until TIMESTAMP NOT NULL
);
CREATE INDEX kept_evidence_client ON kept_evidence (client_id);
CREATE INDEX kept_evidence_until ON kept_evidence (kept_until);
-- For how many months it is kept, as the clinic chose: the last row of the profile in force counts.
CREATE TABLE evidence_choices (
  id TEXT PRIMARY KEY,
  profile TEXT NOT NULL,
  months INTEGER NOT NULL,
  chosen_at TIMESTAMP NOT NULL,
  chosen_by TEXT NOT NULL REFERENCES users (id)
);
