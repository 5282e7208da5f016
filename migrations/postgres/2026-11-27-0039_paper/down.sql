DROP TABLE consent_scans;
DROP TABLE consent_papers;
