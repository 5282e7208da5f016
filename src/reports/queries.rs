//! What is read of reports.

use diesel::prelude::*;

use super::report::Report;
use crate::db::schema::reports;
use crate::db::{Conn, StoryId};
use crate::error::Error;

/// So many settled ones are listed.
const SETTLED: i64 = 50;

/// The open ones, longest waiting first.
///
/// # Errors
/// When the database does not answer.
pub(super) fn open(conn: &mut Conn) -> Result<Vec<Report>, Error> {
    Ok(reports::table
        .filter(reports::settled_at.is_null())
        .order((reports::reported_at, reports::id))
        .select(Report::as_select())
        .load(&mut **conn)?)
}

/// The latest that were settled.
///
/// # Errors
/// When the database does not answer.
pub(super) fn settled(conn: &mut Conn) -> Result<Vec<Report>, Error> {
    Ok(reports::table
        .filter(reports::settled_at.is_not_null())
        .order((reports::settled_at.desc(), reports::id))
        .limit(SETTLED)
        .select(Report::as_select())
        .load(&mut **conn)?)
}

/// # Errors
/// `NotFound`.
pub(super) fn report(conn: &mut Conn, id: &str) -> Result<Report, Error> {
    Ok(reports::table
        .find(id)
        .select(Report::as_select())
        .first(&mut **conn)?)
}

/// How many wait for a moderator.
///
/// # Errors
/// When the database does not answer.
pub fn count_open(conn: &mut Conn) -> Result<i64, Error> {
    Ok(reports::table
        .filter(reports::settled_at.is_null())
        .count()
        .get_result(&mut **conn)?)
}

/// Whether a report about this story waits for a moderator.
///
/// # Errors
/// When the database does not answer.
pub fn is_reported(conn: &mut Conn, story: &StoryId) -> Result<bool, Error> {
    Ok(diesel::select(diesel::dsl::exists(
        reports::table
            .filter(reports::story_id.eq(story.as_str()))
            .filter(reports::settled_at.is_null()),
    ))
    .get_result(&mut **conn)?)
}
