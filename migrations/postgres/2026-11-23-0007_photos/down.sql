DROP TABLE pairs;
DROP TABLE renditions;
DROP TABLE photos;
