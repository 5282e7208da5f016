DROP TABLE decisions;
DROP TABLE approvals;
DROP TABLE stories;
