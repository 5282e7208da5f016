//! Printing a sheet, writing down what it says, and giving a transcription back.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use super::scans::drop_all;
use super::{Paper, Transcript, open_paper, paper, scans};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::consents::asking::{ask_on_paper, event};
use crate::consents::queries;
use crate::consents::{Consent, StaffGrant};
use crate::db::schema::consent_papers;
use crate::db::{CaseId, ClientId, Conn, ConsentId, exactly_one, random_hex};
use crate::error::Error;

/// Asks on paper: a draft with a sheet of its own. An older sheet of the draft, and what was read off it, are gone. `shown`
/// gives the hash of all that the sheet shows.
///
/// # Errors
/// As [`ask`](super::super::ask).
pub fn print_sheet(
    conn: &mut Conn,
    actor: &Actor,
    (client, case): (&ClientId, &CaseId),
    until: NaiveDateTime,
    shown: impl FnOnce(&mut Conn, Consent) -> Result<String, Error>,
) -> Result<ConsentId, Error> {
    let id = ask_on_paper(conn, actor, client, case)?;
    let consent = queries::consent(conn, &id)?;
    let shown_sha256 = shown(conn, consent)?;
    drop_all(conn, &id)?;
    diesel::delete(consent_papers::table.find(id.as_str())).execute(&mut **conn)?;
    let now = conn.now()?;
    diesel::insert_into(consent_papers::table)
        .values((
            consent_papers::consent_id.eq(id.as_str()),
            consent_papers::client_id.eq(client.as_str()),
            consent_papers::code.eq(random_hex(4)?),
            consent_papers::shown_sha256.eq(shown_sha256),
            consent_papers::until.eq(until),
            consent_papers::printed_at.eq(now),
            consent_papers::printed_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    Ok(id)
}

/// Writes down what a signed sheet says. It counts for nothing before a second person has verified it.
///
/// # Errors
/// `Forbidden` without the role staff; `Conflict` without a scan, or when it was verified or replaced meanwhile.
pub fn transcribe(
    conn: &mut Conn,
    actor: &Actor,
    id: &ConsentId,
    transcript: &Transcript,
) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    let client = queries::consent(conn, id)?.client_id;
    clients::lock(conn, &client)?;
    open_paper(conn, id)?;
    if scans(conn, id)?.is_empty() {
        return Err(Error::Conflict);
    }
    let now = conn.now()?;
    let text = serde_json::to_string(transcript)?;
    let changed = diesel::update(
        consent_papers::table
            .find(id.as_str())
            .filter(consent_papers::transcript.is_null())
            .filter(consent_papers::verified_at.is_null()),
    )
    .set((
        consent_papers::transcript.eq(Some(&text)),
        consent_papers::transcribed_at.eq(Some(now)),
        consent_papers::transcribed_by.eq(Some(actor.id.as_str())),
        consent_papers::returned_why.eq(None::<String>),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    told(conn, actor, (&client, id), "transcribed", "")
}

/// Gives a transcription back that does not say what the sheet says: it is made anew, from nothing.
///
/// # Errors
/// `NotFound` for who may not see clients' photos; `Invalid` without a reason; `Conflict` when there is none to give back.
pub fn return_paper(
    conn: &mut Conn,
    actor: &Actor,
    id: &ConsentId,
    why: &str,
) -> Result<Paper, Error> {
    StaffGrant::of(actor)?;
    if why.is_empty() {
        return Err(Error::field("why", "field-required"));
    }
    if why.chars().count() > 2000 {
        return Err(Error::field("why", "field-too-long"));
    }
    let client = queries::consent(conn, id)?.client_id;
    clients::lock(conn, &client)?;
    open_paper(conn, id)?;
    let changed = diesel::update(
        consent_papers::table
            .find(id.as_str())
            .filter(consent_papers::transcript.is_not_null())
            .filter(consent_papers::verified_at.is_null()),
    )
    .set((
        consent_papers::transcript.eq(None::<String>),
        consent_papers::transcribed_at.eq(None::<NaiveDateTime>),
        consent_papers::transcribed_by.eq(None::<String>),
        consent_papers::returned_why.eq(Some(why)),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    told(conn, actor, (&client, id), "returned", why)?;
    paper(conn, id)?.ok_or(Error::NotFound)
}

/// In the history of the consent, and in the audit chain.
pub(super) fn told(
    conn: &mut Conn,
    actor: &Actor,
    (client, consent): (&ClientId, &ConsentId),
    verb: &str,
    detail: &str,
) -> Result<(), Error> {
    let doer = actor.doer();
    event(conn, consent, client, &doer.to_string(), verb, detail)?;
    audit::record(
        conn,
        &doer,
        &format!("consent.{verb}"),
        &format!("consent:{consent}"),
        &json!({}),
    )
}
