CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES cases (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  narrative TEXT NOT NULL,
  state TEXT NOT NULL,
  authentic_at TIMESTAMP,
  authentic_by TEXT,
  marks_at TIMESTAMP,
  marks_by TEXT,
  revision INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id),
  updated_at TIMESTAMP NOT NULL,
  updated_by TEXT NOT NULL REFERENCES users (id),
  submitted_at TIMESTAMP,
  submitted_by TEXT,
  approval_id TEXT,
  published_at TIMESTAMP,
  first_published_at TIMESTAMP,
  unpublished_at TIMESTAMP
);
CREATE INDEX stories_state ON stories (state);
-- What a moderator approved: the exact sources, and the page made of them.
CREATE TABLE approvals (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id),
  consent_id TEXT NOT NULL REFERENCES consents (id),
  revision INTEGER NOT NULL,
  snapshot TEXT NOT NULL,
  sources_sha256 TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  second_eyes TEXT NOT NULL,
  approved_at TIMESTAMP NOT NULL,
  approved_by TEXT NOT NULL REFERENCES users (id)
);
CREATE TABLE decisions (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id),
  revision INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  reasons TEXT NOT NULL,
  note TEXT NOT NULL,
  gates TEXT NOT NULL,
  decided_at TIMESTAMP NOT NULL,
  decided_by TEXT NOT NULL REFERENCES users (id)
);
CREATE INDEX decisions_story ON decisions (story_id);
