//! The ledger read back: withdrawals that a restored backup does not know take effect again (F13).

use chrono::{DateTime, NaiveDateTime};
use diesel::prelude::*;

use super::scope::Scope;
use super::withdrawal::{WriteLedger, end_all, note};
use crate::audit::Doer;
use crate::clients;
use crate::db::Conn;
use crate::db::schema::withdrawals;
use crate::error::Error;

/// What became of one event of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replayed {
    /// The database knows this withdrawal: what was granted since stays.
    Known,
    /// It took effect now; so many publications ended.
    Now(usize),
    /// The client's record is not in this database, so nothing of theirs can be public.
    NoSuchClient,
}

/// Lets one event of the ledger take effect, unless it already has. Doing it twice is no error.
///
/// # Errors
/// When the event can't be read or the database refuses: the replay is not finished then.
pub fn replay(conn: &mut Conn, event: &[u8]) -> Result<Replayed, Error> {
    let event: WriteLedger = serde_json::from_slice(event)
        .map_err(|e| Error::internal(format!("an event of the ledger can't be read: {e}")))?;
    let known: i64 = withdrawals::table
        .filter(withdrawals::id.eq(&event.id))
        .count()
        .get_result(&mut **conn)?;
    if known > 0 {
        return Ok(Replayed::Known);
    }
    match clients::raise_epoch(conn, &event.client) {
        Err(Error::NotFound) => return Ok(Replayed::NoSuchClient),
        raised => raised?,
    }
    // A scope that a newer version wrote and we don't know: in doubt, all of it.
    let scope = Scope::parse(&event.scope).unwrap_or(Scope::All);
    let now = conn.now()?;
    note(
        conn,
        &event.id,
        &event.client,
        &scope,
        time(&event).unwrap_or(now),
        Some(now),
    )?;
    end_all(conn, &Doer::System, &event.client, &scope).map(Replayed::Now)
}

fn time(event: &WriteLedger) -> Option<NaiveDateTime> {
    let at = DateTime::parse_from_rfc3339(&event.at).ok()?;
    Some(at.naive_utc())
}
