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
CREATE TRIGGER content_display_choices_insert AFTER INSERT ON display_choices
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_display_choices_update AFTER UPDATE ON display_choices
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_display_choices_delete AFTER DELETE ON display_choices
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
