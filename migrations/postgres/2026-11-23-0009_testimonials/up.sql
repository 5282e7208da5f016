-- The client's own words, verbatim; never typed by staff.
CREATE TABLE testimonials (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  consent_id TEXT NOT NULL REFERENCES consents (id),
  words TEXT NOT NULL,
  rating INTEGER,
  incentive TEXT NOT NULL,
  incentive_tied BOOLEAN NOT NULL,
  insider TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  revision INTEGER NOT NULL,
  submitted_at TIMESTAMP NOT NULL,
  UNIQUE (consent_id)
);
