DROP TABLE case_sessions;
DROP TABLE cases;
