-- What a person should look at in a photo that was taken nevertheless: the id of the sentence that says it.
ALTER TABLE photos ADD COLUMN warning TEXT;
