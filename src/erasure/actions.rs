//! Forgetting, once and for good.

use chrono::NaiveDateTime;
use serde_json::json;

use crate::accounts::{self, Actor, Role};
use crate::audit::{self, Doer};
use crate::cases;
use crate::clients;
use crate::consents::{self, Scope};
use crate::db::{ClientId, Conn};
use crate::enquiries;
use crate::error::Error;
use crate::external_uses;
use crate::photos;
use crate::reports;
use crate::signing;
use crate::stories;
use crate::testimonials;
use crate::videos;

/// Forgets a client. When it commits, every address of theirs answers 410 and nothing of them is in the database but the evidence
/// that has to be kept; files follow. Forgetting twice is no error.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `Refused` without the second factor where the clinic asks for one; `NotFound`.
pub fn erase(conn: &mut Conn, actor: &Actor, client: &ClientId) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    if !accounts::grave_standing(conn, actor)?.suffices() {
        return Err(Error::refused(409, "erasure-second-factor"));
    }
    if clients::hold(conn, client)?.is_some() {
        return Ok(());
    }
    signing::take_back(conn, &actor.doer(), client, &Scope::All)?;
    let at = conn.now()?;
    forget(conn, Some(actor), client, at)?;
    consents::write_erasure_down(conn, client, at)
}

/// Empties everything, for a person of the clinic or (`None`) for the ledger. All was taken back, the client's row is locked.
pub(super) fn forget(
    conn: &mut Conn,
    actor: Option<&Actor>,
    client: &ClientId,
    at: NaiveDateTime,
) -> Result<(), Error> {
    let doer = actor.map_or(Doer::System, Actor::doer);
    signing::call_off_mail(conn, client)?;
    let kept = consents::forget(conn, &doer, client, at)?;
    testimonials::forget(conn, client)?;
    let stories = stories::forget(conn, client, at)?;
    reports::forget(conn, actor, &stories, at)?;
    enquiries::forget(conn, &stories)?;
    let photos = photos::forget(conn, client)?;
    videos::forget(conn, client)?;
    cases::forget(conn, client, at)?;
    let elsewhere = external_uses::forget(conn, client)?;
    clients::forget(conn, actor, client, at)?;
    let detail = json!({ "photos": photos, "elsewhere": elsewhere, "kept": kept });
    let subject = format!("client:{client}");
    audit::record(conn, &doer, "client.erase", &subject, &detail)
}
