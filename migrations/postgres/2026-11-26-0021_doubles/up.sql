-- What a photo looks like, in 64 hexadecimal digits, and "" where it shows nothing: for photos that are there twice.
ALTER TABLE photos ADD COLUMN likeness TEXT;
-- Photos that look like one, each two once, the later first. Staff are told; nothing depends on it.
CREATE TABLE photo_doubles (
  one_id TEXT NOT NULL REFERENCES photos (id),
  other_id TEXT NOT NULL REFERENCES photos (id),
  found_at TIMESTAMP NOT NULL,
  PRIMARY KEY (one_id, other_id)
);
CREATE INDEX photo_doubles_other ON photo_doubles (other_id);
