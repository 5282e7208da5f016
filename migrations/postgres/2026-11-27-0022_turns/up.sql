-- Whose turn it is: 0 errands, which never wait behind a photo; 1 photos that someone waits to see; 2 what nobody waits for.
ALTER TABLE jobs ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
-- The one thing that a job works on: so that it can be called off with it, or brought forward.
ALTER TABLE jobs ADD COLUMN about TEXT;
UPDATE jobs SET turn = 1, about = substring(payload FROM '"photo":"([^"]+)"') WHERE name = 'make_renditions';
UPDATE jobs SET turn = 2, about = substring(payload FROM '"photo":"([^"]+)"') WHERE name IN ('make_avif', 'look_closer');
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (turn, run_at, id) WHERE parked_at IS NULL;
CREATE INDEX jobs_about ON jobs (about) WHERE about IS NOT NULL;
