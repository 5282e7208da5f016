//! How bytes of a photo leave: each way asks for the proof value that belongs to it.

use bytes::Bytes;
use diesel::prelude::*;

use super::jobs::{BARE, MakeRenditions, printed};
use super::originals::ViewedOriginal;
use super::photo::PhotoState;
use super::prints::TakenPrint;
use super::queries;
use crate::app::App;
use crate::consents::{ClientGrant, PublicGrant, StaffGrant};
use crate::db::schema::{photos, renditions};
use crate::db::{Conn, PhotoId};
use crate::error::Error;
use crate::imaging::Level;
use crate::jobs;
use crate::storage::{ImageFormat, ObjectId, StorageError, StorageKey};

/// A picture and its type.
#[derive(Debug, Clone)]
pub struct Served {
    pub bytes: Bytes,
    pub format: ImageFormat,
}

/// For everyone, under the proof that it was public a moment ago.
///
/// # Errors
/// `Unavailable` when the store does not answer or holds other bytes than were published.
pub async fn public_photo(app: &App, grant: &PublicGrant) -> Result<Served, Error> {
    read(app, grant.object_id(), grant.format(), grant.sha256())
        .await
        .map_err(|e| Error::unavailable(format!("published rendition: {e}")))
}

/// For staff and moderators: any version, or the bare picture for the editor (`None`).
///
/// # Errors
/// `NotFound` when there is no such version yet.
pub async fn staff_photo(
    app: &App,
    _grant: &StaffGrant,
    id: &PhotoId,
    level: Option<Level>,
    width: i32,
) -> Result<Served, Error> {
    let asked = id.clone();
    let rendition = app
        .db
        .read(move |conn| {
            let photo = queries::photo(conn, &asked)?;
            let there = match level {
                Some(level) if !photo.levels().contains(&level) => return Err(Error::NotFound),
                Some(level) => queries::renditions(conn, &photo, level)?,
                None => queries::renditions_of(conn, &photo.id, BARE, 2)?,
            };
            Ok(nearest(there, width))
        })
        .await?;
    serve_private(app, id, rendition).await
}

/// The sealed original, for a member of staff whose view of it has just been written down (by `view_original`, which
/// gives the proof).
///
/// # Errors
/// `Unavailable` when the store does not answer or holds other bytes than were uploaded.
pub async fn original_photo(app: &App, viewed: &ViewedOriginal) -> Result<Bytes, Error> {
    let id = ObjectId::parse(&viewed.object_id).ok_or(Error::NotFound)?;
    Ok(app
        .storage
        .get_verified(&StorageKey::Original(id), &viewed.sha256)
        .await?)
}

/// A version for paper, for a member of staff of whom it has just been written down (by `take_print`, which gives the proof).
/// It is made now and kept nowhere.
///
/// # Errors
/// `Unavailable` when the store does not answer or holds other bytes than were uploaded.
pub async fn print_photo(app: &App, taken: TakenPrint) -> Result<Bytes, Error> {
    let id = ObjectId::parse(&taken.photo.object_id).ok_or(Error::NotFound)?;
    let original = app
        .storage
        .get_verified(&StorageKey::Original(id), &taken.photo.sha256)
        .await?;
    printed(app, original, taken.edits, taken.level).await
}

/// For the client who proved to be one: their own photos, nobody else's.
///
/// # Errors
/// `NotFound` for a photo of someone else.
pub async fn client_photo(
    app: &App,
    grant: &ClientGrant,
    id: &PhotoId,
    level: Level,
    width: i32,
) -> Result<Served, Error> {
    let (asked, client) = (id.clone(), grant.client().clone());
    let rendition = app
        .db
        .read(move |conn| {
            let photo = queries::photo(conn, &asked)?;
            if photo.client_id != client || !photo.levels().contains(&level) {
                return Err(Error::NotFound);
            }
            Ok(nearest(queries::renditions(conn, &photo, level)?, width))
        })
        .await?;
    serve_private(app, id, rendition).await
}

/// The smallest JPEG that is at least as wide, else the widest; never the veil, nor a part: who works with a photo, or
/// agrees to it, must see it.
fn nearest(renditions: Vec<queries::Rendition>, width: i32) -> Option<queries::Rendition> {
    let jpegs: Vec<_> = renditions
        .into_iter()
        .filter(|r| r.format == "jpg" && r.is_photo())
        .collect();
    jpegs
        .iter()
        .rev()
        .find(|r| r.width >= width)
        .or(jpegs.first())
        .cloned()
}

/// Serves a rendition to those who work with it; one that went with a withdrawn publication is made anew.
async fn serve_private(
    app: &App,
    photo: &PhotoId,
    rendition: Option<queries::Rendition>,
) -> Result<Served, Error> {
    let found = match &rendition {
        Some(one) => read(app, &one.object_id, &one.format, &one.sha256).await,
        None => Err(StorageError::NotFound),
    };
    match found {
        Err(StorageError::NotFound) => {
            let photo = photo.clone();
            app.db
                .write(move |conn| make_anew(conn, &photo, rendition))
                .await?;
            Err(Error::NotFound)
        }
        other => other.map_err(Error::from),
    }
}

/// Once: whoever asks next finds the photo at work.
fn make_anew(conn: &mut Conn, id: &PhotoId, gone: Option<queries::Rendition>) -> Result<(), Error> {
    if let Some(gone) = gone {
        diesel::delete(renditions::table.find(&gone.id)).execute(&mut **conn)?;
    }
    let photo = queries::photo(conn, id)?;
    let ready = photos::state.eq(PhotoState::Ready.as_str());
    let begun = diesel::update(photos::table.find(id.as_str()).filter(ready))
        .set(photos::state.eq(PhotoState::Processing.as_str()))
        .execute(&mut **conn)?;
    if begun == 1 && !photo.levels().is_empty() {
        let job = MakeRenditions {
            photo: photo.id,
            edits: photo.edits_sha256,
            bare_level: photo.bare_level,
        };
        jobs::enqueue(conn, &job)?;
    }
    Ok(())
}

async fn read(app: &App, object: &str, format: &str, sha256: &str) -> Result<Served, StorageError> {
    let (Some(id), Some(format)) = (ObjectId::parse(object), ImageFormat::parse(format)) else {
        return Err(StorageError::NotFound);
    };
    let bytes = app
        .storage
        .get_verified(&StorageKey::Rendition(id, format), sha256)
        .await?;
    Ok(Served { bytes, format })
}
