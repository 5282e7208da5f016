DROP INDEX decisions_undoes;
ALTER TABLE decisions DROP COLUMN undoes;
