//! Withdrawal: one transaction that ends grants and publications, then the work of removing every object.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::asking::event;
use super::consent::{ConsentState, Grant};
use super::ledger::{self, WriteLedger};
use super::scope::Scope;
use super::{links, narrowing, publishing, renewing, republishing};
use crate::app::App;
use crate::audit::{self, Doer};
use crate::clients;
use crate::db::schema::{
    consents, grants, publication_renditions, publications, renditions, video_files, withdrawals,
};
use crate::db::{CaseId, ClientId, Conn, ConsentId, random_hex};
use crate::error::Error;
use crate::jobs::{self, Job, Lease};
use crate::storage::{ObjectId, StorageKey};

/// Withdraws. When the transaction commits, every instance answers 410; objects and copies follow by jobs.
/// Says how many publications ended. Withdrawing twice is no error.
///
/// # Errors
/// When the database refuses: then nothing was withdrawn and the caller must say so.
pub fn withdraw(
    conn: &mut Conn,
    doer: &Doer,
    client: &ClientId,
    scope: &Scope,
) -> Result<usize, Error> {
    clients::raise_epoch(conn, client)?;
    let at = conn.now()?;
    let ended = end_all(conn, doer, client, scope)?;
    write_down(conn, client, scope.words(), at)?;
    Ok(ended)
}

/// Has the ledger outside the database know it. The last of what a withdrawal does: behind the audit chain's lock, in this
/// order always, two withdrawals never wait for each other.
pub(super) fn write_down(
    conn: &mut Conn,
    client: &ClientId,
    scope: String,
    at: NaiveDateTime,
) -> Result<(), Error> {
    let entry = WriteLedger {
        id: random_hex(16)?,
        client: client.clone(),
        scope,
        at: at.and_utc().to_rfc3339(),
        number: Some(ledger::next_number(conn)?),
    };
    note(conn, &entry, at, None)?;
    jobs::enqueue(conn, &entry)
}

/// Keeps the withdrawal (or pause) itself: by its id a restored backup tells which events of the ledger it missed.
pub(super) fn note(
    conn: &mut Conn,
    entry: &WriteLedger,
    at: NaiveDateTime,
    replayed_at: Option<NaiveDateTime>,
) -> Result<(), Error> {
    diesel::insert_into(withdrawals::table)
        .values((
            withdrawals::id.eq(&entry.id),
            withdrawals::client_id.eq(entry.client.as_str()),
            withdrawals::scope.eq(&entry.scope),
            withdrawals::at.eq(at),
            withdrawals::replayed_at.eq(replayed_at),
            withdrawals::number.eq(entry.number),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// Ends grants, publications and, where nothing is left of them, consents. The client's row is locked.
pub(super) fn end_all(
    conn: &mut Conn,
    doer: &Doer,
    client: &ClientId,
    scope: &Scope,
) -> Result<usize, Error> {
    let now = conn.now()?;
    let open: Vec<(Grant, CaseId)> = grants::table
        .filter(grants::client_id.eq(client.as_str()))
        .filter(grants::ended_at.is_null())
        .select((Grant::as_select(), grants::case_id))
        .load(&mut **conn)?;
    let ending: Vec<_> = open
        .into_iter()
        .filter(|(grant, _)| scope.covers(grant))
        .collect();
    let ids: Vec<&str> = ending.iter().map(|(grant, _)| grant.id.as_str()).collect();
    diesel::update(grants::table.filter(grants::id.eq_any(&ids)))
        .set((
            grants::ended_at.eq(Some(now)),
            grants::ended_why.eq(Some(scope.why())),
        ))
        .execute(&mut **conn)?;
    if let Scope::Level { level, .. } = scope {
        for (grant, case) in &ending {
            narrowing::narrow(conn, client, case, grant, *level)?;
        }
    }
    renewing::ask_from_the_beginning(conn, client)?;
    if !matches!(scope, Scope::Level { .. }) {
        republishing::wait_no_longer(conn, client, scope)?;
    }
    let shown: Vec<String> = publications::table
        .filter(publications::grant_id.eq_any(&ids))
        .filter(publications::unpublished_at.is_null())
        .select(publications::id)
        .load(&mut **conn)?;
    let ended = publishing::end(conn, &shown, scope.why())?;
    publishing::drop_retracted(conn, &ids)?;
    let mut touched: Vec<ConsentId> = ending
        .iter()
        .map(|(grant, _)| grant.consent_id.clone())
        .collect();
    touched.extend(pending(conn, client, scope)?);
    touched.sort();
    touched.dedup();
    for consent in &touched {
        if !grants_anything(conn, consent)? {
            close(conn, consent)?;
        }
        event(
            conn,
            consent,
            client,
            &doer.to_string(),
            scope.why(),
            &scope.words(),
        )?;
    }
    let detail = json!({ "scope": scope.words(), "grants": ids.len(), "publications": ended });
    audit::record(
        conn,
        doer,
        "consent.withdraw",
        &format!("client:{client}"),
        &detail,
    )?;
    Ok(ended)
}

/// Withdrawing all also ends consents that are only asked for or wait for their receipt.
fn pending(conn: &mut Conn, client: &ClientId, scope: &Scope) -> Result<Vec<ConsentId>, Error> {
    if *scope != Scope::All {
        return Ok(Vec::new());
    }
    Ok(consents::table
        .filter(consents::client_id.eq(client.as_str()))
        .filter(consents::state.eq_any(["sent", "signed_pending", "active", "suspended"]))
        .select(consents::id)
        .load(&mut **conn)?)
}

fn grants_anything(conn: &mut Conn, consent: &ConsentId) -> Result<bool, Error> {
    Ok(diesel::select(diesel::dsl::exists(
        grants::table
            .filter(grants::consent_id.eq(consent.as_str()))
            .filter(grants::ended_at.is_null()),
    ))
    .get_result(&mut **conn)?)
}

fn close(conn: &mut Conn, consent: &ConsentId) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::update(consents::table.find(consent.as_str()))
        .set((
            consents::state.eq(ConsentState::Withdrawn.as_str()),
            consents::ended_at.eq(Some(now)),
        ))
        .execute(&mut **conn)?;
    links::revoke_invites(conn, consent)
}

/// Removes the objects of an ended publication that no other publication still needs.
#[derive(Debug, Serialize, Deserialize)]
pub struct DropObjects {
    pub publication: String,
}

impl Job for DropObjects {
    const NAME: &'static str = "drop_objects";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let publication = self.publication.clone();
        let objects = app.db.write(move |conn| retire(conn, &publication)).await?;
        for (object, format) in objects {
            let id = ObjectId::parse(&object);
            if let Some(key) = id.and_then(|id| StorageKey::made(id, &format)) {
                app.storage.delete(&key).await?;
            }
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}

/// Takes the objects out of use before they go, under the client's lock: nothing can publish them again meanwhile. The client
/// may be forgotten by then.
fn retire(conn: &mut Conn, publication: &str) -> Result<Vec<(String, String)>, Error> {
    let client: ClientId = publications::table
        .find(publication)
        .select(publications::client_id)
        .first(&mut **conn)?;
    clients::hold(conn, &client)?;
    let objects = droppable(conn, publication)?;
    let ids: Vec<&str> = objects.iter().map(|(id, _)| id.as_str()).collect();
    diesel::delete(renditions::table.filter(renditions::object_id.eq_any(&ids)))
        .execute(&mut **conn)?;
    diesel::delete(video_files::table.filter(video_files::object_id.eq_any(&ids)))
        .execute(&mut **conn)?;
    Ok(objects)
}

fn droppable(conn: &mut Conn, publication: &str) -> Result<Vec<(String, String)>, Error> {
    let objects: Vec<(String, String)> = publication_renditions::table
        .filter(publication_renditions::publication_id.eq(publication))
        .select((
            publication_renditions::object_id,
            publication_renditions::format,
        ))
        .load(&mut **conn)?;
    let ids: Vec<&str> = objects.iter().map(|(id, _)| id.as_str()).collect();
    let needed: Vec<String> = publication_renditions::table
        .inner_join(publications::table)
        .filter(publication_renditions::object_id.eq_any(ids))
        .filter(publications::unpublished_at.is_null())
        .select(publication_renditions::object_id)
        .load(&mut **conn)?;
    Ok(objects
        .into_iter()
        .filter(|(id, _)| !needed.contains(id))
        .collect())
}
