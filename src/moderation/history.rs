//! What was decided on a story so far, by whom, and why.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use crate::db::schema::{decisions, users};
use crate::db::{Conn, StoryId};
use crate::error::Error;

/// One decision of the past.
#[derive(Debug, Clone, Serialize)]
pub struct PastDecision {
    pub verdict: String,
    pub reasons: Vec<String>,
    pub note: String,
    pub at: NaiveDateTime,
    pub by: String,
    /// It was taken back.
    pub undone: bool,
}

/// The decisions on a story, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn history(conn: &mut Conn, story: &StoryId) -> Result<Vec<PastDecision>, Error> {
    type Row = (
        String,
        String,
        String,
        String,
        NaiveDateTime,
        String,
        Option<String>,
    );
    let rows: Vec<Row> = decisions::table
        .inner_join(users::table)
        .filter(decisions::story_id.eq(story.as_str()))
        .order((decisions::decided_at.desc(), decisions::id.desc()))
        .select((
            decisions::id,
            decisions::verdict,
            decisions::reasons,
            decisions::note,
            decisions::decided_at,
            users::name,
            decisions::undoes,
        ))
        .load(&mut **conn)?;
    let undone: Vec<String> = rows.iter().filter_map(|row| row.6.clone()).collect();
    Ok(rows
        .into_iter()
        .map(|(id, verdict, reasons, note, at, by, _)| PastDecision {
            verdict,
            reasons: serde_json::from_str(&reasons).unwrap_or_default(),
            note,
            at,
            by,
            undone: undone.contains(&id),
        })
        .collect())
}
