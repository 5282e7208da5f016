DROP TRIGGER consent_texts_fixed;
ALTER TABLE consent_texts DROP COLUMN recalled_why;
ALTER TABLE consent_texts DROP COLUMN recalled_by;
ALTER TABLE consent_texts DROP COLUMN published_by;
DROP TABLE consent_text_drafts;
