//! The pages of a signed sheet: made anew from what was scanned, and shown to the clinic's people alone.

use bytes::Bytes;

use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::consents::{self, ConsentState, NewScan, Scan, StaffGrant, ViewedEvidence};
use crate::db::ConsentId;
use crate::error::Error;
use crate::hash::sha256;
use crate::objects;
use crate::photos;
use crate::storage::{ObjectId, StorageKey};

/// More pages than a sheet has.
pub const MAX_PAGES: usize = 20;

/// Keeps a page that has arrived. `Err` inside: the id of the text that says why it is refused.
///
/// # Errors
/// `Conflict` when the sheet is not to be scanned any more; `Unavailable` when store or database don't answer.
pub async fn keep_page(
    app: &App,
    actor: &Actor,
    consent: &ConsentId,
    bytes: Bytes,
) -> Result<Result<(), String>, Error> {
    actor.require(Role::Staff)?;
    let page = match photos::page_of_paper(app, bytes).await? {
        Ok(page) => page,
        Err(refusal) => return Ok(Err(format!("photo-refused-{}", refusal.code()))),
    };
    let new = NewScan {
        object: ObjectId::random()?,
        sha256: sha256(&page.bytes),
        width: page.width,
        height: page.height,
    };
    let begun = new.object.clone();
    app.db
        .write(move |conn| objects::begin(conn, &begun, "scan"))
        .await?;
    app.storage
        .put(
            &StorageKey::Scan(new.object.clone()),
            Bytes::from(page.bytes),
        )
        .await?;
    let (actor, consent) = (actor.clone(), consent.clone());
    app.db
        .write(move |conn| consents::add_scan(conn, &actor, &consent, &new))
        .await?;
    Ok(Ok(()))
}

/// One page, for those who work with clients' photos.
///
/// # Errors
/// `NotFound` for no page of ours; `Unavailable` when the store does not answer or holds other bytes than were written.
pub async fn read_page(
    app: &App,
    _grant: &StaffGrant,
    consent: &ConsentId,
    page: i32,
) -> Result<Bytes, Error> {
    let consent = consent.clone();
    let scans = app.db.read(move |conn| {
        let erased = ConsentState::Erased;
        match consents::consent(conn, &consent)?.state() == erased {
            true => Err(Error::NotFound),
            false => consents::scans(conn, &consent),
        }
    });
    fetch(app, scans.await?, page).await
}

/// The pages that are kept of a signature whose client was forgotten, for an admin whose look has just been written down (by
/// `view_kept`, which gives the proof).
///
/// # Errors
/// `Unavailable` when the store does not answer or holds other bytes than were written.
pub async fn read_kept_pages(app: &App, viewed: &ViewedEvidence) -> Result<Vec<Bytes>, Error> {
    let consent = viewed.evidence().consent_id.clone();
    let scans = app
        .db
        .read(move |conn| consents::scans(conn, &consent))
        .await?;
    let mut pages = Vec::new();
    for scan in &scans {
        pages.push(fetch(app, scans.clone(), scan.page).await?);
    }
    Ok(pages)
}

async fn fetch(app: &App, scans: Vec<Scan>, page: i32) -> Result<Bytes, Error> {
    let scan = scans
        .into_iter()
        .find(|one| one.page == page)
        .ok_or(Error::NotFound)?;
    let id = ObjectId::parse(&scan.object_id).ok_or(Error::NotFound)?;
    Ok(app
        .storage
        .get_verified(&StorageKey::Scan(id), &scan.sha256)
        .await?)
}
