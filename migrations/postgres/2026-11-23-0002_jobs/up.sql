-- Durable background work, enqueued in the transaction that made it necessary.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at TIMESTAMP NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  leased_by TEXT,
  leased_until TIMESTAMP,
  last_error TEXT,
  parked_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX jobs_due ON jobs (parked_at, run_at);
