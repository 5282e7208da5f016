//! A client turns 18: what a guardian signed for them is on hold from that day, until they sign themselves.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::consent::{Consent, ConsentState};
use super::suspending::hold;
use crate::audit::Doer;
use crate::clients::{self, Authority, Client};
use crate::db::Conn;
use crate::db::schema::consents;
use crate::error::Error;

/// As staff read it beside what is on hold.
const WHY: &str = "The client is 18 now: a guardian signed before. They have to sign themselves.";

/// Whether a guardian signed for a client who was under age then, and is not any more.
pub fn is_of_age_since(
    client: &Client,
    role: &str,
    signed_at: NaiveDateTime,
    now: NaiveDateTime,
) -> bool {
    role == Authority::Guardian.as_str()
        && client.birth_date.is_some()
        && !client.was_adult_on(signed_at.date())
        && client.was_adult_on(now.date())
}

/// Whether this consent is on hold for good: only the client's own signature helps.
pub(super) fn waits_for_client(conn: &mut Conn, consent: &Consent) -> Result<bool, Error> {
    let (Some(role), Some(signed_at)) = (&consent.signer_role, consent.signed_at) else {
        return Ok(false);
    };
    let (client, now) = (clients::client(conn, &consent.client_id)?, conn.now()?);
    Ok(is_of_age_since(&client, role, signed_at, now))
}

/// Suspends what guardians signed for those who have turned 18 since. Says how many.
///
/// # Errors
/// When the database refuses.
pub fn suspend_of_age(conn: &mut Conn) -> Result<usize, Error> {
    let signed: Vec<Consent> = consents::table
        .filter(consents::state.eq(ConsentState::Active.as_str()))
        .filter(consents::signer_role.eq(Authority::Guardian.as_str()))
        .select(Consent::as_select())
        .load(&mut **conn)?;
    let mut suspended = 0;
    for consent in signed {
        if waits_for_client(conn, &consent)? {
            suspended += hold(conn, &Doer::System, &consent, WHY)?;
        }
    }
    Ok(suspended)
}
