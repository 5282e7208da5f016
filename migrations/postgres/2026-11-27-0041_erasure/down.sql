DROP TABLE evidence_choices;
DROP TABLE kept_evidence;
ALTER TABLE clients DROP COLUMN erased_by;
