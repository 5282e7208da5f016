//! The clinic's logo: never served as it was given, replaced whole, at an address that changes with it.

use bytes::Bytes;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::actions::next_revision;
use super::{queries, watermark};
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::audit;
use crate::db::Conn;
use crate::db::schema::clinic;
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::{self, Logo, Refusal};
use crate::jobs::{self, Job, Lease};
use crate::objects;
use crate::storage::{ObjectId, StorageKey};

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoUploaded {
    Kept,
    /// Id of the text that says why and what to do.
    Refused(&'static str),
}

/// Takes a logo that has arrived: the picture is made anew, stored, and shown from this transaction on.
///
/// # Errors
/// `Conflict` when the clinic was changed meanwhile; `Unavailable` when store or database don't answer.
pub async fn upload_logo(
    app: &App,
    actor: &Actor,
    seen: i32,
    bytes: Vec<u8>,
) -> Result<LogoUploaded, Error> {
    actor.require(Role::Admin)?;
    let made = tokio::task::spawn_blocking(move || {
        imaging::logo(&bytes).map_err(|refusal| refusal_text(refusal, &bytes))
    })
    .await
    .map_err(|e| Error::internal(format!("logo: {e}")))?;
    let logo = match made {
        Ok(logo) => logo,
        Err(text) => return Ok(LogoUploaded::Refused(text)),
    };
    let object = ObjectId::random()?;
    let begun = object.clone();
    app.db
        .write(move |conn| objects::begin(conn, &begun, "logo"))
        .await?;
    app.storage
        .put(
            &StorageKey::Logo(object.clone()),
            Bytes::from(logo.png.clone()),
        )
        .await?;
    let actor = actor.clone();
    app.db
        .write(move |conn| {
            objects::own(conn, &object)?;
            set(conn, &actor, seen, Some((&object, &logo)))
        })
        .await?;
    Ok(LogoUploaded::Kept)
}

/// Shows the name alone again.
///
/// # Errors
/// `Conflict` when the clinic was changed meanwhile.
pub fn remove_logo(conn: &mut Conn, actor: &Actor, seen: i32) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    set(conn, actor, seen, None)
}

fn set(
    conn: &mut Conn,
    actor: &Actor,
    seen: i32,
    new: Option<(&ObjectId, &Logo)>,
) -> Result<(), Error> {
    let clinic = queries::clinic(conn)?;
    let (old, marks) = (clinic.logo_object, clinic.watermark && new.is_some());
    next_revision(conn, seen)?;
    let hash = new.map(|(_, logo)| sha256(&logo.png));
    let side = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
    diesel::update(clinic::table.find(1))
        .set((
            clinic::logo_object.eq(new.map(|(object, _)| object.as_str())),
            clinic::logo_sha256.eq(&hash),
            clinic::logo_width.eq(new.map(|(_, logo)| side(logo.width))),
            clinic::logo_height.eq(new.map(|(_, logo)| side(logo.height))),
            // Without a logo none is put on photos; nor is the next one, unless someone says so.
            clinic::watermark.eq(marks),
        ))
        .execute(&mut **conn)?;
    if let (true, Some((_, logo)), Some(name)) = (marks, new, &hash) {
        watermark::keep(conn, name, &logo.png)?;
    }
    if let Some(object) = old {
        jobs::enqueue(conn, &DropLogo { object })?;
    }
    let detail = json!({ "sha256": hash });
    audit::record(conn, &actor.doer(), "logo.edit", "clinic:1", &detail)
}

fn refusal_text(refusal: Refusal, bytes: &[u8]) -> &'static str {
    match refusal {
        Refusal::Empty => "logo-refused-empty",
        Refusal::NotAPhoto if is_svg(bytes) => "logo-refused-svg",
        Refusal::TooManyBytes | Refusal::TooManyPixels => "logo-refused-large",
        Refusal::TooSmall => "logo-refused-small",
        Refusal::Damaged => "logo-refused-damaged",
        Refusal::NotEncoded => "photo-refused-not-encoded",
        _ => "logo-refused-kind",
    }
}

fn is_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    String::from_utf8_lossy(start)
        .to_ascii_lowercase()
        .contains("<svg")
}

/// The bytes behind `/logo-{hash}.png`, while it is the clinic's logo.
///
/// # Errors
/// `NotFound` for any other hash.
pub async fn logo(app: &App, hash: &str) -> Result<Bytes, Error> {
    let clinic = app.db.read(queries::clinic).await?;
    let (Some(object), Some(sha256)) = (clinic.logo_object, clinic.logo_sha256) else {
        return Err(Error::NotFound);
    };
    match hash.len() == HASH_DIGITS && sha256.starts_with(hash) {
        true => read(app, &object, &sha256).await,
        false => Err(Error::NotFound),
    }
}

/// The name and the bytes of the clinic's logo; `None` without one.
///
/// # Errors
/// `Unavailable` when the store does not answer.
pub async fn present(app: &App) -> Result<Option<(String, Bytes)>, Error> {
    let clinic = app.db.read(queries::clinic).await?;
    let (Some(object), Some(sha256)) = (clinic.logo_object, clinic.logo_sha256) else {
        return Ok(None);
    };
    let png = read(app, &object, &sha256).await?;
    Ok(Some((sha256, png)))
}

async fn read(app: &App, object: &str, sha256: &str) -> Result<Bytes, Error> {
    let key = StorageKey::Logo(ObjectId::parse(object).ok_or(Error::NotFound)?);
    app.storage
        .get_verified(&key, sha256)
        .await
        .map_err(|e| Error::unavailable(format!("logo: {e}")))
}

/// Of the hash in the logo's address.
pub const HASH_DIGITS: usize = 16;

/// Removes the object of a logo that was replaced.
#[derive(Debug, Serialize, Deserialize)]
pub struct DropLogo {
    pub object: String,
}

impl Job for DropLogo {
    const NAME: &'static str = "drop_logo";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        if let Some(id) = ObjectId::parse(&self.object) {
            app.storage.delete(&StorageKey::Logo(id)).await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
