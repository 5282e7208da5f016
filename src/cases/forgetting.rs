//! The cases of a client who is forgotten: that there was one of a treatment stays, and nothing of the person.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::db::schema::{case_sessions, cases};
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;

/// Empties the facts, who treated and where, and removes the days. The client's row is locked. Gives the cases.
///
/// # Errors
/// When the database refuses.
pub fn forget(conn: &mut Conn, client: &ClientId, at: NaiveDateTime) -> Result<Vec<CaseId>, Error> {
    let own = cases::table.filter(cases::client_id.eq(client.as_str()));
    let ids: Vec<CaseId> = own.select(cases::id).load(&mut **conn)?;
    let none = || None::<String>;
    diesel::update(own)
        .set((
            cases::practitioner_id.eq(none()),
            cases::location_id.eq(none()),
            cases::age_band.eq(none()),
            cases::sex.eq(none()),
            cases::norwood.eq(none()),
            cases::skin_tone.eq(none()),
            cases::hair_colour.eq(none()),
            cases::scar_type.eq(none()),
            cases::revision.eq(cases::revision + 1),
            cases::updated_at.eq(at),
        ))
        .execute(&mut **conn)?;
    let these = ids.iter().map(CaseId::as_str);
    diesel::delete(case_sessions::table.filter(case_sessions::case_id.eq_any(these)))
        .execute(&mut **conn)?;
    Ok(ids)
}
