CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  treatment_id TEXT NOT NULL REFERENCES treatments (id),
  practitioner_id TEXT REFERENCES practitioners (id),
  location_id TEXT REFERENCES locations (id),
  age_band TEXT,
  sex TEXT,
  norwood TEXT,
  skin_tone TEXT,
  hair_colour TEXT,
  scar_type TEXT,
  revision INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id),
  updated_at TIMESTAMP NOT NULL
);
CREATE INDEX cases_client ON cases (client_id);
CREATE TABLE case_sessions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  held_on DATE NOT NULL,
  UNIQUE (case_id, kind, number)
);
