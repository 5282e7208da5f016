//! For how long evidence of a signature is kept after its client was forgotten: what the profile says, or what the clinic chose
//! under that profile.

use diesel::prelude::*;
use serde_json::json;

use super::profile;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::evidence_choices as choices;
use crate::db::{Conn, Id};
use crate::error::Error;

/// Longer is kept by nobody's rule that we know of.
pub const MOST_MONTHS: u32 = 180;

/// So many months, counted from when a consent was last in force.
///
/// # Errors
/// When the database does not answer.
pub fn evidence_months(conn: &mut Conn) -> Result<u32, Error> {
    let holds = profile(conn)?;
    let chosen: Option<i32> = choices::table
        .filter(choices::profile.eq(&holds.id))
        .order((choices::chosen_at.desc(), choices::id.desc()))
        .select(choices::months)
        .first(&mut **conn)
        .optional()?;
    let chosen = chosen.and_then(|months| u32::try_from(months).ok());
    Ok(chosen
        .unwrap_or(holds.evidence.months)
        .max(holds.evidence.least))
}

/// Chooses how long evidence is kept of those who are forgotten from now on. Who was forgotten before was told a day, and that
/// stays.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `Invalid` for less than the profile asks for, or far too long.
pub fn set_evidence_months(conn: &mut Conn, actor: &Actor, months: u32) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let holds = profile(conn)?;
    if !(holds.evidence.least..=MOST_MONTHS).contains(&months) {
        return Err(Error::field("months", "evidence-months-range"));
    }
    let now = conn.now()?;
    diesel::insert_into(choices::table)
        .values((
            choices::id.eq(Id::<()>::new().as_str()),
            choices::profile.eq(&holds.id),
            choices::months.eq(i32::try_from(months).unwrap_or(i32::MAX)),
            choices::chosen_at.eq(now),
            choices::chosen_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "clinic.evidence",
        "clinic:1",
        &json!({ "profile": holds.edition(), "months": months }),
    )
}
