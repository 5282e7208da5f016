ALTER TABLE consents DROP COLUMN renews;
