//! Renditions are made in the background: JPEG first, so that a photo can be looked at in seconds, AVIF after.

use bytes::Bytes;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::doubles;
use super::photo::{Photo, PhotoState, levels};
use super::queries::{self, content};
use crate::app::App;
use crate::clients;
use crate::consents::{self, PublishedRendition};
use crate::db::schema::{photos, renditions};
use crate::db::{Conn, Id, PhotoId};
use crate::error::Error;
use crate::hash::{hex, sha256};
use crate::imaging::{self, Developed, Edits, Format, Level, Limits, Refusal};
use crate::jobs::{self, Job, Lease};
use crate::objects;
use crate::storage::{ImageFormat, ObjectId, StorageError, StorageKey};

/// Makes the JPEG renditions of a photo at all its levels, and the picture that the editor draws on.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakeRenditions {
    pub photo: PhotoId,
    /// Of the edits that the job was made for; a job of older edits has nothing to do.
    pub edits: String,
    pub bare_level: i32,
}

/// Makes the AVIF renditions of one level.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakeAvif {
    pub photo: PhotoId,
    pub edits: String,
    pub level: i32,
}

/// The edits of the picture that the editor shows: none, so that masks can be drawn on it.
pub(super) const BARE: &str = "bare";
/// Its width, at most.
const BARE_WIDTH: u32 = 1024;

struct Made {
    level: i32,
    edits: String,
    width: i32,
    height: i32,
    format: Format,
    object: ObjectId,
    sha256: String,
    bytes: i64,
}

impl Job for MakeRenditions {
    const NAME: &'static str = "make_renditions";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let found = original(&app, &self.photo, &self.edits).await?;
        let current = found.filter(|(photo, _)| photo.bare_level == self.bare_level);
        let Some((photo, original)) = current else {
            return app.db.write(move |conn| lease.finish(conn)).await;
        };
        let edits = photo
            .edits()
            .ok_or_else(|| Error::internal("edits can't be read"))?;
        let _memory = reserve(&app, &original, &edits).await?;
        let (mut made, mut thumbhash, mut warning) = (Vec::new(), None, None);
        for level in levels(photo.bare_level, &edits) {
            match develop(&original, &edits, level, Format::Jpeg).await? {
                Err(Refusal::NotEncoded) => return Err(Error::internal("JPEG was not encoded")),
                Err(refusal) => return refuse(&app, lease, self.photo, refusal).await,
                Ok(developed) => {
                    thumbhash = thumbhash.or(Some(hex(&developed.thumbhash)));
                    warning = warning.or(developed.warnings.first().copied());
                    made.extend(
                        store(&app, &self.edits, i32::from(level), &developed, |_| true).await?,
                    );
                }
            }
        }
        if needs_bare(&app, &self.photo).await?
            && let Ok(developed) =
                develop(&original, &Edits::default(), Level::FullFace, Format::Jpeg).await?
        {
            let widths = developed.renditions.iter().map(|r| r.width);
            let best = widths.filter(|w| *w <= BARE_WIDTH).max();
            made.extend(store(&app, BARE, 2, &developed, |width| Some(width) == best).await?);
        }
        let (likeness, alike) = doubles::looked_up(&app, &photo, &original).await?;
        app.db
            .write(move |conn| {
                lease.finish(conn)?;
                clients::lock(conn, &photo.client_id)?;
                let current = diesel::update(
                    photos::table
                        .find(photo.id.as_str())
                        .filter(photos::removed_at.is_null())
                        .filter(photos::edits_sha256.eq(&photo.edits_sha256))
                        .filter(photos::bare_level.eq(photo.bare_level)),
                )
                .set((
                    photos::state.eq(PhotoState::Ready.as_str()),
                    photos::refusal.eq(None::<String>),
                    photos::thumbhash.eq(thumbhash),
                    photos::warning.eq(warning.map(|one| format!("photo-warning-{}", one.code()))),
                    photos::likeness.eq(likeness),
                ))
                .execute(&mut **conn)?;
                // Edited or removed while we worked: a newer job follows, and these must not become public.
                if current == 0 {
                    return Ok(());
                }
                keep(conn, &photo, &made)?;
                doubles::note(conn, &photo.id, &alike)?;
                for level in photo.levels() {
                    let (photo, edits) = (photo.id.clone(), photo.edits_sha256.clone());
                    jobs::enqueue(
                        conn,
                        &MakeAvif {
                            photo,
                            edits,
                            level: i32::from(level),
                        },
                    )?;
                }
                super::narrowing::show_less(conn, &photo).map(|_| ())
            })
            .await
    }
}

impl Job for MakeAvif {
    const NAME: &'static str = "make_avif";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let level = Level::try_from(self.level).map_err(|e| Error::internal(e.to_string()))?;
        let Some((photo, original)) = original(&app, &self.photo, &self.edits).await? else {
            return app.db.write(move |conn| lease.finish(conn)).await;
        };
        let edits = photo
            .edits()
            .ok_or_else(|| Error::internal("edits can't be read"))?;
        let _memory = reserve(&app, &original, &edits).await?;
        let developed = match develop(&original, &edits, level, Format::Avif).await? {
            Ok(developed) => developed,
            Err(refusal) => return Err(Error::internal(format!("AVIF: {refusal}"))),
        };
        let made = store(&app, &self.edits, self.level, &developed, |_| true).await?;
        app.db
            .write(move |conn| {
                lease.finish(conn)?;
                clients::lock(conn, &photo.client_id)?;
                if !is_current(conn, &photo)? {
                    return Ok(());
                }
                keep(conn, &photo, &made)?;
                let shown = content(&photo.sha256, &photo.edits_sha256, self.level);
                for rendition in
                    queries::renditions_of(conn, &photo.id, &photo.edits_sha256, self.level)?
                {
                    consents::add_rendition(
                        conn,
                        photo.id.as_str(),
                        &shown,
                        &published(&rendition),
                    )?;
                }
                Ok(())
            })
            .await
    }
}

/// Whether the photo is still as it was read: neither edited nor removed since.
fn is_current(conn: &mut Conn, photo: &Photo) -> Result<bool, Error> {
    match queries::photo(conn, &photo.id) {
        Ok(now) => Ok(now.edits_sha256 == photo.edits_sha256),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

async fn needs_bare(app: &App, photo: &PhotoId) -> Result<bool, Error> {
    let photo = photo.clone();
    app.db
        .read(move |conn| Ok(queries::renditions_of(conn, &photo, BARE, 2)?.is_empty()))
        .await
}

/// The photo and its sealed bytes, verified; `None` when it was removed or edited again meanwhile.
async fn original(app: &App, id: &PhotoId, edits: &str) -> Result<Option<(Photo, Bytes)>, Error> {
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

/// The picture that the editor shows, for measuring; `None` when it is not made yet or the photo was removed.
pub(super) async fn bare(app: &App, id: &PhotoId) -> Result<Option<Bytes>, Error> {
    let asked = id.clone();
    let there = app
        .db
        .read(move |conn| queries::renditions_of(conn, &asked, BARE, 2))
        .await?;
    let Some(one) = there.into_iter().find(|one| one.format == "jpg") else {
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

/// Waits until the memory that this photo is estimated to need is free.
async fn reserve(
    app: &App,
    original: &[u8],
    edits: &Edits,
) -> Result<tokio::sync::OwnedSemaphorePermit, Error> {
    let need =
        imaging::memory_needed(original, edits, &Limits::default()).unwrap_or(64 << 20) >> 20;
    let all = app.config.jobs.photo_memory >> 20;
    let megabytes = u32::try_from(need.clamp(1, all.max(1))).unwrap_or(u32::MAX);
    app.photo_memory
        .clone()
        .acquire_many_owned(megabytes)
        .await
        .map_err(|e| Error::internal(e.to_string()))
}

async fn develop(
    original: &Bytes,
    edits: &Edits,
    level: Level,
    format: Format,
) -> Result<Result<Developed, Refusal>, Error> {
    let (original, edits) = (original.clone(), edits.clone());
    tokio::task::spawn_blocking(move || {
        imaging::develop(&original, &edits, level, &Limits::default(), &[format])
    })
    .await
    // A decoder that panicked has met a file it can't read.
    .or(Ok(Err(Refusal::Damaged)))
}

/// Writes renditions under new keys; each is re-parsed first, and one that is not clean is never written (G13). All are
/// noted in one transaction before the first is written.
async fn store(
    app: &App,
    edits: &str,
    level: i32,
    developed: &Developed,
    wanted: impl Fn(u32) -> bool,
) -> Result<Vec<Made>, Error> {
    let mut made = Vec::new();
    let mut files = Vec::new();
    for rendition in developed.renditions.iter().filter(|r| wanted(r.width)) {
        imaging::inspect_output(&rendition.bytes, rendition.format)
            .map_err(|e| Error::internal(format!("rendition is not clean: {e}")))?;
        let (object, format) = (ObjectId::random()?, stored(rendition.format));
        files.push((
            object.clone(),
            format,
            Bytes::copy_from_slice(&rendition.bytes),
        ));
        made.push(Made {
            level,
            edits: edits.to_owned(),
            width: i32::try_from(rendition.width).unwrap_or(i32::MAX),
            height: i32::try_from(rendition.height).unwrap_or(i32::MAX),
            format: rendition.format,
            object,
            sha256: sha256(&rendition.bytes),
            bytes: i64::try_from(rendition.bytes.len()).unwrap_or(i64::MAX),
        });
    }
    let begun: Vec<_> = files
        .iter()
        .map(|(object, format, _)| (object.clone(), *format))
        .collect();
    app.db
        .write(move |conn| {
            for (object, format) in &begun {
                objects::begin(conn, object, format.extension())?;
            }
            Ok(())
        })
        .await?;
    for (object, format, bytes) in files {
        let key = StorageKey::Rendition(object, format);
        app.storage.put(&key, bytes).await?;
    }
    Ok(made)
}

fn stored(format: Format) -> ImageFormat {
    match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Avif => ImageFormat::Avif,
    }
}

/// Rows for what was stored; one that is there already stays (its double is swept).
fn keep(conn: &mut Conn, photo: &Photo, made: &[Made]) -> Result<(), Error> {
    let now = conn.now()?;
    for one in made {
        let there: i64 = renditions::table
            .filter(renditions::photo_id.eq(photo.id.as_str()))
            .filter(renditions::edits_sha256.eq(&one.edits))
            .filter(renditions::level.eq(one.level))
            .filter(renditions::width.eq(one.width))
            .filter(renditions::format.eq(one.format.extension()))
            .count()
            .get_result(&mut **conn)?;
        if there > 0 {
            continue;
        }
        objects::own(conn, &one.object)?;
        diesel::insert_into(renditions::table)
            .values((
                renditions::id.eq(Id::<()>::new().as_str()),
                renditions::photo_id.eq(photo.id.as_str()),
                renditions::edits_sha256.eq(&one.edits),
                renditions::level.eq(one.level),
                renditions::width.eq(one.width),
                renditions::height.eq(one.height),
                renditions::format.eq(one.format.extension()),
                renditions::object_id.eq(one.object.as_str()),
                renditions::sha256.eq(&one.sha256),
                renditions::bytes.eq(one.bytes),
                renditions::clean.eq(true),
                renditions::created_at.eq(now),
            ))
            .execute(&mut **conn)?;
    }
    Ok(())
}

/// A rendition as a publication serves it.
pub fn published(rendition: &queries::Rendition) -> PublishedRendition {
    PublishedRendition {
        rendition_id: rendition.id.clone(),
        width: rendition.width,
        height: rendition.height,
        format: rendition.format.clone(),
        object_id: rendition.object_id.clone(),
        sha256: rendition.sha256.clone(),
        bytes: rendition.bytes,
    }
}

async fn refuse(app: &App, lease: Lease, photo: PhotoId, refusal: Refusal) -> Result<(), Error> {
    app.db
        .write(move |conn| {
            lease.finish(conn)?;
            diesel::update(photos::table.find(photo.as_str()))
                .set((
                    photos::state.eq(PhotoState::Refused.as_str()),
                    photos::refusal.eq(Some(format!("photo-refused-{}", refusal.code()))),
                ))
                .execute(&mut **conn)?;
            Ok(())
        })
        .await
}
