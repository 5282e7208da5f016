//! The ledger read back: withdrawals that a restored backup does not know take effect again (F13).

use diesel::prelude::*;

use super::consent::What;
use super::ledger::{WriteLedger, number_is_taken};
use super::pausing::{PAUSE, stop};
use super::recall::{RECALL, recall_again};
use super::scope::Scope;
use super::suspending::{SUSPEND, suspend_again};
use super::withdrawal::{end_all, note};
use crate::audit::Doer;
use crate::clients;
use crate::db::schema::{grants, withdrawals};
use crate::db::{ClientId, Conn};
use crate::error::Error;

/// What became of one event of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replayed {
    /// The database knows this withdrawal: what was granted since stays.
    Known,
    /// It took effect now; so many publications ended, or grants and consents stopped standing.
    Now {
        client: ClientId,
        scope: Scope,
        ended: usize,
    },
    /// The client's record is not in this database, so nothing of theirs can be public.
    NoSuchClient,
}

/// Lets one event of the ledger take effect, unless it already has. Doing it twice is no error.
///
/// # Errors
/// When the database refuses: the replay is not finished then.
pub fn replay(conn: &mut Conn, event: &WriteLedger) -> Result<Replayed, Error> {
    if let Some(number) = event.number {
        number_is_taken(conn, number)?;
    }
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
    let now = conn.now()?;
    let at = event.time().unwrap_or(now);
    note(conn, event, at, Some(now))?;
    let client = event.client.clone();
    if let Some(entry) = event.scope.strip_prefix(RECALL) {
        return Ok(Replayed::Now {
            ended: recall_again(conn, &client, entry, at)?,
            scope: Scope::All,
            client,
        });
    }
    if let Some(consent) = event.scope.strip_prefix(SUSPEND) {
        return Ok(Replayed::Now {
            ended: suspend_again(conn, &client, consent)?,
            scope: Scope::All,
            client,
        });
    }
    if let Some(scope) = event.scope.strip_prefix(PAUSE).and_then(Scope::parse) {
        // What was taken up again since stays paused: the client can take it up once more.
        return Ok(Replayed::Now {
            ended: each(read_here(conn, &client, &scope)?, |scope| {
                stop(conn, &Doer::System, &client, scope)
            })?,
            scope,
            client,
        });
    }
    // An erasure takes everything back; so does, in doubt, a scope that a newer version wrote and we don't know.
    let scope = Scope::parse(&event.scope).unwrap_or(Scope::All);
    Ok(Replayed::Now {
        ended: each(read_here(conn, &client, &scope)?, |scope| {
            end_all(conn, &Doer::System, &client, scope)
        })?,
        scope,
        client,
    })
}

/// What a scope means in this database. Words that were given after the backup are not in it, but those that they took the
/// place of are, and would be public again: then it is all words of the client. A photo that is not here shows nothing.
fn read_here(conn: &mut Conn, client: &ClientId, scope: &Scope) -> Result<Vec<Scope>, Error> {
    let Scope::Item { what, subject } = scope else {
        return Ok(vec![scope.clone()]);
    };
    let here: Vec<String> = grants::table
        .filter(grants::client_id.eq(client.as_str()))
        .filter(grants::what.eq(what.as_str()))
        .select(grants::subject_id)
        .distinct()
        .load(&mut **conn)?;
    if *what == What::Photo || here.contains(subject) {
        return Ok(vec![scope.clone()]);
    }
    let all = here.into_iter().map(|subject| Scope::Item {
        what: *what,
        subject,
    });
    Ok(all.collect())
}

fn each(
    scopes: Vec<Scope>,
    end: impl FnMut(&Scope) -> Result<usize, Error>,
) -> Result<usize, Error> {
    scopes.iter().map(end).sum()
}
