DROP VIEW standing_publications;
DROP VIEW standing_grants;
ALTER TABLE grants DROP COLUMN paused_at;
CREATE VIEW standing_grants AS
SELECT g.id, g.consent_id, g.client_id, g.case_id, g.what, g.subject_id, g.source_sha256, g.source, g.channel, g.level,
       g.attribution, g.valid_from, g.expires_at
FROM grants g
JOIN consents c ON c.id = g.consent_id AND c.client_id = g.client_id AND c.case_id = g.case_id
JOIN consent_texts t ON t.id = c.text_id
WHERE g.ended_at IS NULL
  AND c.state = 'active'
  AND c.signed_at IS NOT NULL AND c.document_sha256 IS NOT NULL AND c.signature IS NOT NULL AND c.receipt_at IS NOT NULL
  AND t.recalled_at IS NULL AND t.sha256 = c.text_sha256;
CREATE VIEW standing_publications AS
SELECT p.id, p.public_id, p.grant_id, p.client_id, p.case_id, p.story_id, p.approval_id, p.what, p.subject_id, p.channel,
       p.level, p.published_at, g.source, g.attribution, g.valid_from, g.expires_at
FROM publications p
JOIN standing_grants g ON g.id = p.grant_id
WHERE p.unpublished_at IS NULL
  AND p.content_sha256 = p.approved_sha256
  AND p.level <= g.level
  AND p.channel = g.channel AND p.what = g.what AND p.subject_id = g.subject_id
  AND p.source_sha256 = g.source_sha256
  AND p.client_id = g.client_id AND p.case_id = g.case_id;
DROP TABLE used_channels;
