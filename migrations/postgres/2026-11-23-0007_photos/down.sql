DROP TABLE pairs;
DROP TABLE renditions;
DROP TABLE begun_objects;
DROP TABLE photos;
