//! What is developed: the sealed original of a photo as it is now, and the picture without edits that is kept of it.

use bytes::Bytes;

use crate::app::App;
use crate::db::{Conn, PhotoId};
use crate::error::Error;
use crate::imaging::{self, Edits, Format, Level, Limits, Step};
use crate::photos::photo::Photo;
use crate::photos::queries;
use crate::storage::{ImageFormat, ObjectId, StorageError, StorageKey};

/// The edits of the picture that the editor shows: none, so that masks can be drawn on it.
pub(in crate::photos) const BARE: &str = "bare";

/// The photo and its sealed bytes, verified; `None` when it was removed or edited again meanwhile.
pub(super) async fn original(
    app: &App,
    id: &PhotoId,
    edits: &str,
) -> Result<Option<(Photo, Bytes)>, Error> {
    let (asked, edits) = (id.clone(), edits.to_owned());
    let photo = match app.db.read(move |conn| queries::photo(conn, &asked)).await {
        Ok(photo) if photo.edits_sha256 == edits => photo,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let object = ObjectId::parse(&photo.object_id).ok_or_else(|| Error::internal("object id"))?;
    let bytes = app
        .storage
        .get_verified(&StorageKey::Original(object), &photo.sha256)
        .await
        .map_err(|e| Error::unavailable(format!("original: {e}")))?;
    Ok(Some((photo, bytes)))
}

/// What is done to a photo for each of these versions, told from its sealed bytes, which are verified on the way and go nowhere;
/// `None` when the store does not have them (any more) as they were uploaded.
///
/// # Errors
/// When the store does not answer.
pub async fn told(
    app: &App,
    photo: &Photo,
    versions: &[(Edits, Level)],
) -> Result<Option<Vec<Vec<Step>>>, Error> {
    let object = ObjectId::parse(&photo.object_id).ok_or_else(|| Error::internal("object id"))?;
    let key = StorageKey::Original(object);
    let bytes = match app.storage.get_verified(&key, &photo.sha256).await {
        Ok(bytes) => bytes,
        Err(StorageError::NotFound | StorageError::Corrupt) => return Ok(None),
        Err(error) => return Err(Error::unavailable(format!("original: {error}"))),
    };
    let (limits, formats) = (Limits::default(), [Format::Jpeg, Format::Avif]);
    let steps = versions.iter().map(|(edits, level)| {
        imaging::ledger(&bytes, edits, *level, &limits, &formats).unwrap_or_default()
    });
    Ok(Some(steps.collect()))
}

/// The picture that the editor shows, for measuring; `None` when it is not made yet or the photo was removed.
pub(in crate::photos) async fn bare(app: &App, id: &PhotoId) -> Result<Option<Bytes>, Error> {
    let asked = id.clone();
    let there = app
        .db
        .read(move |conn| queries::renditions_of(conn, &asked, BARE, 2))
        .await?;
    let jpeg = |one: &queries::Rendition| one.format == "jpg" && one.is_photo();
    let Some(one) = there.into_iter().find(jpeg) else {
        return Ok(None);
    };
    let object = ObjectId::parse(&one.object_id).ok_or_else(|| Error::internal("object id"))?;
    let key = StorageKey::Rendition(object, ImageFormat::Jpeg);
    match app.storage.get_verified(&key, &one.sha256).await {
        Ok(bytes) => Ok(Some(bytes)),
        Err(StorageError::NotFound) => Ok(None),
        Err(error) => Err(Error::unavailable(format!("bare picture: {error}"))),
    }
}

/// Whether the photo is still as it was read: neither edited nor removed since.
pub(super) fn is_current(conn: &mut Conn, photo: &Photo) -> Result<bool, Error> {
    match queries::photo(conn, &photo.id) {
        Ok(now) => Ok(now.edits_sha256 == photo.edits_sha256),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
