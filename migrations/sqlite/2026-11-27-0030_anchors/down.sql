DROP TABLE ledger_head;
ALTER TABLE withdrawals DROP COLUMN number;
DROP INDEX audit_events_subject;
DROP INDEX audit_events_at;
DROP TABLE audit_checks;
DROP TABLE audit_anchors;
