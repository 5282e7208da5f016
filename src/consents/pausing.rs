//! A pause: what a client allowed does not stand until they take it up again. Down at once like a withdrawal, without a code;
//! coming back shows more, so it needs one.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use super::asking::event;
use super::consent::{ConsentState, Grant};
use super::live::LiveGrant;
use super::scope::Scope;
use super::sessions::ClientSession;
use super::withdrawal::write_down;
use super::{purging, renewing};
use crate::audit::{self, Doer};
use crate::clients;
use crate::db::schema::{consents, grants};
use crate::db::{CaseId, ClientId, Conn, ConsentId};
use crate::error::Error;

/// How the ledger tells a pause from a withdrawal.
pub(super) const PAUSE: &str = "pause:";

/// Something that was allowed and is paused now.
#[derive(Debug, Clone)]
pub struct Paused {
    pub grant: LiveGrant,
    pub since: NaiveDateTime,
}

/// Pauses. When the transaction commits, every instance answers 410; nothing is deleted, and the ledger remembers it so
/// that no restored backup forgets. Says how many grants stopped.
///
/// # Errors
/// When the database refuses: then nothing is paused and the caller must say so.
pub fn pause(
    conn: &mut Conn,
    doer: &Doer,
    client: &ClientId,
    scope: &Scope,
) -> Result<usize, Error> {
    clients::raise_epoch(conn, client)?;
    let at = conn.now()?;
    let stopped = stop(conn, doer, client, scope)?;
    write_down(conn, client, format!("{PAUSE}{}", scope.words()), at)?;
    Ok(stopped)
}

/// Lets grants stand no more, for now. The client's row is locked.
pub(super) fn stop(
    conn: &mut Conn,
    doer: &Doer,
    client: &ClientId,
    scope: &Scope,
) -> Result<usize, Error> {
    let now = conn.now()?;
    change(conn, doer, client, scope, Some(now))
}

/// Takes up again what was paused and has not ended since.
///
/// # Errors
/// `Forbidden` for an unconfirmed session: the link alone only makes things more private.
pub fn resume(conn: &mut Conn, session: &ClientSession, scope: &Scope) -> Result<usize, Error> {
    session.require_confirmed()?;
    let client = &session.link.client_id;
    clients::raise_epoch(conn, client)?;
    let doer = Doer::Client(client.to_string());
    change(conn, &doer, client, scope, None)
}

fn change(
    conn: &mut Conn,
    doer: &Doer,
    client: &ClientId,
    scope: &Scope,
    paused_at: Option<NaiveDateTime>,
) -> Result<usize, Error> {
    let open: Vec<Grant> = grants::table
        .filter(grants::client_id.eq(client.as_str()))
        .filter(grants::ended_at.is_null())
        .select(Grant::as_select())
        .load(&mut **conn)?;
    let meant: Vec<Grant> = open
        .into_iter()
        .filter(|grant| scope.covers(grant))
        .filter(|grant| grant.paused_at.is_some() != paused_at.is_some())
        .collect();
    let ids: Vec<&str> = meant.iter().map(|grant| grant.id.as_str()).collect();
    diesel::update(grants::table.filter(grants::id.eq_any(&ids)))
        .set(grants::paused_at.eq(paused_at))
        .execute(&mut **conn)?;
    if paused_at.is_some() {
        purging::purge_copies(conn, &ids)?;
        renewing::ask_from_the_beginning(conn, client)?;
    }
    let (said, verb) = match paused_at {
        Some(_) => ("paused", "consent.pause"),
        None => ("resumed", "consent.resume"),
    };
    let mut touched: Vec<&ConsentId> = meant.iter().map(|grant| &grant.consent_id).collect();
    touched.sort_unstable();
    touched.dedup();
    for consent in touched {
        event(
            conn,
            consent,
            client,
            &doer.to_string(),
            said,
            &scope.words(),
        )?;
    }
    let detail = json!({ "scope": scope.words(), "grants": ids.len() });
    audit::record(conn, doer, verb, &format!("client:{client}"), &detail)?;
    Ok(ids.len())
}

/// All that a client paused and could take up again, case by case.
///
/// # Errors
/// When the database does not answer.
pub fn paused_of_client(conn: &mut Conn, client: &ClientId) -> Result<Vec<Paused>, Error> {
    let now = conn.now()?;
    let rows: Vec<(Grant, CaseId)> = grants::table
        .inner_join(consents::table)
        .filter(grants::client_id.eq(client.as_str()))
        .filter(grants::ended_at.is_null())
        .filter(grants::paused_at.is_not_null())
        .filter(grants::expires_at.gt(now))
        .filter(consents::state.eq(ConsentState::Active.as_str()))
        .order((
            grants::case_id,
            grants::what,
            grants::subject_id,
            grants::channel,
        ))
        .select((Grant::as_select(), grants::case_id))
        .load(&mut **conn)?;
    let paused = rows.into_iter().filter_map(|(grant, case_id)| {
        Some(Paused {
            since: grant.paused_at?,
            grant: LiveGrant {
                id: grant.id,
                consent_id: grant.consent_id.to_string(),
                case_id,
                what: grant.what,
                subject_id: grant.subject_id,
                channel: grant.channel,
                source_sha256: grant.source_sha256,
                source: grant.source,
                level: grant.level,
                attribution: grant.attribution,
                expires_at: grant.expires_at,
            },
        })
    });
    Ok(paused.collect())
}
