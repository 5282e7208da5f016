DROP TABLE photo_doubles;
ALTER TABLE photos DROP COLUMN likeness;
