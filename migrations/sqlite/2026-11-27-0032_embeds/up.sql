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
CREATE TRIGGER content_embed_sites_insert AFTER INSERT ON embed_sites
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_embed_sites_update AFTER UPDATE ON embed_sites
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_embed_sites_delete AFTER DELETE ON embed_sites
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_api_openings_insert AFTER INSERT ON api_openings
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_api_openings_update AFTER UPDATE ON api_openings
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_api_openings_delete AFTER DELETE ON api_openings
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
