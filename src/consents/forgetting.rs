//! The consents of a client who is forgotten: over for good, and emptied of the person. What is left says that there was one,
//! when, and where; addresses that were public go on answering 410 by it.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::answers::Answers;
use super::asking::event;
use super::consent::ConsentState;
use super::ledger::WriteLedger;
use super::withdrawal::{DropObjects, write_down};
use super::{kept, paper, queries};
use crate::audit::Doer;
use crate::db::schema::{
    client_codes, client_links, client_sessions, consent_events, consent_papers, consents, grants,
    publications,
};
use crate::db::{ClientId, Conn, ConsentId};
use crate::error::Error;
use crate::jobs;

/// How the ledger names it. A version that does not know it takes everything back.
const ERASE: &str = "erase";

impl WriteLedger {
    /// Whether the client was forgotten, and not only what they allowed taken back.
    pub fn is_erasure(&self) -> bool {
        self.scope == ERASE
    }
}

/// Has the ledger know that a client is forgotten, so that a restored backup forgets them again.
///
/// # Errors
/// When the database refuses.
pub fn write_erasure_down(
    conn: &mut Conn,
    client: &ClientId,
    at: NaiveDateTime,
) -> Result<(), Error> {
    write_down(conn, client, ERASE.to_owned(), at)
}

/// Ends every consent of a client who is forgotten, keeps the evidence that has to be kept, and empties the rest. Everything
/// was taken back before, and the client's row is locked. Gives the consents of which evidence is kept.
///
/// # Errors
/// When the database refuses.
pub fn forget(
    conn: &mut Conn,
    doer: &Doer,
    client: &ClientId,
    at: NaiveDateTime,
) -> Result<Vec<ConsentId>, Error> {
    let all = queries::consents_of_client(conn, client)?;
    let mut kept_of = Vec::new();
    for consent in &all {
        if kept::keep(conn, consent, at)? {
            kept_of.push(consent.id.clone());
        } else {
            paper::drop_all(conn, &consent.id)?;
        }
    }
    empty(conn, client, at)?;
    for consent in &all {
        event(conn, &consent.id, client, &doer.to_string(), ERASE, "")?;
    }
    close_links(conn, client, at)?;
    drop_objects(conn, client)?;
    Ok(kept_of)
}

fn empty(conn: &mut Conn, client: &ClientId, at: NaiveDateTime) -> Result<(), Error> {
    let none = || None::<String>;
    let own = consents::table.filter(consents::client_id.eq(client.as_str()));
    diesel::update(own.filter(consents::ended_at.is_null()))
        .set(consents::ended_at.eq(Some(at)))
        .execute(&mut **conn)?;
    diesel::update(own)
        .set((
            consents::state.eq(ConsentState::Erased.as_str()),
            consents::answers.eq(Answers::default().canonical_json()),
            consents::revision.eq(consents::revision + 1),
            consents::signer_name.eq(none()),
            consents::document.eq(none()),
            consents::evidence.eq(none()),
            consents::signature.eq(none()),
            consents::story_sha256.eq(none()),
        ))
        .execute(&mut **conn)?;
    let events = consent_events::table.filter(consent_events::client_id.eq(client.as_str()));
    diesel::update(events)
        .set(consent_events::detail.eq(""))
        .execute(&mut **conn)?;
    let papers = consent_papers::table.filter(consent_papers::client_id.eq(client.as_str()));
    diesel::update(papers)
        .set((
            consent_papers::transcript.eq(none()),
            consent_papers::returned_why.eq(none()),
        ))
        .execute(&mut **conn)?;
    // A hash of a name is as good as the name to whoever has a list of names.
    let allowed = grants::table.filter(grants::client_id.eq(client.as_str()));
    diesel::update(allowed)
        .set((
            grants::source.eq(""),
            grants::source_sha256.eq(""),
            grants::attribution.eq(none()),
        ))
        .execute(&mut **conn)?;
    let shown = publications::table.filter(publications::client_id.eq(client.as_str()));
    diesel::update(shown)
        .set((
            publications::source_sha256.eq(""),
            publications::content.eq(""),
            publications::content_sha256.eq(""),
            publications::approved_sha256.eq(""),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// Links open nothing any more; whoever holds one is told that the client was forgotten.
fn close_links(conn: &mut Conn, client: &ClientId, at: NaiveDateTime) -> Result<(), Error> {
    let own = client_links::table.filter(client_links::client_id.eq(client.as_str()));
    let ids: Vec<String> = own.select(client_links::id).load(&mut **conn)?;
    diesel::delete(client_codes::table.filter(client_codes::link_id.eq_any(&ids)))
        .execute(&mut **conn)?;
    let open = client_sessions::table.filter(client_sessions::client_id.eq(client.as_str()));
    diesel::delete(open).execute(&mut **conn)?;
    diesel::update(own.filter(client_links::revoked_at.is_null()))
        .set(client_links::revoked_at.eq(Some(at)))
        .execute(&mut **conn)?;
    Ok(())
}

/// Also of what came down long ago: a file that was kept for those who work with it goes too.
fn drop_objects(conn: &mut Conn, client: &ClientId) -> Result<(), Error> {
    let ended: Vec<String> = publications::table
        .filter(publications::client_id.eq(client.as_str()))
        .select(publications::id)
        .load(&mut **conn)?;
    for publication in ended {
        jobs::enqueue(conn, &DropObjects { publication })?;
    }
    Ok(())
}
