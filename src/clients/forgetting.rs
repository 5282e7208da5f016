//! The record of a client who is forgotten: the row stays, and nothing of the person is left in it.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use super::representative;
use crate::accounts::Actor;
use crate::db::schema::{client_requests, clients, users};
use crate::db::{ClientId, Conn};
use crate::error::Error;

/// Empties the record, and what the client asked for in words. The client's row is locked.
///
/// # Errors
/// When the database refuses.
pub fn forget(
    conn: &mut Conn,
    by: Option<&Actor>,
    id: &ClientId,
    at: NaiveDateTime,
) -> Result<(), Error> {
    let by = by.map(|actor| actor.id.as_str());
    diesel::update(clients::table.find(id.as_str()))
        .set((
            clients::name.eq(""),
            clients::name_folded.eq(""),
            clients::email.eq(None::<String>),
            clients::phone.eq(None::<String>),
            clients::birth_date.eq(None::<NaiveDate>),
            clients::adult_attested_at.eq(None::<NaiveDateTime>),
            clients::adult_attested_by.eq(None::<String>),
            // Whoever has the old record open on their screen brings nothing of it back.
            clients::revision.eq(clients::revision + 1),
            clients::erased_at.eq(Some(at)),
            clients::erased_by.eq(by),
        ))
        .execute(&mut **conn)?;
    representative::forget(conn, id)?;
    let requests = client_requests::table.filter(client_requests::client_id.eq(id.as_str()));
    diesel::update(requests)
        .set((
            client_requests::note.eq(""),
            client_requests::answer.eq(None::<String>),
        ))
        .execute(&mut **conn)?;
    diesel::update(requests.filter(client_requests::done_at.is_null()))
        .set((
            client_requests::done_at.eq(Some(at)),
            client_requests::done_by.eq(by),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// A client of whom nothing is known any more.
#[derive(Debug, Clone, Queryable, Serialize)]
pub struct Forgotten {
    pub id: ClientId,
    pub public_id: String,
    pub at: NaiveDateTime,
    /// Who of the clinic did it; `None` where a restored backup did it again.
    pub by: Option<String>,
}

/// Those who were forgotten, the latest first.
///
/// # Errors
/// When the database does not answer.
pub fn forgotten(conn: &mut Conn) -> Result<Vec<Forgotten>, Error> {
    let by = clients::erased_by.eq(users::id.nullable());
    Ok(clients::table
        .left_join(users::table.on(by))
        .filter(clients::erased_at.is_not_null())
        .order((clients::erased_at.desc(), clients::id))
        .select((
            clients::id,
            clients::public_id,
            clients::erased_at.assume_not_null(),
            users::name.nullable(),
        ))
        .load(&mut **conn)?)
}
