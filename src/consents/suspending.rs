//! A suspension: someone disputes a consent, and until that is settled nothing of it is shown (G12). Staff can only make
//! things more private, so they suspend; to lift it takes a moderator.

use diesel::prelude::*;
use serde_json::json;

use super::asking::event;
use super::consent::{Consent, ConsentState};
use super::withdrawal::write_down;
use super::{purging, queries};
use crate::accounts::{Actor, Role};
use crate::audit::{self, Doer};
use crate::clients;
use crate::db::schema::consents;
use crate::db::{CaseId, Conn, ConsentId, exactly_one};
use crate::error::Error;

/// How the ledger tells a suspension from a withdrawal.
pub(super) const SUSPEND: &str = "suspend:";

/// Suspends the consent in force for a case: down at once, on every instance, and after a restored backup too.
///
/// # Errors
/// `Forbidden` without the role staff; `Invalid` without a reason; `NotFound` when none is in force.
pub fn suspend(conn: &mut Conn, actor: &Actor, case: &CaseId, why: &str) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    if why.is_empty() {
        return Err(Error::field("why", "field-required"));
    }
    if why.chars().count() > 2000 {
        return Err(Error::field("why", "field-too-long"));
    }
    let consent = queries::active_for_case(conn, case)?.ok_or(Error::NotFound)?;
    clients::raise_epoch(conn, &consent.client_id)?;
    let at = conn.now()?;
    let from_to = (ConsentState::Active, ConsentState::Suspended);
    exactly_one(change(conn, &consent.id, from_to)?)?;
    let grants = queries::grants_of(conn, &consent.id)?;
    let ids: Vec<&str> = grants.iter().map(|grant| grant.id.as_str()).collect();
    purging::purge_copies(conn, &ids)?;
    told(conn, &actor.doer(), &consent, ("suspended", why))?;
    write_down(
        conn,
        &consent.client_id,
        format!("{SUSPEND}{}", consent.id),
        at,
    )
}

/// The dispute is settled: what was allowed stands again.
///
/// # Errors
/// `Forbidden` without the role moderator; `NotFound` when none is suspended.
pub fn lift_suspension(conn: &mut Conn, actor: &Actor, case: &CaseId) -> Result<(), Error> {
    actor.require(Role::Moderator)?;
    let consent = queries::suspended_for_case(conn, case)?.ok_or(Error::NotFound)?;
    clients::raise_epoch(conn, &consent.client_id)?;
    let from_to = (ConsentState::Suspended, ConsentState::Active);
    exactly_one(change(conn, &consent.id, from_to)?)?;
    told(conn, &actor.doer(), &consent, ("lifted", ""))
}

/// A suspension that a restored backup did not know.
pub(super) fn suspend_again(conn: &mut Conn, consent: &str) -> Result<usize, Error> {
    let Some(id) = ConsentId::parse(consent) else {
        return Ok(0);
    };
    change(conn, &id, (ConsentState::Active, ConsentState::Suspended))
}

fn change(
    conn: &mut Conn,
    consent: &ConsentId,
    (from, to): (ConsentState, ConsentState),
) -> Result<usize, Error> {
    let in_state = consents::table
        .find(consent.as_str())
        .filter(consents::state.eq(from.as_str()));
    Ok(diesel::update(in_state)
        .set(consents::state.eq(to.as_str()))
        .execute(&mut **conn)?)
}

fn told(
    conn: &mut Conn,
    doer: &Doer,
    consent: &Consent,
    (verb, why): (&str, &str),
) -> Result<(), Error> {
    let who = doer.to_string();
    event(conn, &consent.id, &consent.client_id, &who, verb, why)?;
    let subject = format!("consent:{}", consent.id);
    audit::record(conn, doer, &format!("consent.{verb}"), &subject, &json!({}))
}
