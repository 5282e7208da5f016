//! What was decided on a story so far, by whom, and why.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::decision::{Reason, Verdict};
use super::gate::Gate;
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
    /// Why a gate that asked was let stand.
    pub answers: Vec<String>,
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
        String,
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
            decisions::gates,
        ))
        .load(&mut **conn)?;
    let undone: Vec<String> = rows.iter().filter_map(|row| row.6.clone()).collect();
    Ok(rows
        .into_iter()
        .map(
            |(id, verdict, reasons, note, at, by, _, gates)| PastDecision {
                verdict,
                reasons: known(&reasons),
                answers: answers(&gates),
                note,
                at,
                by,
                undone: undone.contains(&id),
            },
        )
        .collect())
}

/// Those of the list, which alone have words.
fn known(reasons: &str) -> Vec<String> {
    let mut reasons: Vec<String> = serde_json::from_str(reasons).unwrap_or_default();
    reasons.retain(|one| Reason::parse(one).is_some());
    reasons
}

fn answers(gates: &str) -> Vec<String> {
    let gates: Vec<Gate> = serde_json::from_str(gates).unwrap_or_default();
    gates.into_iter().filter_map(|gate| gate.answer).collect()
}

/// Decisions of all time, not taken back, that kept a story from visitors for no reason of the list (G20). Every reason of
/// the list is about something else than what the client thinks.
///
/// # Errors
/// When the database does not answer.
pub(super) fn kept_back_for_nothing(conn: &mut Conn) -> Result<usize, Error> {
    let kept_back = [Verdict::RequestChanges.as_str(), Verdict::Refuse.as_str()];
    let all: Vec<(String, String)> = decisions::table
        .filter(decisions::verdict.eq_any(kept_back))
        .select((decisions::id, decisions::reasons))
        .load(&mut **conn)?;
    let undone: Vec<Option<String>> = decisions::table
        .filter(decisions::undoes.is_not_null())
        .select(decisions::undoes)
        .load(&mut **conn)?;
    let neutral = |reasons: &str| {
        let reasons: Vec<String> = serde_json::from_str(reasons).unwrap_or_default();
        !reasons.is_empty() && reasons.iter().all(|one| Reason::parse(one).is_some())
    };
    Ok(all
        .iter()
        .filter(|(id, reasons)| !undone.contains(&Some(id.clone())) && !neutral(reasons))
        .count())
}
