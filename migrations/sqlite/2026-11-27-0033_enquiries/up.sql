-- Where visitors' questions are mailed; empty: nobody can ask by a form.
ALTER TABLE clinic ADD COLUMN enquiry_email TEXT NOT NULL DEFAULT '';
-- The name of the public register that a number is in.
ALTER TABLE practitioners ADD COLUMN register_name TEXT NOT NULL DEFAULT '';
-- A place has a page: its address, when it is open, how one gets there and in.
ALTER TABLE locations ADD COLUMN slug TEXT NOT NULL DEFAULT '';
ALTER TABLE locations ADD COLUMN hours TEXT NOT NULL DEFAULT '';
ALTER TABLE locations ADD COLUMN directions TEXT NOT NULL DEFAULT '';
UPDATE locations SET slug = 'location-' || (SELECT COUNT(*) FROM locations other WHERE other.id <= locations.id);
CREATE UNIQUE INDEX locations_slug ON locations (slug);
-- Visitors' questions on their way to the clinic's mailbox. A row goes with its job, whatever becomes of that.
CREATE TABLE enquiries (
  id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  story_id TEXT NOT NULL REFERENCES stories (id),
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  call_at TEXT NOT NULL,
  question TEXT NOT NULL,
  asked_at TIMESTAMP NOT NULL
);
CREATE INDEX enquiries_job ON enquiries (job_id);
-- What visitors report about a story. A moderator settles it; what was written is emptied then.
CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id),
  reason TEXT NOT NULL,
  words TEXT NOT NULL,
  contact TEXT NOT NULL,
  reported_at TIMESTAMP NOT NULL,
  settled_at TIMESTAMP,
  settled_by TEXT REFERENCES users (id),
  outcome TEXT
);
CREATE INDEX reports_open ON reports (story_id) WHERE settled_at IS NULL;
