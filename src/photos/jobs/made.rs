//! Renditions on their way from the darkroom into use: files in the store first, then rows.

use bytes::Bytes;
use diesel::prelude::*;

use crate::app::App;
use crate::consents::PublishedRendition;
use crate::db::schema::renditions;
use crate::db::{Conn, Id};
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::{self, Developed, Format};
use crate::objects;
use crate::photos::photo::Photo;
use crate::photos::queries;
use crate::storage::{ImageFormat, ObjectId, StorageKey};

/// A file that was stored and that no row speaks of yet.
pub(super) struct Made {
    level: i32,
    edits: String,
    width: i32,
    height: i32,
    format: Format,
    object: ObjectId,
    sha256: String,
    bytes: i64,
}

/// Writes renditions under new keys; each is re-parsed first, and one that is not clean is never written (G13). All are
/// noted in one transaction before the first is written.
pub(super) async fn store(
    app: &App,
    edits: &str,
    level: i32,
    developed: &Developed,
    wanted: impl Fn(u32) -> bool,
) -> Result<Vec<Made>, Error> {
    let mut made = Vec::new();
    let mut files = Vec::new();
    let all = developed.renditions.iter().chain(&developed.veil);
    let all = all.chain(&developed.open_graph);
    for rendition in all.filter(|rendition| wanted(rendition.width)) {
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
        Format::Webp => ImageFormat::Webp,
    }
}

/// Rows for what was stored; one that is there already stays (its double is swept).
pub(super) fn keep(conn: &mut Conn, photo: &Photo, made: &[Made]) -> Result<(), Error> {
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
