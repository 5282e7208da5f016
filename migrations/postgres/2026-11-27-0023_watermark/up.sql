-- The clinic's logo is put on photos that are developed from now on.
ALTER TABLE clinic ADD COLUMN watermark BOOLEAN NOT NULL DEFAULT FALSE;
-- Logos that were put on photos, as PNG in base64: kept when the clinic takes another, so that a photo is made anew the same.
CREATE TABLE watermarks (
  sha256 TEXT PRIMARY KEY,
  png TEXT NOT NULL,
  kept_at TIMESTAMP NOT NULL
);
