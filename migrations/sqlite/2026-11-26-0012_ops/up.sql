-- Each withdrawal with the id that its event in the ledger carries: a restored backup knows by it what it missed.
CREATE TABLE withdrawals (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  scope TEXT NOT NULL,
  at TIMESTAMP NOT NULL,
  replayed_at TIMESTAMP
);
CREATE INDEX withdrawals_client ON withdrawals (client_id);
-- A database that was restored. Until the ledger has been replayed, nothing is served from it.
CREATE TABLE restores (
  id TEXT PRIMARY KEY,
  taken_at TIMESTAMP NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  restored_at TIMESTAMP NOT NULL,
  replayed_at TIMESTAMP
);
-- Who looked at a sealed original, when and why.
CREATE TABLE original_views (
  id TEXT PRIMARY KEY,
  photo_id TEXT NOT NULL REFERENCES photos (id),
  viewed_at TIMESTAMP NOT NULL,
  viewed_by TEXT NOT NULL REFERENCES users (id),
  reason TEXT NOT NULL
);
CREATE INDEX original_views_at ON original_views (viewed_at);
