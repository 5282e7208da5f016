-- Whatever is kept of the public pages is valid only under this mark. Every change to a table that they show, or that the
-- predicate reads, gives it a new random one, in the same transaction. A restored backup brings back its own mark, never
-- one that stood for something else. A new table that pages show needs the same triggers: a test asks for them.
CREATE TABLE content_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL
);
INSERT INTO content_version (id, mark) VALUES (1, lower(hex(randomblob(16))));
CREATE TRIGGER content_clinic_insert AFTER INSERT ON clinic
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_clinic_update AFTER UPDATE ON clinic
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_clinic_delete AFTER DELETE ON clinic
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_locations_insert AFTER INSERT ON locations
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_locations_update AFTER UPDATE ON locations
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_locations_delete AFTER DELETE ON locations
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_practitioners_insert AFTER INSERT ON practitioners
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_practitioners_update AFTER UPDATE ON practitioners
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_practitioners_delete AFTER DELETE ON practitioners
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_treatments_insert AFTER INSERT ON treatments
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_treatments_update AFTER UPDATE ON treatments
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_treatments_delete AFTER DELETE ON treatments
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_treatment_sections_insert AFTER INSERT ON treatment_sections
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_treatment_sections_update AFTER UPDATE ON treatment_sections
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_treatment_sections_delete AFTER DELETE ON treatment_sections
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_cases_insert AFTER INSERT ON cases
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_cases_update AFTER UPDATE ON cases
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_cases_delete AFTER DELETE ON cases
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_case_sessions_insert AFTER INSERT ON case_sessions
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_case_sessions_update AFTER UPDATE ON case_sessions
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_case_sessions_delete AFTER DELETE ON case_sessions
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_photos_insert AFTER INSERT ON photos
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_photos_update AFTER UPDATE ON photos
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_photos_delete AFTER DELETE ON photos
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_pairs_insert AFTER INSERT ON pairs
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_pairs_update AFTER UPDATE ON pairs
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_pairs_delete AFTER DELETE ON pairs
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_consent_texts_insert AFTER INSERT ON consent_texts
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_consent_texts_update AFTER UPDATE ON consent_texts
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_consent_texts_delete AFTER DELETE ON consent_texts
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_consents_insert AFTER INSERT ON consents
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_consents_update AFTER UPDATE ON consents
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_consents_delete AFTER DELETE ON consents
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_grants_insert AFTER INSERT ON grants
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_grants_update AFTER UPDATE ON grants
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_grants_delete AFTER DELETE ON grants
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_publications_insert AFTER INSERT ON publications
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_publications_update AFTER UPDATE ON publications
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_publications_delete AFTER DELETE ON publications
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_publication_renditions_insert AFTER INSERT ON publication_renditions
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_publication_renditions_update AFTER UPDATE ON publication_renditions
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_publication_renditions_delete AFTER DELETE ON publication_renditions
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_stories_insert AFTER INSERT ON stories
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_stories_update AFTER UPDATE ON stories
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_stories_delete AFTER DELETE ON stories
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_approvals_insert AFTER INSERT ON approvals
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_approvals_update AFTER UPDATE ON approvals
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_approvals_delete AFTER DELETE ON approvals
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_testimonials_insert AFTER INSERT ON testimonials
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_testimonials_update AFTER UPDATE ON testimonials
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
CREATE TRIGGER content_testimonials_delete AFTER DELETE ON testimonials
BEGIN UPDATE content_version SET mark = lower(hex(randomblob(16))); END;
-- The next moment at which a yes begins or ends.
CREATE INDEX grants_expires_at ON grants (expires_at) WHERE ended_at IS NULL;
CREATE INDEX grants_valid_from ON grants (valid_from) WHERE ended_at IS NULL;
