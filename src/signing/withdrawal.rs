//! Taking back: everything, one place, one thing, or how much of it is seen; and pausing. Less of a photo stays public only
//! where its lower version is made already; otherwise the photo goes.

use crate::accounts::Actor;
use crate::audit::Doer;
use crate::consents::{self, ClientSession, Replayed, Scope, WriteLedger};
use crate::db::{CaseId, ClientId, Conn, PhotoId};
use crate::error::Error;
use crate::external_uses;
use crate::photos;

/// Takes back in one transaction: when it commits, what was taken back is gone, and staff will hear of copies elsewhere.
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
    external_uses::tell_due(conn)?;
    match scope {
        Scope::Level { photo, .. } => show_less(conn, client, photo),
        _ => Ok(()),
    }
}

/// Pauses in one transaction: when it commits, it is down, until the client takes it up again.
///
/// # Errors
/// `Invalid` for a part of a photo: there is less of it, or a pause of it. When the database refuses nothing changed.
pub fn pause(conn: &mut Conn, doer: &Doer, client: &ClientId, scope: &Scope) -> Result<(), Error> {
    if matches!(scope, Scope::Level { .. }) {
        return Err(Error::field("scope", "field-choice"));
    }
    consents::pause(conn, doer, client, scope)?;
    external_uses::tell_due(conn)?;
    Ok(())
}

/// Takes up again what was paused; what came down meanwhile to show less returns as less.
///
/// # Errors
/// `Forbidden` until a code or a witness confirmed the session.
pub fn resume(conn: &mut Conn, session: &ClientSession, scope: &Scope) -> Result<(), Error> {
    let client = &session.link.client_id;
    let paused = consents::paused_of_client(conn, client)?;
    consents::resume(conn, session, scope)?;
    let mut photos: Vec<String> = paused
        .into_iter()
        .filter(|one| one.grant.what == "photo")
        .map(|one| one.grant.subject_id)
        .collect();
    photos.sort_unstable();
    photos.dedup();
    for photo in photos {
        show_less(conn, client, &photo)?;
    }
    external_uses::tell_due(conn)?;
    Ok(())
}

/// A dispute is settled: what was allowed stands again, and what came down meanwhile to show less returns as less.
///
/// # Errors
/// As those of lifting a suspension.
pub fn settle(conn: &mut Conn, actor: &Actor, case: &CaseId, why: &str) -> Result<(), Error> {
    let consent = consents::lift_suspension(conn, actor, case, why)?;
    let grants = consents::grants_of(conn, &consent.id)?.into_iter();
    let open = grants.filter(|one| one.ended_at.is_none() && one.what == "photo");
    let mut photos: Vec<String> = open.map(|one| one.subject_id).collect();
    photos.sort_unstable();
    photos.dedup();
    for photo in photos {
        show_less(conn, &consent.client_id, &photo)?;
    }
    external_uses::tell_due(conn)?;
    Ok(())
}

fn show_less(conn: &mut Conn, client: &ClientId, photo: &str) -> Result<(), Error> {
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
