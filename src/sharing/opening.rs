//! Whether programs may read what the website shows: closed until an admin opens it, and who did so when.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::Conn;
use crate::db::schema::{api_openings, users};
use crate::error::Error;

/// Since when, and by whom.
#[derive(Debug, Clone, Queryable, Serialize)]
pub struct Opening {
    pub opened_at: NaiveDateTime,
    pub opened_by: String,
}

/// # Errors
/// When the database does not answer: the caller lets nobody in.
pub fn opening(conn: &mut Conn) -> Result<Option<Opening>, Error> {
    Ok(api_openings::table
        .inner_join(users::table)
        .select((api_openings::opened_at, users::name))
        .first(&mut **conn)
        .optional()?)
}

/// Opens it; once is enough.
///
/// # Errors
/// `Forbidden` without the role.
pub fn open(conn: &mut Conn, actor: &Actor) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    if opening(conn)?.is_some() {
        return Ok(());
    }
    let now = conn.now()?;
    diesel::insert_into(api_openings::table)
        .values((
            api_openings::id.eq(1),
            api_openings::opened_at.eq(now),
            api_openings::opened_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    audit::record(conn, &actor.doer(), "api.open", "api:1", &json!({}))
}

/// Closes it at once.
///
/// # Errors
/// `Forbidden` without the role.
pub fn close(conn: &mut Conn, actor: &Actor) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let closed = diesel::delete(api_openings::table).execute(&mut **conn)?;
    match closed {
        0 => Ok(()),
        _ => audit::record(conn, &actor.doer(), "api.close", "api:1", &json!({})),
    }
}
