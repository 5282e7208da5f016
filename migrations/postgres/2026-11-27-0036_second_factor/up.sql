-- When the second factor was given in this session; a new code moves it on.
ALTER TABLE sessions ADD COLUMN second_factor_at TIMESTAMP;
-- The secret in somebody's app is derived from `id` and the server's key, and stands nowhere.
-- `last_step` is the last half minute whose code was taken: no code counts twice.
CREATE TABLE second_factors (
  user_id TEXT PRIMARY KEY REFERENCES users (id),
  id TEXT NOT NULL UNIQUE,
  begun_at TIMESTAMP NOT NULL,
  confirmed_at TIMESTAMP,
  last_step BIGINT NOT NULL
);
CREATE TABLE recovery_codes (
  code_sha256 TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  made_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP
);
CREATE INDEX recovery_codes_user ON recovery_codes (user_id);
-- Someone whose password fitted and whose code is still asked for: no session yet. The id is the SHA-256 of the cookie's token.
CREATE TABLE sign_in_challenges (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL
);
CREATE INDEX sign_in_challenges_user ON sign_in_challenges (user_id);
-- When those who decide need a second factor: the last row counts.
CREATE TABLE second_factor_rules (
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL,
  decided_at TIMESTAMP NOT NULL,
  decided_by TEXT NOT NULL REFERENCES users (id)
);
