//! The objects that dumped rows name, copied sealed as they are: from the store into a backup, and back.
//!
//! Objects never change and their keys are never reused, so they may be copied after the picture of the tables was
//! taken. One that is gone by then went with a withdrawal or an edit.

use std::collections::{BTreeMap, HashSet};

use bytes::Bytes;
use diesel::prelude::*;
use futures_util::StreamExt;
use futures_util::stream;

use super::manifest::key;
use crate::app::App;
use crate::archive::{Entry, Reader, Writer};
use crate::db::Conn;
use crate::db::portable::Row;
use crate::db::schema::{
    clinic, consent_scans, photos, publication_renditions, publications, renditions, video_files,
    videos,
};
use crate::error::Error;
use crate::storage::{ObjectId, Storage, StorageError, StorageKey};

/// So many objects are fetched at a time.
const ABREAST: usize = 4;

/// Collects the objects that rows name while they pass by.
#[derive(Default)]
pub struct Named {
    wanted: BTreeMap<String, String>,
    open: HashSet<String>,
    shown: Vec<(String, String, String)>,
}

impl Named {
    /// Remembers what one row names. What was only begun is not in use yet, and is swept.
    pub fn note(&mut self, table: &str, row: &Row) {
        let text = |name: &str| row.get(name).and_then(|value| value.as_str());
        if table == "publications" && text("unpublished_at").is_none() {
            self.open.extend(text("id").map(str::to_owned));
        }
        if let (Some(logo), Some(sha256)) = (text("logo_object"), text("logo_sha256")) {
            let key = ObjectId::parse(logo).map(StorageKey::Logo);
            self.wanted
                .extend(key.map(|key| (key.path(), sha256.to_owned())));
        }
        let (Some(object), Some(sha256)) = (text("object_id"), text("sha256")) else {
            return;
        };
        let key = match table {
            "consent_scans" => ObjectId::parse(object).map(StorageKey::Scan),
            _ => object_key(object, text("format")),
        };
        let Some(key) = key else { return };
        match text("publication_id") {
            Some(publication) => {
                let row = (publication.to_owned(), key.path(), sha256.to_owned());
                self.shown.push(row);
            }
            None => {
                self.wanted.insert(key.path(), sha256.to_owned());
            }
        }
    }

    /// Path and hash of all objects that must be there. An ended publication needs none.
    pub fn all(mut self) -> BTreeMap<String, String> {
        for (publication, path, sha256) in self.shown {
            if self.open.contains(&publication) {
                self.wanted.insert(path, sha256);
            }
        }
        self.wanted
    }
}

/// Without a format it is an original.
pub fn object_key(object: &str, format: Option<&str>) -> Option<StorageKey> {
    let id = ObjectId::parse(object)?;
    match format {
        None => Some(StorageKey::Original(id)),
        Some(format) => StorageKey::made(id, format),
    }
}

/// What became of the objects of a backup.
#[derive(Default)]
pub struct Copied {
    pub entries: Vec<Entry>,
    pub gone: Vec<String>,
    pub missing: Vec<String>,
}

/// Copies `wanted` (path and hash) into the archive, each verified.
///
/// # Errors
/// When store or disk don't answer.
pub async fn copy_out(
    app: &App,
    wanted: BTreeMap<String, String>,
    archive: &mut Writer,
) -> Result<Copied, Error> {
    let mut copied = Copied::default();
    let fetching = wanted.into_iter().filter_map(|(path, sha256)| {
        let key = StorageKey::from_path(&path)?;
        let storage = app.storage.clone();
        Some(async move {
            let got = storage.get_verified(&key, &sha256).await;
            (path, got)
        })
    });
    let mut fetched = stream::iter(fetching).buffered(ABREAST);
    while let Some((path, got)) = fetched.next().await {
        match got {
            Ok(bytes) => copied
                .entries
                .push(archive.add(&format!("objects/{path}"), &bytes)?),
            Err(StorageError::NotFound | StorageError::Corrupt) => {
                if still_named(app, &path).await? {
                    copied.missing.push(path);
                } else {
                    copied.gone.push(path);
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(copied)
}

/// One object, verified; `None` when it is gone.
///
/// # Errors
/// When the store does not answer or holds other bytes than were written.
pub async fn fetch(app: &App, key: &StorageKey, sha256: &str) -> Result<Option<Bytes>, Error> {
    match app.storage.get_verified(key, sha256).await {
        Ok(bytes) => Ok(Some(bytes)),
        Err(StorageError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether the database still counts on an object, now.
async fn still_named(app: &App, path: &str) -> Result<bool, Error> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let object = name.split('.').next().unwrap_or_default().to_owned();
    app.db.read(move |conn| names(conn, &object)).await
}

fn names(conn: &mut Conn, object: &str) -> Result<bool, Error> {
    let original: i64 = photos::table
        .filter(photos::object_id.eq(object))
        .count()
        .get_result(&mut **conn)?;
    let made: i64 = renditions::table
        .filter(renditions::object_id.eq(object))
        .count()
        .get_result(&mut **conn)?;
    let shown: i64 = publication_renditions::table
        .inner_join(publications::table)
        .filter(publication_renditions::object_id.eq(object))
        .filter(publications::unpublished_at.is_null())
        .count()
        .get_result(&mut **conn)?;
    let logo: i64 = clinic::table
        .filter(clinic::logo_object.eq(object))
        .count()
        .get_result(&mut **conn)?;
    let scan: i64 = consent_scans::table
        .filter(consent_scans::object_id.eq(object))
        .count()
        .get_result(&mut **conn)?;
    let said: i64 = videos::table
        .filter(videos::object_id.eq(object))
        .count()
        .get_result(&mut **conn)?;
    let film: i64 = video_files::table
        .filter(video_files::object_id.eq(object))
        .count()
        .get_result(&mut **conn)?;
    Ok(original + made + shown + logo + scan + said + film > 0)
}

/// Puts the files of a backup into a store. What is there already with the same bytes stays.
///
/// # Errors
/// Names a file that is damaged, or an object that is there with other bytes.
pub async fn copy_in(
    store: &Storage,
    prefix: &str,
    entries: &[Entry],
    archive: &mut Reader,
) -> Result<(), Error> {
    for entry in entries {
        let key = key(prefix, entry).ok_or_else(|| crate::archive::damaged(&entry.file))?;
        let bytes = Bytes::from(archive.read(entry)?);
        match store.put(&key, bytes).await {
            Ok(()) => {}
            Err(StorageError::AlreadyExists) => {
                store.get_verified(&key, &entry.sha256).await.map_err(|e| {
                    Error::internal(format!("{key} is in the store with other bytes: {e}"))
                })?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
