DROP TABLE reports;
DROP TABLE enquiries;
DROP INDEX locations_slug;
ALTER TABLE locations DROP COLUMN directions;
ALTER TABLE locations DROP COLUMN hours;
ALTER TABLE locations DROP COLUMN slug;
ALTER TABLE practitioners DROP COLUMN register_name;
ALTER TABLE clinic DROP COLUMN enquiry_email;
