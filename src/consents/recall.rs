//! Recalling a consent text (G04): nothing that rests on it is public from that moment on, and its clients can be asked again.
//! The ledger knows it for each consent, so that no restored backup forgets it.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::asking::lapse_others;
use super::suspending::hold_all;
use super::texts::ConsentText;
use super::withdrawal::write_down;
use super::{purging, queries};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::db::schema::{clients as people, consent_texts, consents, grants};
use crate::db::{CaseId, ClientId, Conn, ConsentId, exactly_one};
use crate::error::Error;

/// States of a consent that a recall of its text leaves without force.
const HIT: [&str; 4] = ["sent", "signed_pending", "active", "suspended"];

/// How the ledger tells a recall from a withdrawal.
pub(super) const RECALL: &str = "recall:";

/// How many consents rest on a text.
///
/// # Errors
/// When the database does not answer.
pub fn resting_on(conn: &mut Conn, text: &str) -> Result<i64, Error> {
    Ok(consents::table
        .filter(consents::text_id.eq(text))
        .filter(consents::state.eq_any(HIT))
        .count()
        .get_result(&mut **conn)?)
}

/// Recalls a text, for good. The predicate joins the text: from the commit on nothing signed with it is public. Who was
/// being asked with it is not asked any more.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `Conflict` when it was recalled already; `Invalid` without a reason.
pub fn recall_text(conn: &mut Conn, actor: &Actor, id: &str, why: &str) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let text: ConsentText = super::text(conn, id)?;
    if why.trim().is_empty() {
        return Err(Error::field("why", "field-required"));
    }
    let now = conn.now()?;
    exactly_one(mark(conn, id, now)?)?;
    diesel::update(consent_texts::table.find(id))
        .set((
            consent_texts::recalled_by.eq(Some(actor.id.as_str())),
            consent_texts::recalled_why.eq(Some(why.trim())),
        ))
        .execute(&mut **conn)?;
    let resting = resting(conn, id)?;
    let standing = standing(conn, id)?;
    let asked = ask_no_longer(conn, id)?;
    let detail = json!({ "sha256": text.sha256, "consents": resting.len(), "asked": asked });
    let subject = format!("text:{id}");
    audit::record(conn, &actor.doer(), "text.recall", &subject, &detail)?;
    for (consent, client) in resting {
        let grants = open_grants(conn, &consent)?;
        let grants: Vec<&str> = grants.iter().map(String::as_str).collect();
        purging::purge_copies(conn, &grants)?;
        // What was only asked, or waits for its receipt, has taken the place of nothing.
        let stood = match standing.contains(&consent) {
            true => consent.as_str(),
            false => "",
        };
        write_down(conn, &client, format!("{RECALL}{id}:{stood}"), now)?;
    }
    Ok(())
}

/// A recall that a restored backup did not know, as the ledger says it: of a text, for one consent that rested on it, named if
/// it had taken effect. Where that consent is not in the backup, the one that it took the place of is, and would hold again:
/// then nothing of the client stands. Says how many consents hold no more.
pub(super) fn recall_again(
    conn: &mut Conn,
    client: &ClientId,
    entry: &str,
    at: NaiveDateTime,
) -> Result<usize, Error> {
    let (text, consent) = entry.split_once(':').unwrap_or((entry, ""));
    let mut held = 0;
    if mark(conn, text, at)? > 0 {
        held = resting(conn, text)?.len();
        ask_no_longer(conn, text)?;
    }
    if !consent.is_empty() && queries::is_of(conn, client, consent)?.is_none() {
        held += hold_all(conn, client)?;
    }
    Ok(held)
}

/// Says whether it was not recalled before.
fn mark(conn: &mut Conn, text: &str, at: NaiveDateTime) -> Result<usize, Error> {
    let in_use = consent_texts::table
        .find(text)
        .filter(consent_texts::recalled_at.is_null());
    Ok(diesel::update(in_use)
        .set(consent_texts::recalled_at.eq(Some(at)))
        .execute(&mut **conn)?)
}

/// Who is being asked with it is not asked any more. Says how many were.
fn ask_no_longer(conn: &mut Conn, text: &str) -> Result<usize, Error> {
    let asked: Vec<(CaseId, ClientId)> = consents::table
        .filter(consents::text_id.eq(text))
        .filter(consents::state.eq("sent"))
        .select((consents::case_id, consents::client_id))
        .load(&mut **conn)?;
    for (case, client) in &asked {
        clients::lock(conn, client)?;
        lapse_others(conn, case)?;
    }
    Ok(asked.len())
}

/// What rests on it, and whose it is.
fn resting(conn: &mut Conn, text: &str) -> Result<Vec<(ConsentId, ClientId)>, Error> {
    Ok(consents::table
        .filter(consents::text_id.eq(text))
        .filter(consents::state.eq_any(HIT))
        .order(consents::id)
        .select((consents::id, consents::client_id))
        .load(&mut **conn)?)
}

/// Those of them that took effect.
fn standing(conn: &mut Conn, text: &str) -> Result<Vec<ConsentId>, Error> {
    Ok(consents::table
        .filter(consents::text_id.eq(text))
        .filter(consents::state.eq_any(["active", "suspended"]))
        .select(consents::id)
        .load(&mut **conn)?)
}

fn open_grants(conn: &mut Conn, consent: &ConsentId) -> Result<Vec<String>, Error> {
    Ok(grants::table
        .filter(grants::consent_id.eq(consent.as_str()))
        .filter(grants::ended_at.is_null())
        .select(grants::id)
        .load(&mut **conn)?)
}

/// A case whose newest consent rests on a recalled text.
#[derive(Debug, Clone, Serialize)]
pub struct ToAskAgain {
    pub case: CaseId,
    pub client: ClientId,
    pub name: String,
    pub has_email: bool,
    pub recalled_at: NaiveDateTime,
}

/// The cases to ask again, by name.
///
/// # Errors
/// When the database does not answer.
pub fn to_ask_again(conn: &mut Conn) -> Result<Vec<ToAskAgain>, Error> {
    type Row = (
        ConsentId,
        CaseId,
        ClientId,
        String,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
        String,
    );
    let rows: Vec<Row> = consents::table
        .inner_join(consent_texts::table)
        .inner_join(people::table)
        .filter(consent_texts::recalled_at.is_not_null())
        .filter(people::erased_at.is_null())
        .order((people::name_folded, consents::asked_at))
        .select((
            consents::id,
            consents::case_id,
            consents::client_id,
            consents::state,
            consents::ended_at,
            consent_texts::recalled_at,
            people::name,
        ))
        .load(&mut **conn)?;
    let mut found: Vec<ToAskAgain> = Vec::new();
    for (id, case, client, state, ended_at, recalled_at, name) in rows {
        let Some(recalled_at) = recalled_at else {
            continue;
        };
        let lapsed = state == "lapsed" && ended_at.is_some_and(|at| at >= recalled_at);
        let newest = super::latest_for_case(conn, &case)?.is_some_and(|one| one.id == id);
        if newest && (lapsed || HIT.contains(&state.as_str())) {
            found.push(ToAskAgain {
                has_email: clients::address(conn, &client)?.is_some(),
                case,
                client,
                name,
                recalled_at,
            });
        }
    }
    Ok(found)
}
