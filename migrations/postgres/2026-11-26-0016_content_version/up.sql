-- Whatever is kept of the public pages is valid only under this mark. Every change to a table that they show, or that the
-- predicate reads, gives it a new random one, in the same transaction. A restored backup brings back its own mark, never
-- one that stood for something else. A new table that pages show needs the same triggers: a test asks for them.
CREATE TABLE content_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL
);
INSERT INTO content_version (id, mark) VALUES (1, md5(gen_random_uuid()::text));
-- Deferred to the commit and done once in it: this row is the last that any transaction locks, after the head of the audit
-- chain, and is held for the commit only.
CREATE FUNCTION content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('candor.content_changed', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    UPDATE content_version SET mark = md5(gen_random_uuid()::text);
    PERFORM set_config('candor.content_changed', pg_current_xact_id()::text, true);
  END IF;
  RETURN NULL;
END $$;
-- (A later migration that changes rows of such a table and then the table itself says SET CONSTRAINTS ALL IMMEDIATE between.)
-- Emptying a table can't be deferred.
CREATE FUNCTION content_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE content_version SET mark = md5(gen_random_uuid()::text);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER content_clinic AFTER INSERT OR UPDATE OR DELETE ON clinic
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_clinic_emptied AFTER TRUNCATE ON clinic
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_locations AFTER INSERT OR UPDATE OR DELETE ON locations
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_locations_emptied AFTER TRUNCATE ON locations
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_practitioners AFTER INSERT OR UPDATE OR DELETE ON practitioners
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_practitioners_emptied AFTER TRUNCATE ON practitioners
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_treatments AFTER INSERT OR UPDATE OR DELETE ON treatments
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_treatments_emptied AFTER TRUNCATE ON treatments
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_treatment_sections AFTER INSERT OR UPDATE OR DELETE ON treatment_sections
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_treatment_sections_emptied AFTER TRUNCATE ON treatment_sections
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_cases AFTER INSERT OR UPDATE OR DELETE ON cases
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_cases_emptied AFTER TRUNCATE ON cases
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_case_sessions AFTER INSERT OR UPDATE OR DELETE ON case_sessions
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_case_sessions_emptied AFTER TRUNCATE ON case_sessions
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_photos AFTER INSERT OR UPDATE OR DELETE ON photos
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_photos_emptied AFTER TRUNCATE ON photos
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_pairs AFTER INSERT OR UPDATE OR DELETE ON pairs
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_pairs_emptied AFTER TRUNCATE ON pairs
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_consent_texts AFTER INSERT OR UPDATE OR DELETE ON consent_texts
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_consent_texts_emptied AFTER TRUNCATE ON consent_texts
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_consents AFTER INSERT OR UPDATE OR DELETE ON consents
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_consents_emptied AFTER TRUNCATE ON consents
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_grants AFTER INSERT OR UPDATE OR DELETE ON grants
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_grants_emptied AFTER TRUNCATE ON grants
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_publications AFTER INSERT OR UPDATE OR DELETE ON publications
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_publications_emptied AFTER TRUNCATE ON publications
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_publication_renditions AFTER INSERT OR UPDATE OR DELETE ON publication_renditions
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_publication_renditions_emptied AFTER TRUNCATE ON publication_renditions
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_stories AFTER INSERT OR UPDATE OR DELETE ON stories
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_stories_emptied AFTER TRUNCATE ON stories
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_approvals AFTER INSERT OR UPDATE OR DELETE ON approvals
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_approvals_emptied AFTER TRUNCATE ON approvals
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
CREATE CONSTRAINT TRIGGER content_testimonials AFTER INSERT OR UPDATE OR DELETE ON testimonials
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION content_changed();
CREATE TRIGGER content_testimonials_emptied AFTER TRUNCATE ON testimonials
FOR EACH STATEMENT EXECUTE FUNCTION content_emptied();
-- The next moment at which a yes begins or ends.
CREATE INDEX grants_expires_at ON grants (expires_at) WHERE ended_at IS NULL;
CREATE INDEX grants_valid_from ON grants (valid_from) WHERE ended_at IS NULL;
