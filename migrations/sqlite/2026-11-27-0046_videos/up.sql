-- What a client says in a video: the file exactly as it came, sealed. One at most for each consent that is asked for.
CREATE TABLE videos (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  consent_id TEXT NOT NULL UNIQUE REFERENCES consents (id),
  object_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  uploaded_at TIMESTAMP NOT NULL,
  -- Why it can't be shown.
  refusal TEXT,
  -- What is said, line by line, each with its time; written by someone who watched it to the end.
  captions TEXT NOT NULL,
  captions_revision INTEGER NOT NULL,
  watched_at TIMESTAMP,
  watched_by TEXT REFERENCES users (id)
);
CREATE INDEX videos_case ON videos (case_id);
-- What was made of it for the web. Gone when its file was deleted with a publication that ended.
CREATE TABLE video_files (
  video_id TEXT PRIMARY KEY REFERENCES videos (id),
  object_id TEXT NOT NULL,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  -- SHA-256 of each part of a mebibyte, one after the other.
  parts TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  millis INTEGER NOT NULL,
  made_at TIMESTAMP NOT NULL
);
CREATE INDEX video_files_object ON video_files (object_id);
