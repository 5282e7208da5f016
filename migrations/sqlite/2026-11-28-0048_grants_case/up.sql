-- What is allowed of some cases in one place is found by them: without it PostgreSQL goes through the consents of the whole clinic for each page.
CREATE INDEX grants_case ON grants (case_id, channel);
