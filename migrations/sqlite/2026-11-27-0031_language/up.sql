-- What visitors are spoken to in: the clinic writes its stories and treatments in one language.
ALTER TABLE clinic ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
