ALTER TABLE consents DROP COLUMN representative_id;
DROP TABLE representatives;
