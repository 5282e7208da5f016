//! A story and where it stands.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use crate::db::{CaseId, ClientId, StoryId, UserId};

/// Where the work on a story stands. It only ever makes things less public: what is shown is decided by publications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StoryState {
    Draft,
    Submitted,
    ChangesRequested,
    Refused,
    Published,
    Unpublished,
}

impl StoryState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::ChangesRequested => "changes_requested",
            Self::Refused => "refused",
            Self::Published => "published",
            Self::Unpublished => "unpublished",
        }
    }
}

/// A story as staff write it.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::stories)]
pub struct Story {
    pub id: StoryId,
    pub case_id: CaseId,
    pub client_id: ClientId,
    pub slug: String,
    pub title: String,
    /// Markdown.
    pub narrative: String,
    pub state: String,
    /// Staff said: our client, not retouched, comparable light and pose (G15).
    pub authentic_at: Option<NaiveDateTime>,
    /// Staff looked for tattoos, scars, jewellery, backgrounds, reflections (G16).
    pub marks_at: Option<NaiveDateTime>,
    pub revision: i32,
    pub created_by: UserId,
    pub updated_by: UserId,
    pub submitted_at: Option<NaiveDateTime>,
    pub submitted_by: Option<String>,
    pub approval_id: Option<String>,
    pub published_at: Option<NaiveDateTime>,
    pub first_published_at: Option<NaiveDateTime>,
}
