//! The ledger read back (F13): who was forgotten after the backup is forgotten again, before anything is served.

use super::actions::forget;
use crate::consents::{Replayed, WriteLedger};
use crate::db::Conn;
use crate::error::Error;
use crate::signing;

/// Lets one event of the ledger take effect in a restored database, unless it already has. Doing it twice is no error.
///
/// # Errors
/// When the database refuses: the replay is not finished then.
pub fn replay(conn: &mut Conn, event: &WriteLedger) -> Result<Replayed, Error> {
    let replayed = signing::replay(conn, event)?;
    if let (true, Replayed::Now { client, .. }) = (event.is_erasure(), &replayed) {
        let now = conn.now()?;
        forget(conn, None, client, event.time().unwrap_or(now))?;
    }
    Ok(replayed)
}
