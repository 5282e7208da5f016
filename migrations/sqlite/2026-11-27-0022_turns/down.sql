DROP INDEX jobs_about;
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (parked_at, run_at);
ALTER TABLE jobs DROP COLUMN about;
ALTER TABLE jobs DROP COLUMN turn;
