//! Taking back: everything, one place, one thing, or how much of it is seen. Less of a photo stays public only where
//! its lower version is made already; otherwise the photo goes.

use crate::audit::Doer;
use crate::consents::{self, Replayed, Scope, WriteLedger};
use crate::db::{ClientId, Conn, PhotoId};
use crate::error::Error;
use crate::photos;

/// Takes back in one transaction: when it commits, what was taken back is gone.
///
/// # Errors
/// When the database refuses: then nothing changed and the caller must say so.
pub fn take_back(
    conn: &mut Conn,
    doer: &Doer,
    client: &ClientId,
    scope: &Scope,
) -> Result<(), Error> {
    consents::withdraw(conn, doer, client, scope)?;
    follow(conn, client, scope)
}

/// Lets a withdrawal of the ledger take effect in a restored database, as it did in the one that was lost.
///
/// # Errors
/// When the database refuses: the replay is not finished then.
pub fn replay(conn: &mut Conn, event: &WriteLedger) -> Result<Replayed, Error> {
    let replayed = consents::replay(conn, event)?;
    if let Replayed::Now { client, scope, .. } = &replayed {
        follow(conn, client, scope)?;
    }
    Ok(replayed)
}

/// Work that only visitors needed is called off, and what may go on as less goes on.
fn follow(conn: &mut Conn, client: &ClientId, scope: &Scope) -> Result<(), Error> {
    photos::call_off_taken_back(conn, client)?;
    let Scope::Level { photo, .. } = scope else {
        return Ok(());
    };
    let Some(id) = PhotoId::parse(photo) else {
        return Ok(());
    };
    match photos::photo(conn, &id) {
        Ok(photo) if &photo.client_id == client && photo.is_ready() => {
            photos::show_less(conn, &photo).map(|_| ())
        }
        Ok(_) | Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}
