-- Sites of the clinic's own that may show its pages in frames: an admin says that they are the clinic's.
CREATE TABLE embed_sites (
  id TEXT PRIMARY KEY,
  -- As browsers name it: https://www.clinic.example
  origin TEXT NOT NULL UNIQUE,
  attested_at TIMESTAMP NOT NULL,
  attested_by TEXT NOT NULL REFERENCES users (id)
);
-- While there is a row, programs may read what the website shows (/api/v1).
CREATE TABLE api_openings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  opened_at TIMESTAMP NOT NULL,
  opened_by TEXT NOT NULL REFERENCES users (id)
);
CREATE CONSTRAINT TRIGGER content_embed_sites AFTER INSERT OR UPDATE OR DELETE ON embed_sites
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_embed_sites_emptied AFTER TRUNCATE ON embed_sites
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_api_openings AFTER INSERT OR UPDATE OR DELETE ON api_openings
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_api_openings_emptied AFTER TRUNCATE ON api_openings
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
