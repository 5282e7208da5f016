//! A video of a client, and what was made of it.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::captions::Captions;
use crate::consents::PublishedRendition;
use crate::db::schema::{video_files, videos};
use crate::db::{CaseId, ClientId, ConsentId, UserId, VideoId};
use crate::hash::sha256;
use crate::storage::VIDEO;

/// A video as it came.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = videos)]
pub struct Video {
    pub id: VideoId,
    pub client_id: ClientId,
    pub case_id: CaseId,
    pub consent_id: ConsentId,
    #[serde(skip)]
    pub object_id: String,
    /// Of the sealed original.
    pub sha256: String,
    pub bytes: i64,
    pub uploaded_at: NaiveDateTime,
    /// Id of the text that says why it can't be shown.
    pub refusal: Option<String>,
    /// Line by line, each with its time; empty until someone wrote them.
    pub captions: String,
    pub captions_revision: i32,
    /// When someone said that they watched it to the end and that the captions say what is said.
    pub watched_at: Option<NaiveDateTime>,
    pub watched_by: Option<UserId>,
}

/// The file for the web.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = video_files)]
pub struct VideoFile {
    pub video_id: VideoId,
    #[serde(skip)]
    pub object_id: String,
    pub sha256: String,
    pub bytes: i64,
    #[serde(skip)]
    pub parts: String,
    pub width: i32,
    pub height: i32,
    pub millis: i32,
}

impl VideoFile {
    /// Whole seconds, one at least.
    pub fn seconds(&self) -> i32 {
        ((self.millis + 500) / 1000).max(1)
    }
}

/// How a video stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Preparing,
    Ready,
    Refused,
    /// Its file was deleted when it came down, or could not be made.
    PutAway,
}

impl Video {
    /// The captions, as far as they fit the file.
    pub fn captions_for(&self, file: &VideoFile) -> Option<Captions> {
        Captions::parse(&self.captions, file.millis).ok()
    }
}

/// What is published of it: the captions, and the hash of both.
pub fn published(file: &VideoFile, captions: &Captions) -> (String, String, PublishedRendition) {
    let vtt = captions.vtt(file.millis);
    let both = sha256(format!("{}\n{vtt}", file.sha256).as_bytes());
    let rendition = PublishedRendition {
        rendition_id: file.video_id.to_string(),
        width: file.width,
        height: file.height,
        format: VIDEO.to_owned(),
        object_id: file.object_id.clone(),
        sha256: file.sha256.clone(),
        bytes: file.bytes,
    };
    (vtt, both, rendition)
}
