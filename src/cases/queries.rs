//! What is read of cases.

use diesel::prelude::*;

use super::case::{Case, Session};
use crate::db::schema::{case_sessions, cases};
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;

/// # Errors
/// `NotFound`.
pub fn case(conn: &mut Conn, id: &CaseId) -> Result<Case, Error> {
    Ok(cases::table
        .find(id.as_str())
        .select(Case::as_select())
        .first(&mut **conn)?)
}

/// How many cases had a session.
///
/// # Errors
/// When the database does not answer.
pub fn treated_count(conn: &mut Conn) -> Result<usize, Error> {
    let count: i64 = case_sessions::table
        .select(diesel::dsl::count(case_sessions::case_id).aggregate_distinct())
        .first(&mut **conn)?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// The sessions of a case by date.
///
/// # Errors
/// When the database does not answer.
pub fn sessions(conn: &mut Conn, id: &CaseId) -> Result<Vec<Session>, Error> {
    Ok(case_sessions::table
        .filter(case_sessions::case_id.eq(id.as_str()))
        .order((case_sessions::held_on, case_sessions::number))
        .select(Session::as_select())
        .load(&mut **conn)?)
}

/// # Errors
/// When the database does not answer.
pub fn cases_of_client(conn: &mut Conn, client: &ClientId) -> Result<Vec<Case>, Error> {
    Ok(cases::table
        .filter(cases::client_id.eq(client.as_str()))
        .order(cases::created_at.desc())
        .select(Case::as_select())
        .load(&mut **conn)?)
}
