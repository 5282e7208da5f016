//! How bytes of a photo leave: each way asks for the proof value that belongs to it.

use bytes::Bytes;

use super::jobs::{BARE, MakeRenditions};
use super::queries;
use crate::app::App;
use crate::consents::{ClientGrant, PublicGrant, StaffGrant};
use crate::db::PhotoId;
use crate::error::Error;
use crate::imaging::Level;
use crate::jobs;
use crate::storage::{ImageFormat, ObjectId, StorageError, StorageKey};

/// A picture and its type.
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
            match level {
                Some(level) => nearest(queries::renditions(conn, &photo, level)?, width),
                None => nearest(queries::renditions_of(conn, &photo.id, BARE, 2)?, width),
            }
        })
        .await?;
    serve_private(app, id, &rendition).await
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
            if photo.client_id != client {
                return Err(Error::NotFound);
            }
            nearest(queries::renditions(conn, &photo, level)?, width)
        })
        .await?;
    serve_private(app, id, &rendition).await
}

/// The smallest JPEG that is at least as wide, else the widest.
fn nearest(renditions: Vec<queries::Rendition>, width: i32) -> Result<queries::Rendition, Error> {
    let jpegs: Vec<_> = renditions
        .into_iter()
        .filter(|r| r.format == "jpg")
        .collect();
    jpegs
        .iter()
        .rev()
        .find(|r| r.width >= width)
        .or(jpegs.first())
        .cloned()
        .ok_or(Error::NotFound)
}

/// Serves a rendition to those who work with it; one whose object went with a withdrawn publication is made anew.
async fn serve_private(
    app: &App,
    photo: &PhotoId,
    rendition: &queries::Rendition,
) -> Result<Served, Error> {
    match read(
        app,
        &rendition.object_id,
        &rendition.format,
        &rendition.sha256,
    )
    .await
    {
        Err(StorageError::NotFound) => {
            let (photo, id) = (photo.clone(), rendition.id.clone());
            app.db
                .write(move |conn| make_anew(conn, &photo, &id))
                .await?;
            Err(Error::NotFound)
        }
        other => other.map_err(Error::from),
    }
}

fn make_anew(conn: &mut crate::db::Conn, photo: &PhotoId, rendition: &str) -> Result<(), Error> {
    use crate::db::schema::renditions;
    use diesel::prelude::*;
    let gone = diesel::delete(renditions::table.find(rendition)).execute(&mut **conn)?;
    if gone == 1 {
        let photo = queries::photo(conn, photo)?;
        let (edits, bare_level) = (photo.edits_sha256.clone(), photo.bare_level);
        jobs::enqueue(
            conn,
            &MakeRenditions {
                photo: photo.id,
                edits,
                bare_level,
            },
        )?;
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
