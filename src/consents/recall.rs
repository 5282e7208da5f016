//! Recalling a consent text (G04): nothing that rests on it is public from that moment on, and its clients can be asked again.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::asking::lapse_others;
use super::texts::ConsentText;
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clients;
use crate::db::schema::{clients as people, consent_texts, consents};
use crate::db::{CaseId, ClientId, Conn, ConsentId, exactly_one};
use crate::error::Error;

/// States of a consent that a recall of its text leaves without force.
const HIT: [&str; 4] = ["sent", "signed_pending", "active", "suspended"];

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
    let changed = diesel::update(
        consent_texts::table
            .find(id)
            .filter(consent_texts::recalled_at.is_null()),
    )
    .set((
        consent_texts::recalled_at.eq(Some(now)),
        consent_texts::recalled_by.eq(Some(actor.id.as_str())),
        consent_texts::recalled_why.eq(Some(why.trim())),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)?;
    let asked: Vec<(CaseId, ClientId)> = consents::table
        .filter(consents::text_id.eq(id))
        .filter(consents::state.eq("sent"))
        .select((consents::case_id, consents::client_id))
        .load(&mut **conn)?;
    for (case, client) in &asked {
        clients::lock(conn, client)?;
        lapse_others(conn, case)?;
    }
    let resting = resting_on(conn, id)?;
    let detail = json!({ "sha256": text.sha256, "consents": resting, "asked": asked.len() });
    audit::record(
        conn,
        &actor.doer(),
        "text.recall",
        &format!("text:{id}"),
        &detail,
    )
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
