//! A report, why it was made, and what became of it.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use crate::db::StoryId;

/// Why a story was reported; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// "This is me, and I did not agree."
    Me,
    /// The photo is someone else's work, or of another person.
    Photo,
    Misleading,
    Other,
}

impl Reason {
    pub const ALL: [Self; 4] = [Self::Me, Self::Photo, Self::Misleading, Self::Other];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::Photo => "photo",
            Self::Misleading => "misleading",
            Self::Other => "other",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Whether it says little without words.
    pub fn needs_words(self) -> bool {
        self != Self::Me
    }
}

/// What a moderator made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    TakenDown,
    Kept,
}

impl Outcome {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TakenDown => "taken_down",
            Self::Kept => "kept",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::TakenDown, Self::Kept]
            .into_iter()
            .find(|one| one.as_str() == text)
    }
}

/// A report as moderators see it.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::reports)]
pub struct Report {
    pub id: String,
    pub story_id: StoryId,
    pub reason: String,
    /// Empty once it is settled.
    pub words: String,
    /// Empty once it is settled, or when none was given.
    pub contact: String,
    pub reported_at: NaiveDateTime,
    pub settled_at: Option<NaiveDateTime>,
    pub outcome: Option<String>,
}
