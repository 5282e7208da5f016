//! Objects on their way into use: noted before they are written, owned by the transaction that speaks of them. What a
//! crash leaves is a note, and the sweep removes its object.

use diesel::prelude::*;

use crate::db::schema::begun_objects;
use crate::db::{Conn, exactly_one};
use crate::error::Error;
use crate::storage::ObjectId;

/// Notes that an object is about to be written. `kind` says where: `original`, `logo`, `scan`, or the extension of what is made.
///
/// # Errors
/// When the database refuses.
pub fn begin(conn: &mut Conn, id: &ObjectId, kind: &str) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::insert_into(begun_objects::table)
        .values((
            begun_objects::object_id.eq(id.as_str()),
            begun_objects::kind.eq(kind),
            begun_objects::begun_at.eq(now),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// The object is in use from this transaction on.
///
/// # Errors
/// `Conflict` when it was swept meanwhile: it is gone, so no row may speak of it.
pub fn own(conn: &mut Conn, id: &ObjectId) -> Result<(), Error> {
    let owned = diesel::delete(
        begun_objects::table
            .find(id.as_str())
            .filter(begun_objects::swept_at.is_null()),
    )
    .execute(&mut **conn)?;
    exactly_one(owned)
}
