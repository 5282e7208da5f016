DROP TABLE api_openings;
DROP TABLE embed_sites;
