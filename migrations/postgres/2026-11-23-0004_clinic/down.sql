DROP TABLE treatments;
DROP TABLE practitioners;
DROP TABLE locations;
DROP TABLE clinic;
