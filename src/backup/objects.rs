//! The objects that dumped rows name, copied sealed as they are: from the store into a backup, and back.
//!
//! Objects never change and their keys are never reused, so they may be copied after the picture of the tables was
//! taken. One that is gone by then went with a withdrawal or an edit.

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, Seek};
use std::path::Path;

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
/// What has more bytes goes by a file instead of the memory: videos, and the originals of large cameras.
const LARGE: u64 = 8 << 20;

/// What a row says of the bytes of its object; the length where it knows it.
#[derive(Clone)]
pub struct Whole {
    pub sha256: String,
    pub length: Option<u64>,
}

impl Whole {
    /// `None` for a row without a hash.
    pub fn of(row: &Row) -> Option<Self> {
        Some(Self {
            sha256: row.get("sha256")?.as_str()?.to_owned(),
            length: row.get("bytes").and_then(|value| value.as_u64()),
        })
    }
}

/// An object on its way into an archive.
pub enum Fetched {
    Small(Bytes),
    Large(File),
}

impl Fetched {
    /// # Errors
    /// Those of the disk.
    pub fn add_to(self, archive: &mut Writer, name: &str) -> Result<Entry, Error> {
        let told = |e: io::Error| Error::internal(format!("{name}: {e}"));
        match self {
            Self::Small(bytes) => archive.add(name, &bytes),
            Self::Large(mut file) => archive.write(name, |mut sink| {
                file.rewind().map_err(told)?;
                io::copy(&mut file, &mut sink).map(drop).map_err(told)
            }),
        }
    }
}

async fn get(
    app: &App,
    storage: &Storage,
    key: &StorageKey,
    whole: &Whole,
) -> Result<Fetched, StorageError> {
    let sha256 = &whole.sha256;
    match whole.length.filter(|length| *length > LARGE) {
        Some(length) => {
            let told = |e: io::Error| StorageError::Unavailable(e.to_string());
            let file = tempfile::tempfile_in(space(app).map_err(told)?).map_err(told)?;
            let got = storage.get_into(key, (length, sha256), file).await;
            got.map(Fetched::Large)
        }
        None => storage.get_verified(key, sha256).await.map(Fetched::Small),
    }
}

/// Where large objects pass: beside the data, since the folder for temporary files is in memory on many machines.
fn space(app: &App) -> io::Result<&Path> {
    let folder = app.config.data_dir.as_path();
    std::fs::create_dir_all(folder).map(|()| folder)
}

/// Collects the objects that rows name while they pass by.
#[derive(Default)]
pub struct Named {
    wanted: BTreeMap<String, Whole>,
    open: HashSet<String>,
    shown: Vec<(String, String, Whole)>,
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
            let whole = Whole {
                sha256: sha256.to_owned(),
                length: None,
            };
            self.wanted.extend(key.map(|key| (key.path(), whole)));
        }
        let (Some(object), Some(whole)) = (text("object_id"), Whole::of(row)) else {
            return;
        };
        let key = match table {
            "consent_scans" => ObjectId::parse(object).map(StorageKey::Scan),
            _ => object_key(object, text("format")),
        };
        let Some(key) = key else { return };
        match text("publication_id") {
            Some(publication) => {
                let row = (publication.to_owned(), key.path(), whole);
                self.shown.push(row);
            }
            None => {
                self.wanted.insert(key.path(), whole);
            }
        }
    }

    /// Path and bytes of all objects that must be there. An ended publication needs none.
    pub fn all(mut self) -> BTreeMap<String, Whole> {
        for (publication, path, whole) in self.shown {
            if self.open.contains(&publication) {
                self.wanted.entry(path).or_insert(whole);
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

/// Copies `wanted` (by path) into the archive, each verified.
///
/// # Errors
/// When store or disk don't answer.
pub async fn copy_out(
    app: &App,
    wanted: BTreeMap<String, Whole>,
    archive: &mut Writer,
) -> Result<Copied, Error> {
    let mut copied = Copied::default();
    let fetching = wanted.into_iter().filter_map(|(path, whole)| {
        let key = StorageKey::from_path(&path)?;
        Some(async move {
            let got = get(app, &app.storage, &key, &whole).await;
            (path, got)
        })
    });
    let mut fetched = stream::iter(fetching).buffered(ABREAST);
    while let Some((path, got)) = fetched.next().await {
        match got {
            Ok(fetched) => {
                let entry = fetched.add_to(archive, &format!("objects/{path}"))?;
                copied.entries.push(entry);
            }
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
pub async fn fetch(app: &App, key: &StorageKey, whole: &Whole) -> Result<Option<Fetched>, Error> {
    match get(app, &app.storage, key, whole).await {
        Ok(fetched) => Ok(Some(fetched)),
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
    app: &App,
    store: &Storage,
    prefix: &str,
    entries: &[Entry],
    archive: &mut Reader,
) -> Result<(), Error> {
    for entry in entries {
        let key = key(prefix, entry).ok_or_else(|| crate::archive::damaged(&entry.file))?;
        match put(app, store, &key, entry, archive).await? {
            Ok(()) => {}
            Err(StorageError::AlreadyExists) => {
                let whole = Whole {
                    sha256: entry.sha256.clone(),
                    length: Some(entry.bytes),
                };
                get(app, store, &key, &whole).await.map_err(|e| {
                    Error::internal(format!("{key} is in the store with other bytes: {e}"))
                })?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// The inner result is the store's answer.
async fn put(
    app: &App,
    store: &Storage,
    key: &StorageKey,
    entry: &Entry,
    archive: &mut Reader,
) -> Result<Result<(), StorageError>, Error> {
    if entry.bytes <= LARGE {
        let bytes = Bytes::from(archive.read(entry)?);
        return Ok(store.put(key, bytes).await);
    }
    let told = |e: io::Error| Error::internal(format!("{}: {e}", entry.file));
    let space = space(app).map_err(told)?;
    let mut file = tempfile::NamedTempFile::new_in(space).map_err(told)?;
    archive.copy(entry, file.as_file_mut())?;
    Ok(store.put_file(key, file.path()).await)
}
