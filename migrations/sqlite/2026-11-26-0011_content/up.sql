ALTER TABLE clinic ADD COLUMN tagline TEXT NOT NULL DEFAULT '';
ALTER TABLE clinic ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE clinic ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE clinic ADD COLUMN booking_url TEXT NOT NULL DEFAULT '';
ALTER TABLE clinic ADD COLUMN collecting TEXT NOT NULL DEFAULT '';
ALTER TABLE clinic ADD COLUMN illustrated BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE clinic ADD COLUMN accent TEXT;
ALTER TABLE clinic ADD COLUMN radius INTEGER CHECK (radius BETWEEN 0 AND 16);
ALTER TABLE clinic ADD COLUMN logo_object TEXT;
ALTER TABLE clinic ADD COLUMN logo_sha256 TEXT;
ALTER TABLE clinic ADD COLUMN logo_width INTEGER;
ALTER TABLE clinic ADD COLUMN logo_height INTEGER;
ALTER TABLE locations ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE locations ADD COLUMN map_url TEXT NOT NULL DEFAULT '';
ALTER TABLE locations ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE practitioners ADD COLUMN slug TEXT NOT NULL DEFAULT '';
ALTER TABLE practitioners ADD COLUMN bio TEXT NOT NULL DEFAULT '';
ALTER TABLE practitioners ADD COLUMN register_url TEXT NOT NULL DEFAULT '';
ALTER TABLE practitioners ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
-- Those who were here before get an address that an admin can make a better one of.
UPDATE practitioners SET slug = 'practitioner-' || (SELECT COUNT(*) FROM practitioners other WHERE other.id <= practitioners.id);
CREATE UNIQUE INDEX practitioners_slug ON practitioners (slug);
CREATE TABLE treatment_sections (
  treatment_id TEXT NOT NULL REFERENCES treatments (id),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (treatment_id, kind)
);
