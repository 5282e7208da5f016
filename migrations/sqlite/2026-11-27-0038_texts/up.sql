-- The next version of a consent text, while it is written: one at a time.
CREATE TABLE consent_text_drafts (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  body TEXT NOT NULL,
  revision INTEGER NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  updated_by TEXT NOT NULL REFERENCES users (id)
);
ALTER TABLE consent_texts ADD COLUMN published_by TEXT;
ALTER TABLE consent_texts ADD COLUMN recalled_by TEXT;
ALTER TABLE consent_texts ADD COLUMN recalled_why TEXT;
-- What can be signed never changes afterwards, and a recall is not taken back.
CREATE TRIGGER consent_texts_fixed BEFORE UPDATE ON consent_texts
WHEN NEW.locale <> OLD.locale OR NEW.profile <> OLD.profile OR NEW.version <> OLD.version OR NEW.body <> OLD.body
  OR NEW.sha256 <> OLD.sha256 OR (OLD.recalled_at IS NOT NULL AND NEW.recalled_at IS NOT OLD.recalled_at)
BEGIN SELECT RAISE(ABORT, 'a consent text is never changed'); END;
