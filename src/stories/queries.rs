//! What is read of stories.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::snapshot::Snapshot;
use super::story::{Story, StoryState};
use crate::db::schema::{approvals, cases, stories};
use crate::db::{CaseId, Conn, StoryId, one_of};
use crate::error::Error;

/// # Errors
/// `NotFound`.
pub fn story(conn: &mut Conn, id: &StoryId) -> Result<Story, Error> {
    Ok(stories::table
        .find(id.as_str())
        .select(Story::as_select())
        .first(&mut **conn)?)
}

/// # Errors
/// When the database does not answer.
pub fn of_case(conn: &mut Conn, case: &CaseId) -> Result<Option<Story>, Error> {
    Ok(stories::table
        .filter(stories::case_id.eq(case.as_str()))
        .select(Story::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// The story at a public address, in whatever state.
///
/// # Errors
/// When the database does not answer.
pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Story>, Error> {
    Ok(stories::table
        .filter(stories::slug.eq(slug))
        .select(Story::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// Stories that wait for a moderator, longest waiting first.
///
/// # Errors
/// When the database does not answer.
pub fn waiting(conn: &mut Conn) -> Result<Vec<Story>, Error> {
    Ok(stories::table
        .filter(stories::state.eq(StoryState::Submitted.as_str()))
        .order((stories::submitted_at, stories::id))
        .select(Story::as_select())
        .load(&mut **conn)?)
}

/// A story that was approved and, as far as staff are concerned, is published: of what is shown the predicate decides.
#[derive(Debug, Clone, Queryable)]
pub struct Approved {
    pub id: String,
    pub approval_id: String,
    pub published_at: NaiveDateTime,
    /// Who treated, as the case says now.
    pub practitioner_id: Option<String>,
}

/// All of them, newest publication first.
///
/// # Errors
/// When the database does not answer.
pub fn approved(conn: &mut Conn) -> Result<Vec<Approved>, Error> {
    Ok(stories::table
        .inner_join(cases::table)
        .filter(stories::approval_id.is_not_null())
        .filter(stories::published_at.is_not_null())
        .order((stories::published_at.desc(), stories::id.desc()))
        .select((
            stories::id,
            stories::approval_id.assume_not_null(),
            stories::published_at.assume_not_null(),
            cases::practitioner_id,
        ))
        .load(&mut **conn)?)
}

/// These stories, in any order.
///
/// # Errors
/// When the database does not answer.
pub fn by_ids(conn: &mut Conn, ids: &[impl AsRef<str>]) -> Result<Vec<Story>, Error> {
    Ok(stories::table
        .filter(one_of(stories::id, ids))
        .select(Story::as_select())
        .load(&mut **conn)?)
}

/// The snapshots of approvals, by the approvals' ids.
///
/// # Errors
/// When the database does not answer, or one can't be read.
pub fn snapshots(conn: &mut Conn, asked: &[&str]) -> Result<HashMap<String, Snapshot>, Error> {
    let rows: Vec<(String, String)> = approvals::table
        .filter(one_of(approvals::id, asked))
        .select((approvals::id, approvals::snapshot))
        .load(&mut **conn)?;
    rows.into_iter()
        .map(|(id, text)| Ok((id, serde_json::from_str(&text)?)))
        .collect()
}

/// The snapshot of an approval.
///
/// # Errors
/// `NotFound`.
pub fn snapshot_of_approval(conn: &mut Conn, approval: &str) -> Result<Snapshot, Error> {
    let text: String = approvals::table
        .find(approval)
        .select(approvals::snapshot)
        .first(&mut **conn)?;
    Ok(serde_json::from_str(&text)?)
}

/// What a moderator decided.
#[derive(Debug, Clone, Queryable, Selectable, serde::Serialize)]
#[diesel(table_name = crate::db::schema::decisions)]
pub struct Decided {
    pub verdict: String,
    /// Reason codes as JSON.
    pub reasons: String,
    pub note: String,
    pub decided_at: NaiveDateTime,
}

/// The decisions on a story, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn decisions(conn: &mut Conn, story: &StoryId) -> Result<Vec<Decided>, Error> {
    use crate::db::schema::decisions;
    Ok(decisions::table
        .filter(decisions::story_id.eq(story.as_str()))
        .order(decisions::decided_at.desc())
        .select(Decided::as_select())
        .load(&mut **conn)?)
}
