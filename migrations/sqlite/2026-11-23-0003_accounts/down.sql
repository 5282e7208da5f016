DROP TABLE sign_in_delays;
DROP TABLE user_links;
DROP TABLE sessions;
DROP TABLE user_roles;
DROP TABLE users;
