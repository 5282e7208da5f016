//! Somebody else decides for a client from now on: whoever was asked is not asked any more, and open pages close. The links of
//! receipts go on opening: by them things can only be made more private.

use diesel::prelude::*;

use super::asking::lapse_others;
use super::consent::ConsentState;
use crate::db::schema::{client_sessions, consents};
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;

/// Lets open questions lapse and ends open pages. The client's row is locked.
///
/// # Errors
/// When the database refuses.
pub fn hand_over(conn: &mut Conn, client: &ClientId) -> Result<(), Error> {
    let asked: Vec<CaseId> = consents::table
        .filter(consents::client_id.eq(client.as_str()))
        .filter(consents::state.eq(ConsentState::Sent.as_str()))
        .select(consents::case_id)
        .load(&mut **conn)?;
    for case in &asked {
        lapse_others(conn, case)?;
    }
    let open = client_sessions::table.filter(client_sessions::client_id.eq(client.as_str()));
    diesel::delete(open).execute(&mut **conn)?;
    Ok(())
}
