-- Work on photos that were never published changes nothing that anyone sees: the public pages stay in memory meanwhile.
CREATE INDEX publications_subject ON publications (subject_id);
DROP TRIGGER content_photos_insert;
DROP TRIGGER content_photos_update;
DROP TRIGGER content_photos_delete;
CREATE TRIGGER content_photos_insert AFTER INSERT ON photos
WHEN EXISTS (SELECT 1 FROM publications WHERE subject_id = NEW.id)
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_photos_update AFTER UPDATE ON photos
WHEN EXISTS (SELECT 1 FROM publications WHERE subject_id IN (OLD.id, NEW.id))
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_photos_delete AFTER DELETE ON photos
WHEN EXISTS (SELECT 1 FROM publications WHERE subject_id = OLD.id)
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
