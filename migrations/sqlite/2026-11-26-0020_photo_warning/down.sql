ALTER TABLE photos DROP COLUMN warning;
