-- Where the head of the audit chain was on each day, as it is also written outside the database; and what each check found.
CREATE TABLE audit_anchors (
  day DATE PRIMARY KEY,
  seq BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  anchored_at TIMESTAMP NOT NULL,
  place TEXT NOT NULL
);
CREATE TABLE audit_checks (
  id TEXT PRIMARY KEY,
  checked_at TIMESTAMP NOT NULL,
  checked_by TEXT NOT NULL,
  events BIGINT NOT NULL,
  anchors BIGINT NOT NULL,
  finding TEXT,
  seq BIGINT,
  day DATE
);
CREATE INDEX audit_checks_at ON audit_checks (checked_at);
CREATE INDEX audit_events_at ON audit_events (at);
CREATE INDEX audit_events_subject ON audit_events (subject);
-- Entries of the withdrawal ledger are numbered without gaps, so that one that is gone is missed.
ALTER TABLE withdrawals ADD COLUMN number BIGINT;
CREATE TABLE ledger_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number BIGINT NOT NULL
);
INSERT INTO ledger_head (id, number) VALUES (1, 0);
