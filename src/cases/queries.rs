//! What is read of cases.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::case::{Case, Session};
use crate::db::schema::{case_sessions, cases, clients, treatments};
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;
use crate::web::paging::Cursor;

/// # Errors
/// `NotFound`.
pub fn case(conn: &mut Conn, id: &CaseId) -> Result<Case, Error> {
    Ok(cases::table
        .find(id.as_str())
        .select(Case::as_select())
        .first(&mut **conn)?)
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

/// One line of the list of cases.
#[derive(Debug, Clone, Queryable, Serialize)]
pub struct Listed {
    pub id: CaseId,
    pub client: String,
    pub treatment: String,
    pub created_at: NaiveDateTime,
}

/// Cases from the newest on, after `cursor`.
///
/// # Errors
/// When the database does not answer.
pub fn newest(conn: &mut Conn, cursor: Option<&Cursor>, limit: i64) -> Result<Vec<Listed>, Error> {
    let mut query = cases::table
        .inner_join(clients::table)
        .inner_join(treatments::table)
        .order((cases::created_at.desc(), cases::id.desc()))
        .limit(limit)
        .select((
            cases::id,
            clients::name,
            treatments::name,
            cases::created_at,
        ))
        .into_boxed();
    if let Some(cursor) = cursor {
        query = query.filter(
            cases::created_at.lt(cursor.at).or(cases::created_at
                .eq(cursor.at)
                .and(cases::id.lt(cursor.id.clone()))),
        );
    }
    Ok(query.load(&mut **conn)?)
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
