-- Immutable once signed; recalled, never edited.
CREATE TABLE consent_texts (
  id TEXT PRIMARY KEY,
  locale TEXT NOT NULL,
  profile TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  effective_from TIMESTAMP NOT NULL,
  recalled_at TIMESTAMP,
  UNIQUE (locale, profile, version)
);
-- One document asked of and signed by one person. `document` holds the exact bytes they saw.
CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  text_id TEXT NOT NULL REFERENCES consent_texts (id),
  text_sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  method TEXT NOT NULL,
  asked_at TIMESTAMP NOT NULL,
  asked_by TEXT NOT NULL REFERENCES users (id),
  answers TEXT NOT NULL,
  revision INTEGER NOT NULL,
  signed_at TIMESTAMP,
  signer_role TEXT,
  signer_name TEXT,
  document TEXT,
  document_sha256 TEXT,
  signature TEXT,
  evidence TEXT,
  story_sha256 TEXT,
  witness_id TEXT REFERENCES users (id),
  receipt_at TIMESTAMP,
  receipt_how TEXT,
  expires_at TIMESTAMP,
  ended_at TIMESTAMP
);
CREATE INDEX consents_case ON consents (case_id);
CREATE INDEX consents_client ON consents (client_id);
CREATE TABLE consent_events (
  id TEXT PRIMARY KEY,
  consent_id TEXT NOT NULL REFERENCES consents (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  at TIMESTAMP NOT NULL,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  detail TEXT NOT NULL
);
-- One thing (a photo, words, a rating, a name …) on one channel, until one day.
CREATE TABLE grants (
  id TEXT PRIMARY KEY,
  consent_id TEXT NOT NULL REFERENCES consents (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  what TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  channel TEXT NOT NULL,
  level INTEGER NOT NULL,
  attribution TEXT,
  valid_from TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  ended_why TEXT
);
CREATE INDEX grants_consent ON grants (consent_id);
CREATE INDEX grants_subject ON grants (subject_id, channel);
-- One use of one thing on one channel, with its own media address.
CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  grant_id TEXT NOT NULL REFERENCES grants (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  story_id TEXT NOT NULL,
  approval_id TEXT NOT NULL,
  what TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  content TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  approved_sha256 TEXT NOT NULL,
  channel TEXT NOT NULL,
  level INTEGER NOT NULL,
  published_at TIMESTAMP NOT NULL,
  unpublished_at TIMESTAMP,
  unpublished_why TEXT
);
CREATE INDEX publications_story ON publications (story_id);
CREATE INDEX publications_grant ON publications (grant_id);
CREATE TABLE publication_renditions (
  publication_id TEXT NOT NULL REFERENCES publications (id),
  rendition_id TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  format TEXT NOT NULL,
  object_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (publication_id, width, format)
);
CREATE INDEX publication_renditions_object ON publication_renditions (object_id);
-- Private links of clients: the link holds an HMAC of the id, the database its SHA-256.
CREATE TABLE client_links (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  consent_id TEXT NOT NULL REFERENCES consents (id),
  purpose TEXT NOT NULL,
  token_sha256 TEXT NOT NULL UNIQUE,
  created_at TIMESTAMP NOT NULL,
  created_by TEXT,
  expires_at TIMESTAMP,
  revoked_at TIMESTAMP
);
CREATE TABLE client_codes (
  id TEXT PRIMARY KEY,
  link_id TEXT NOT NULL REFERENCES client_links (id),
  code_sha256 TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  used_at TIMESTAMP
);
-- A browser that opened a link; `confirmed_at` says that a code or a witness stood beside it.
CREATE TABLE client_sessions (
  id TEXT PRIMARY KEY,
  link_id TEXT NOT NULL REFERENCES client_links (id),
  client_id TEXT NOT NULL REFERENCES clients (id),
  witness_id TEXT REFERENCES users (id),
  confirmed_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL
);
-- live(grant) but for the time: the one place that says what a grant needs to stand.
CREATE VIEW standing_grants AS
SELECT g.id, g.consent_id, g.client_id, g.case_id, g.what, g.subject_id, g.source_sha256, g.source, g.channel, g.level,
       g.attribution, g.valid_from, g.expires_at
FROM grants g
JOIN consents c ON c.id = g.consent_id AND c.client_id = g.client_id AND c.case_id = g.case_id
JOIN consent_texts t ON t.id = c.text_id
WHERE g.ended_at IS NULL
  AND c.state = 'active'
  AND c.signed_at IS NOT NULL AND c.document_sha256 IS NOT NULL AND c.signature IS NOT NULL AND c.receipt_at IS NOT NULL
  AND t.recalled_at IS NULL AND t.sha256 = c.text_sha256;
-- public(publication) but for the time: published, as approved, and covered by a standing grant for exactly this use.
CREATE VIEW standing_publications AS
SELECT p.id, p.public_id, p.grant_id, p.client_id, p.case_id, p.story_id, p.approval_id, p.what, p.subject_id, p.channel,
       p.level, p.published_at, g.source, g.attribution, g.valid_from, g.expires_at
FROM publications p
JOIN standing_grants g ON g.id = p.grant_id
WHERE p.unpublished_at IS NULL
  AND p.content_sha256 = p.approved_sha256
  AND p.level <= g.level
  AND p.channel = g.channel AND p.what = g.what AND p.subject_id = g.subject_id
  AND p.source_sha256 = g.source_sha256
  AND p.client_id = g.client_id AND p.case_id = g.case_id;
