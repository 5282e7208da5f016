DROP INDEX grants_case;
