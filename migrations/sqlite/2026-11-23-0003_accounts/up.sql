CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_folded TEXT NOT NULL UNIQUE,
  password_hash TEXT,
  created_at TIMESTAMP NOT NULL,
  created_by TEXT,
  disabled_at TIMESTAMP,
  disabled_by TEXT
);
CREATE TABLE user_roles (
  user_id TEXT NOT NULL REFERENCES users (id),
  role TEXT NOT NULL,
  granted_at TIMESTAMP NOT NULL,
  granted_by TEXT,
  PRIMARY KEY (user_id, role)
);
-- The id is the SHA-256 of the cookie's token: the database alone opens no session.
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  seen_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);
-- Invitations and password resets: the link holds an HMAC of the id, the database its SHA-256.
CREATE TABLE user_links (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  purpose TEXT NOT NULL,
  token_sha256 TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  created_by TEXT,
  expires_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP
);
-- Failed sign-ins by account or address (keyed hash): a growing delay, never a permanent lock.
CREATE TABLE sign_in_delays (
  key TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  failed_at TIMESTAMP NOT NULL,
  open_at TIMESTAMP NOT NULL
);
