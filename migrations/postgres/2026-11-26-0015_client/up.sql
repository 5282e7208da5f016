-- A decision may take back an earlier one, once.
ALTER TABLE decisions ADD COLUMN undoes TEXT REFERENCES decisions (id);
CREATE UNIQUE INDEX decisions_undoes ON decisions (undoes);
