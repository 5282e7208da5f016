//! How far the making of a photo's versions is, for those who wait for it.

use std::collections::HashMap;

use serde::Serialize;

use super::jobs::{MakeAvif, MakeRenditions};
use super::photo::{Photo, PhotoState};
use crate::db::{Conn, PhotoId};
use crate::error::Error;
use crate::jobs::{Job, under_way};

/// ```text
/// waiting → developing → ready (JPEG: can be looked at and worked with) → complete (AVIF too)
///                      ↘ refused
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    Waiting,
    Developing,
    Ready,
    Complete,
    Refused,
}

impl Progress {
    /// The id of the sentence that says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Waiting => "progress-waiting",
            Self::Developing => "progress-developing",
            Self::Ready => "progress-ready",
            Self::Complete => "progress-complete",
            Self::Refused => "progress-refused",
        }
    }

    /// Whether someone who looks at the photo waits for it.
    pub fn is_awaited(self) -> bool {
        matches!(self, Self::Waiting | Self::Developing)
    }
}

/// How far each of these photos is.
///
/// # Errors
/// When the database does not answer.
pub fn progress(conn: &mut Conn, some: &[Photo]) -> Result<HashMap<PhotoId, Progress>, Error> {
    let ids: Vec<&str> = some.iter().map(|photo| photo.id.as_str()).collect();
    let work = under_way(conn, &ids)?;
    let of = |photo: &Photo| {
        let has = |name: &str, running: bool| {
            let mine = work.iter().filter(|one| one.about == photo.id.as_str());
            mine.into_iter()
                .any(|one| one.name == name && (one.running || !running))
        };
        if photo.state == PhotoState::Refused.as_str() {
            Progress::Refused
        } else if photo.is_ready() && has(MakeAvif::NAME, false) {
            Progress::Ready
        } else if photo.is_ready() {
            Progress::Complete
        } else if has(MakeRenditions::NAME, true) {
            Progress::Developing
        } else {
            Progress::Waiting
        }
    };
    Ok(some
        .iter()
        .map(|photo| (photo.id.clone(), of(photo)))
        .collect())
}
