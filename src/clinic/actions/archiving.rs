//! Out of the lists and back; what refers to it stays.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::{locations, practitioners, treatments};
use crate::db::{Conn, exactly_one};
use crate::error::Error;

/// Takes a location, practitioner or treatment out of the lists.
///
/// # Errors
/// `NotFound`.
pub fn archive(conn: &mut Conn, actor: &Actor, kind: &str, id: &str) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let now = conn.now()?;
    set(conn, kind, id, Some(now))?;
    record(conn, actor, "clinic.archive", kind, id)
}

/// Brings it back.
///
/// # Errors
/// `NotFound`; `Refused` when another one has its name by now.
pub fn restore(conn: &mut Conn, actor: &Actor, kind: &str, id: &str) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    set(conn, kind, id, None).map_err(|error| {
        if Conn::is_unique_violation(&error) {
            Error::refused(409, "restore-taken")
        } else {
            error
        }
    })?;
    record(conn, actor, "clinic.restore", kind, id)
}

fn set(conn: &mut Conn, kind: &str, id: &str, at: Option<NaiveDateTime>) -> Result<(), Error> {
    let changed = match kind {
        "locations" => diesel::update(locations::table.find(id))
            .set(locations::archived_at.eq(at))
            .execute(&mut **conn)?,
        "practitioners" => diesel::update(practitioners::table.find(id))
            .set(practitioners::archived_at.eq(at))
            .execute(&mut **conn)?,
        "treatments" => diesel::update(treatments::table.find(id))
            .set(treatments::archived_at.eq(at))
            .execute(&mut **conn)?,
        _ => return Err(Error::NotFound),
    };
    exactly_one(changed).map_err(|_| Error::NotFound)
}

fn record(conn: &mut Conn, actor: &Actor, verb: &str, kind: &str, id: &str) -> Result<(), Error> {
    audit::record(
        conn,
        &actor.doer(),
        verb,
        &format!("{kind}:{id}"),
        &json!({}),
    )
}
