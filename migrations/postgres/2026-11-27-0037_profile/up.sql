-- Which jurisdiction profile holds, and how what is shown of clients' words is called: the last row of each counts.
CREATE TABLE profile_choices (
  id TEXT PRIMARY KEY,
  profile TEXT NOT NULL,
  chosen_at TIMESTAMP NOT NULL,
  chosen_by TEXT NOT NULL REFERENCES users (id)
);
CREATE TABLE display_choices (
  id TEXT PRIMARY KEY,
  mode TEXT NOT NULL,
  chosen_at TIMESTAMP NOT NULL,
  chosen_by TEXT NOT NULL REFERENCES users (id)
);
CREATE CONSTRAINT TRIGGER content_display_choices AFTER INSERT OR UPDATE OR DELETE ON display_choices
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_display_choices_emptied AFTER TRUNCATE ON display_choices
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
