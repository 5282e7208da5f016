DROP TABLE client_requests;
DROP TABLE search_removals;
DROP TABLE external_uses;
