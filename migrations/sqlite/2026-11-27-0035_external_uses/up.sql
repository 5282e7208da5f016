-- Copies that left for a place that is not ours. Whether one has to come down is no column: it is due when no grant
-- stands for it any more. It counts as gone only with who saw that, when, and by what.
CREATE TABLE external_uses (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  what TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  level INTEGER NOT NULL,
  channel TEXT NOT NULL,
  place TEXT NOT NULL,
  used_on DATE NOT NULL,
  recorded_at TIMESTAMP NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES users (id),
  told_at TIMESTAMP,
  removed_on DATE,
  removed_at TIMESTAMP,
  removed_by TEXT REFERENCES users (id),
  proof TEXT
);
CREATE INDEX external_uses_case ON external_uses (case_id);
CREATE INDEX external_uses_client ON external_uses (client_id);
-- Search engines were asked to drop what they keep of a story's page.
CREATE TABLE search_removals (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  client_id TEXT NOT NULL REFERENCES clients (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  asked_at TIMESTAMP NOT NULL,
  asked_by TEXT NOT NULL REFERENCES users (id),
  proof TEXT NOT NULL
);
CREATE INDEX search_removals_story ON search_removals (story_id);
-- What a client asks for beyond what their page does by itself.
CREATE TABLE client_requests (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  asked_at TIMESTAMP NOT NULL,
  done_at TIMESTAMP,
  done_by TEXT REFERENCES users (id),
  answer TEXT
);
CREATE INDEX client_requests_client ON client_requests (client_id);
