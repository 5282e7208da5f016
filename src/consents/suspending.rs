//! A suspension: someone disputes a consent, and until that is settled nothing of it is shown (G12). Whoever works here can
//! make things more private, so they suspend; to lift it takes an admin with a reason, and a consent that still holds.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::asking::event;
use super::coming_of_age::waits_for_client;
use super::consent::{Consent, ConsentState};
use super::withdrawal::write_down;
use super::{purging, queries, texts};
use crate::accounts::{self, Actor, Role};
use crate::audit::{self, Doer};
use crate::clients;
use crate::db::schema::{consent_events, consents};
use crate::db::{CaseId, ClientId, Conn, ConsentId, UserId, exactly_one};
use crate::error::Error;

/// How the ledger tells a suspension from a withdrawal.
pub(super) const SUSPEND: &str = "suspend:";
/// What the event is called.
const SUSPENDED: &str = "suspended";

/// A consent that someone disputes.
#[derive(Debug, Clone, Serialize)]
pub struct Dispute {
    pub consent: ConsentId,
    pub client: ClientId,
    pub case: CaseId,
    /// Who suspended it, when and why; unknown where a ledger alone remembers it.
    pub by: Option<String>,
    pub since: Option<NaiveDateTime>,
    pub why: String,
    /// What was signed still holds but for the dispute: its time is not over, its text not recalled.
    pub holds: bool,
}

/// The disputes that are open, the oldest first; of one client, or of all.
///
/// # Errors
/// When the database does not answer.
pub fn disputes(conn: &mut Conn, client: Option<&ClientId>) -> Result<Vec<Dispute>, Error> {
    let mut open = consents::table
        .filter(consents::state.eq(ConsentState::Suspended.as_str()))
        .order((consents::asked_at, consents::id))
        .select(Consent::as_select())
        .into_boxed();
    if let Some(client) = client {
        open = open.filter(consents::client_id.eq(client.as_str()));
    }
    let open: Vec<Consent> = open.load(&mut **conn)?;
    let mut all = Vec::new();
    for consent in open {
        all.push(dispute(conn, consent)?);
    }
    Ok(all)
}

fn dispute(conn: &mut Conn, consent: Consent) -> Result<Dispute, Error> {
    type Row = (NaiveDateTime, String, String);
    let last: Option<Row> = consent_events::table
        .filter(consent_events::consent_id.eq(consent.id.as_str()))
        .filter(consent_events::verb.eq(SUSPENDED))
        .order((consent_events::at.desc(), consent_events::id.desc()))
        .select((
            consent_events::at,
            consent_events::actor,
            consent_events::detail,
        ))
        .first(&mut **conn)
        .optional()?;
    let holds = holds(conn, &consent)?;
    let (since, actor, why) = match last {
        Some((at, actor, why)) => (Some(at), actor, why),
        None => Default::default(),
    };
    let by = match actor.strip_prefix("user:").and_then(UserId::parse) {
        Some(id) => Some(accounts::user(conn, &id)?.name),
        None => None,
    };
    Ok(Dispute {
        consent: consent.id,
        client: consent.client_id,
        case: consent.case_id,
        by,
        since,
        why,
        holds,
    })
}

fn holds(conn: &mut Conn, consent: &Consent) -> Result<bool, Error> {
    let now = conn.now()?;
    let text = texts::text(conn, &consent.text_id)?;
    if waits_for_client(conn, consent)? {
        return Ok(false);
    }
    Ok(text.recalled_at.is_none() && consent.expires_at.is_some_and(|end| end > now))
}

/// Suspends the consent in force for a case: down at once, on every instance, and after a restored backup too.
///
/// # Errors
/// `Forbidden` for who is neither staff, moderator nor admin; `Invalid` without a reason; `NotFound` when none is in force.
pub fn suspend(conn: &mut Conn, actor: &Actor, case: &CaseId, why: &str) -> Result<(), Error> {
    let roles = [Role::Staff, Role::Moderator, Role::Admin];
    if !roles.into_iter().any(|role| actor.has(role)) {
        return Err(Error::Forbidden);
    }
    said(why)?;
    let consent = queries::active_for_case(conn, case)?.ok_or(Error::NotFound)?;
    exactly_one(hold(conn, &actor.doer(), &consent, why)?)
}

/// Has nothing of a consent stand until it is lifted. Says whether it stood: another may have been quicker.
pub(super) fn hold(
    conn: &mut Conn,
    doer: &Doer,
    consent: &Consent,
    why: &str,
) -> Result<usize, Error> {
    clients::raise_epoch(conn, &consent.client_id)?;
    let at = conn.now()?;
    let from_to = (ConsentState::Active, ConsentState::Suspended);
    if change(conn, &consent.id, from_to)? == 0 {
        return Ok(0);
    }
    let grants = queries::grants_of(conn, &consent.id)?;
    let ids: Vec<&str> = grants.iter().map(|grant| grant.id.as_str()).collect();
    purging::purge_copies(conn, &ids)?;
    told(conn, doer, consent, (SUSPENDED, why))?;
    let scope = format!("{SUSPEND}{}", consent.id);
    write_down(conn, &consent.client_id, scope, at)?;
    Ok(1)
}

/// The dispute is settled: what was allowed, and not taken back or over since, stands again.
///
/// # Errors
/// `Forbidden` without the role admin; `Invalid` without a reason; `NotFound` when none is suspended; `Refused` when what was
/// signed holds no longer: then only a new signature helps.
pub fn lift_suspension(
    conn: &mut Conn,
    actor: &Actor,
    case: &CaseId,
    why: &str,
) -> Result<Consent, Error> {
    actor.require(Role::Admin)?;
    said(why)?;
    let consent = queries::suspended_for_case(conn, case)?.ok_or(Error::NotFound)?;
    clients::raise_epoch(conn, &consent.client_id)?;
    if !holds(conn, &consent)? {
        return Err(Error::refused(409, "dispute-holds-no-longer"));
    }
    let from_to = (ConsentState::Suspended, ConsentState::Active);
    exactly_one(change(conn, &consent.id, from_to)?)?;
    told(conn, &actor.doer(), &consent, ("lifted", why))?;
    Ok(consent)
}

fn said(why: &str) -> Result<(), Error> {
    if why.is_empty() {
        return Err(Error::field("why", "field-required"));
    }
    if why.chars().count() > 2000 {
        return Err(Error::field("why", "field-too-long"));
    }
    Ok(())
}

/// A suspension that a restored backup did not know. A consent that was signed after the backup is not in it, but the one that
/// it took the place of is, and would hold again: then it is all that the client signed.
pub(super) fn suspend_again(
    conn: &mut Conn,
    client: &ClientId,
    consent: &str,
) -> Result<usize, Error> {
    match queries::is_of(conn, client, consent)? {
        Some(known) => change(
            conn,
            &known,
            (ConsentState::Active, ConsentState::Suspended),
        ),
        None => hold_all(conn, client),
    }
}

/// Nothing that a client signed stands until it is settled. Says how many consents did.
pub(super) fn hold_all(conn: &mut Conn, client: &ClientId) -> Result<usize, Error> {
    let standing = consents::table
        .filter(consents::client_id.eq(client.as_str()))
        .filter(consents::state.eq(ConsentState::Active.as_str()));
    Ok(diesel::update(standing)
        .set(consents::state.eq(ConsentState::Suspended.as_str()))
        .execute(&mut **conn)?)
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
