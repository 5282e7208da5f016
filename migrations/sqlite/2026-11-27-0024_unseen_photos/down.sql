DROP TRIGGER content_photos_insert;
DROP TRIGGER content_photos_update;
DROP TRIGGER content_photos_delete;
CREATE TRIGGER content_photos_insert AFTER INSERT ON photos
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_photos_update AFTER UPDATE ON photos
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_photos_delete AFTER DELETE ON photos
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
DROP INDEX publications_subject;
