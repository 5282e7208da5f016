//! What became of a withdrawal: done at once, done since, or still under way. Read from the work itself.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::ledger::WriteLedger;
use super::withdrawal::DropObjects;
use crate::db::schema::{consent_events, grants, publications};
use crate::db::{ClientId, Conn};
use crate::error::Error;
use crate::jobs;

/// The latest withdrawal of a client, as a checklist.
#[derive(Debug, Serialize)]
pub struct Takedown {
    pub at: NaiveDateTime,
    /// As [`super::Scope::words`] writes it.
    pub scope: String,
    /// How many of the uses that came down still have files in the store.
    pub files_left: usize,
    /// Written down outside the database, so that no restored backup brings it back.
    pub noted: bool,
    /// A search engine was allowed to know what came down.
    pub searched: bool,
}

/// The latest withdrawal of a client and what became of it; `None` when there was none.
///
/// # Errors
/// When the database does not answer.
pub fn last_takedown(conn: &mut Conn, client: &ClientId) -> Result<Option<Takedown>, Error> {
    let last: Option<(NaiveDateTime, String)> = consent_events::table
        .filter(consent_events::client_id.eq(client.as_str()))
        .filter(consent_events::verb.eq_any(["withdrawn", "narrowed"]))
        .order((consent_events::at.desc(), consent_events::id.desc()))
        .select((consent_events::at, consent_events::detail))
        .first(&mut **conn)
        .optional()?;
    let Some((at, scope)) = last else {
        return Ok(None);
    };
    let ended: Vec<String> = publications::table
        .filter(publications::client_id.eq(client.as_str()))
        .filter(publications::unpublished_why.eq_any(["withdrawn", "narrowed", "replaced"]))
        .select(publications::id)
        .load(&mut **conn)?;
    let open = jobs::open::<DropObjects>(conn)?;
    let searched: i64 = grants::table
        .filter(grants::client_id.eq(client.as_str()))
        .filter(grants::channel.eq("search"))
        .filter(grants::ended_why.eq_any(["withdrawn", "narrowed"]))
        .count()
        .get_result(&mut **conn)?;
    Ok(Some(Takedown {
        at,
        scope,
        files_left: open
            .iter()
            .filter(|job| ended.contains(&job.publication))
            .count(),
        noted: !jobs::open::<WriteLedger>(conn)?
            .iter()
            .any(|job| &job.client == client),
        searched: searched > 0,
    }))
}
