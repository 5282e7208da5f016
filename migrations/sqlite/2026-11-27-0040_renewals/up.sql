-- The consent that a new signature is asked to go on with: what it may show is said again, not taken over.
ALTER TABLE consents ADD COLUMN renews TEXT;
