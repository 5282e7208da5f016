//! What was done to a photo, in words.

use serde::Serialize;

use super::story::moment;
use crate::imaging::{Edits, Level, Step};
use crate::photos::Photo;

/// What was done to a photo, for the page and for `photos.json`.
#[derive(Debug, Serialize)]
pub struct PhotoTold {
    pub id: String,
    pub stage: String,
    pub angle: String,
    pub taken_on: Option<String>,
    pub uploaded_at: String,
    pub removed_at: Option<String>,
    pub original_sha256: String,
    /// The store has the original as it was uploaded, now.
    pub original_whole: bool,
    pub versions: Vec<VersionTold>,
}

/// One version: how much of the person it shows, and each step from the original to it.
#[derive(Debug, Serialize)]
pub struct VersionTold {
    pub level: &'static str,
    /// It was shown in public once; the others were made for those who work with the photo.
    pub public: bool,
    pub edits: Edits,
    pub steps: Vec<Step>,
    pub words: Vec<String>,
}

impl PhotoTold {
    /// The first `public` of the versions were shown in public.
    pub fn new(
        photo: &Photo,
        (versions, public): (&[(Edits, Level)], usize),
        steps: Option<Vec<Vec<Step>>>,
    ) -> Self {
        let original_whole = steps.is_some();
        let mut steps = steps.unwrap_or_default().into_iter();
        let versions = versions.iter().enumerate().map(|(i, (edits, level))| {
            let steps = steps.next().unwrap_or_default();
            VersionTold {
                level: level.as_str(),
                public: i < public,
                edits: edits.clone(),
                words: steps.iter().map(Step::words).collect(),
                steps,
            }
        });
        Self {
            id: photo.id.to_string(),
            stage: photo.stage.clone(),
            angle: photo.angle.clone(),
            taken_on: photo.taken_on.map(|day| day.to_string()),
            uploaded_at: moment(photo.uploaded_at),
            removed_at: photo.removed_at.map(moment),
            original_sha256: photo.sha256.clone(),
            original_whole,
            versions: versions.collect(),
        }
    }
}
