//! Copies elsewhere of a client who is forgotten: they still have to come down, so where one is stays until it does. Whose it
//! was does not.

use diesel::prelude::*;

use crate::db::schema::{external_uses, search_removals};
use crate::db::{ClientId, Conn};
use crate::error::Error;

/// Empties what is not needed to take copies down. The client's row is locked. Says how many are still to come down.
///
/// # Errors
/// When the database refuses.
pub fn forget(conn: &mut Conn, client: &ClientId) -> Result<usize, Error> {
    let own = external_uses::table.filter(external_uses::client_id.eq(client.as_str()));
    diesel::update(own)
        .set(external_uses::source_sha256.eq(""))
        .execute(&mut **conn)?;
    diesel::update(own.filter(external_uses::removed_at.is_not_null()))
        .set((
            external_uses::place.eq(""),
            external_uses::proof.eq(Some("")),
        ))
        .execute(&mut **conn)?;
    let asked = search_removals::table.filter(search_removals::client_id.eq(client.as_str()));
    diesel::update(asked)
        .set(search_removals::proof.eq(""))
        .execute(&mut **conn)?;
    let left: i64 = own
        .filter(external_uses::removed_at.is_null())
        .count()
        .get_result(&mut **conn)?;
    Ok(usize::try_from(left).unwrap_or_default())
}
