-- What is no site of the clinic's may not become one.
DELETE FROM embed_sites WHERE relation <> 'own';
ALTER TABLE embed_sites DROP COLUMN relation;
