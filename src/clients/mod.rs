//! The private record of a client, and the lock that consent-relevant transactions take first.
use diesel::prelude::*;

use crate::db::schema::clients;
use crate::db::{ClientId, Conn, exactly_one};
use crate::error::Error;

/// Locks the client's row and gives its epoch: the first statement of every consent-relevant transaction.
///
/// # Errors
/// `NotFound`.
pub fn lock(conn: &mut Conn, id: &ClientId) -> Result<i64, Error> {
    let changed = diesel::update(clients::table.find(id.as_str()))
        .set(clients::epoch.eq(clients::epoch))
        .execute(&mut **conn)?;
    exactly_one(changed).map_err(|_| Error::NotFound)?;
    Ok(clients::table
        .find(id.as_str())
        .select(clients::epoch)
        .first(&mut **conn)?)
}

/// Locks the client's row and makes every approval under way stale.
///
/// # Errors
/// `NotFound`.
pub fn raise_epoch(conn: &mut Conn, id: &ClientId) -> Result<(), Error> {
    let changed = diesel::update(clients::table.find(id.as_str()))
        .set(clients::epoch.eq(clients::epoch + 1))
        .execute(&mut **conn)?;
    exactly_one(changed).map_err(|_| Error::NotFound)
}
