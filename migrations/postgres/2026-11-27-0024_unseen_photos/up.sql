-- Work on photos that were never published changes nothing that anyone sees: the public pages stay in memory meanwhile.
CREATE INDEX publications_subject ON publications (subject_id);
DROP TRIGGER content_photos ON photos;
CREATE FUNCTION photo_content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('candor.content_changed', true) IS DISTINCT FROM pg_current_xact_id()::text
     AND EXISTS (SELECT 1 FROM publications WHERE subject_id IN (OLD.id, NEW.id)) THEN
    UPDATE content_version SET mark = md5(gen_random_uuid()::text);
    PERFORM set_config('candor.content_changed', pg_current_xact_id()::text, true);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER content_photos AFTER INSERT OR UPDATE OR DELETE ON photos
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION photo_content_changed();
