//! What is read of stories.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::snapshot::Snapshot;
use super::story::{Story, StoryState};
use crate::db::schema::{approvals, cases, stories};
use crate::db::{CaseId, Conn, StoryId};
use crate::error::Error;
use crate::web::paging::Cursor;

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

/// What a list of stories is narrowed to, by ids.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub treatment: Option<String>,
    pub practitioner: Option<String>,
}

/// Stories that were approved, newest publication first, after `cursor`: candidates, of which the predicate decides.
///
/// # Errors
/// When the database does not answer.
pub fn newest_published(
    conn: &mut Conn,
    wanted: &Wanted,
    cursor: Option<&Cursor>,
    limit: i64,
) -> Result<Vec<(Story, NaiveDateTime)>, Error> {
    let mut query = stories::table
        .inner_join(cases::table)
        .filter(stories::approval_id.is_not_null())
        .filter(stories::published_at.is_not_null())
        .order((stories::published_at.desc(), stories::id.desc()))
        .limit(limit)
        .select((Story::as_select(), stories::published_at.assume_not_null()))
        .into_boxed();
    if let Some(treatment) = &wanted.treatment {
        query = query.filter(cases::treatment_id.eq(treatment.clone()));
    }
    if let Some(practitioner) = &wanted.practitioner {
        query = query.filter(cases::practitioner_id.eq(practitioner.clone()));
    }
    if let Some(cursor) = cursor {
        query = query.filter(
            stories::published_at.lt(cursor.at).or(stories::published_at
                .eq(cursor.at)
                .and(stories::id.lt(cursor.id.clone()))),
        );
    }
    Ok(query.load(&mut **conn)?)
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
