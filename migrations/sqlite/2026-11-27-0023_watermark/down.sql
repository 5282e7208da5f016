DROP TABLE watermarks;
ALTER TABLE clinic DROP COLUMN watermark;
