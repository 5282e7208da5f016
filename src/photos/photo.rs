//! A photo and its closed lists: stage, angle, state.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use crate::db::{CaseId, ClientId, PhotoId};
use crate::imaging::{Edits, Level, MaskKind};

/// What is stored of a stage or an angle that nobody has said yet.
pub const UNSAID: &str = "unknown";

/// When in the course of a treatment a photo was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Before,
    Design,
    Session,
    Fresh,
    Healed,
    OneYear,
    TouchUp,
}

impl Stage {
    pub const ALL: [Self; 7] = [
        Self::Before,
        Self::Design,
        Self::Session,
        Self::Fresh,
        Self::Healed,
        Self::OneYear,
        Self::TouchUp,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Design => "design",
            Self::Session => "session",
            Self::Fresh => "fresh",
            Self::Healed => "healed",
            Self::OneYear => "one_year",
            Self::TouchUp => "touch_up",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == text)
    }

    /// Whether it shows the person before anything was done.
    pub fn is_before(self) -> bool {
        matches!(self, Self::Before | Self::Design)
    }

    /// Whether it may stand as a headline "after" without a label: the result has settled.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Healed | Self::OneYear | Self::TouchUp)
    }
}

/// From where it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Angle {
    Front,
    Left,
    Right,
    Top,
    Back,
    Detail,
}

impl Angle {
    pub const ALL: [Self; 6] = [
        Self::Front,
        Self::Left,
        Self::Right,
        Self::Top,
        Self::Back,
        Self::Detail,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Left => "left",
            Self::Right => "right",
            Self::Top => "top",
            Self::Back => "back",
            Self::Detail => "detail",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|angle| angle.as_str() == text)
    }
}

/// How far a photo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoState {
    Processing,
    Ready,
    Refused,
}

impl PhotoState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Processing => "processing",
            Self::Ready => "ready",
            Self::Refused => "refused",
        }
    }
}

/// A sealed original and what is known of it.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::photos)]
pub struct Photo {
    pub id: PhotoId,
    pub case_id: CaseId,
    pub client_id: ClientId,
    #[serde(skip)]
    pub object_id: String,
    pub sha256: String,
    pub bytes: i64,
    pub width: i32,
    pub height: i32,
    pub stage: String,
    pub session_number: Option<i32>,
    pub angle: String,
    pub taken_on: Option<NaiveDate>,
    pub alt: String,
    pub sensitive: bool,
    /// What the bare picture shows of the person: 0 when staff said that it shows no face at all, else 2.
    pub bare_level: i32,
    pub edits: String,
    pub edits_sha256: String,
    pub state: String,
    pub refusal: Option<String>,
    /// The id of the sentence that says what to look at, such as a damaged file.
    pub warning: Option<String>,
    pub revision: i32,
    pub uploaded_at: NaiveDateTime,
    pub removed_at: Option<NaiveDateTime>,
    /// What it looks like, once that was measured: see `doubles.rs`.
    #[serde(skip)]
    pub likeness: Option<String>,
}

impl Photo {
    /// The edits as numbers. What can't be read counts as no edit that could be published: the caller gets `None`.
    pub fn edits(&self) -> Option<Edits> {
        serde_json::from_str(&self.edits).ok()
    }

    pub fn stage(&self) -> Option<Stage> {
        Stage::parse(&self.stage)
    }

    pub fn angle(&self) -> Option<Angle> {
        Angle::parse(&self.angle)
    }

    pub fn is_ready(&self) -> bool {
        self.state == PhotoState::Ready.as_str()
    }

    /// Whether a person has said when and from where it was taken.
    pub fn is_described(&self) -> bool {
        self.stage().is_some() && self.angle().is_some()
    }

    /// The versions that can be made of it. Without a mask over the eyes there is no "eyes covered"; without one over
    /// the face, and unless the picture shows no face, there is no "scalp only".
    pub fn levels(&self) -> Vec<Level> {
        let Some(edits) = self.edits() else {
            return Vec::new();
        };
        levels(self.bare_level, &edits)
    }
}

/// [`Photo::levels`] of a bare level and edits.
pub fn levels(bare_level: i32, edits: &Edits) -> Vec<Level> {
    if bare_level == 0 {
        return vec![Level::AreaOnly];
    }
    let covers = |kind: MaskKind| edits.masks.iter().any(|mask| mask.what == kind);
    let mut levels = Vec::new();
    if covers(MaskKind::Face) {
        levels.push(Level::AreaOnly);
    }
    if covers(MaskKind::Eyes) {
        levels.push(Level::Covered);
    }
    levels.push(Level::FullFace);
    levels
}
