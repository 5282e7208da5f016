//! A folder as a store: written aside, synced, then named; the folder's own entry is synced too.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::{ObjectId, StorageError, StorageKey};

/// A folder that holds objects.
#[derive(Clone)]
pub struct Folder(PathBuf);

impl Folder {
    pub(super) fn open(path: &Path) -> Result<Self, StorageError> {
        fs::create_dir_all(path.join("drafts")).map_err(|e| told(path, &e))?;
        Ok(Self(path.to_owned()))
    }

    pub(super) async fn put(&self, key: &StorageKey, bytes: Bytes) -> Result<(), StorageError> {
        self.place(key, move |draft| {
            let mut file = File::create_new(draft)?;
            file.write_all(&bytes)?;
            file.sync_all()
        })
        .await
    }

    pub(super) async fn put_file(
        &self,
        key: &StorageKey,
        source: &Path,
    ) -> Result<(), StorageError> {
        let source = source.to_owned();
        self.place(key, move |draft| {
            fs::copy(&source, draft)?;
            File::open(draft)?.sync_all()
        })
        .await
    }

    /// Lets `write` fill a draft, then gives it its name without replacing anything.
    async fn place(
        &self,
        key: &StorageKey,
        write: impl FnOnce(&Path) -> io::Result<()> + Send + 'static,
    ) -> Result<(), StorageError> {
        let target = self.0.join(key.path());
        let draft = self.0.join("drafts").join(ObjectId::random()?.as_str());
        blocking(move || {
            let done = (|| {
                let folder = target.parent().unwrap_or(&target);
                if !folder.exists() {
                    fs::create_dir_all(folder)?;
                    if let Some(above) = folder.parent() {
                        File::open(above)?.sync_all()?;
                    }
                }
                write(&draft)?;
                fs::hard_link(&draft, &target)?;
                File::open(folder)?.sync_all()
            })();
            let _ = fs::remove_file(&draft);
            done.map_err(|e| told(&target, &e))
        })
        .await
    }

    pub(super) async fn get(&self, key: &StorageKey) -> Result<Bytes, StorageError> {
        let path = self.0.join(key.path());
        blocking(move || {
            fs::read(&path)
                .map(Bytes::from)
                .map_err(|e| told(&path, &e))
        })
        .await
    }

    pub(super) async fn delete(&self, key: &StorageKey) -> Result<(), StorageError> {
        let path = self.0.join(key.path());
        blocking(move || match fs::remove_file(&path) {
            Err(e) if e.kind() != ErrorKind::NotFound => Err(told(&path, &e)),
            _ => Ok(()),
        })
        .await
    }

    pub(super) async fn exists(&self, key: &StorageKey) -> Result<bool, StorageError> {
        let path = self.0.join(key.path());
        blocking(move || path.try_exists().map_err(|e| told(&path, &e))).await
    }

    pub(super) async fn list(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let (root, prefix) = (self.0.clone(), prefix.to_owned());
        blocking(move || {
            let (mut found, mut open) = (Vec::new(), vec![root.join(&prefix)]);
            while let Some(folder) = open.pop() {
                let entries = match fs::read_dir(&folder) {
                    Err(e) if e.kind() == ErrorKind::NotFound => continue,
                    other => other.map_err(|e| told(&folder, &e))?,
                };
                for entry in entries {
                    let path = entry.map_err(|e| told(&folder, &e))?.path();
                    if path.is_dir() {
                        open.push(path);
                    } else if let Ok(inner) = path.strip_prefix(&root) {
                        found.push(inner.to_string_lossy().into_owned());
                    }
                }
            }
            found.sort();
            Ok(found)
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StorageError> + Send + 'static,
) -> Result<T, StorageError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| StorageError::Unavailable(format!("storage thread: {e}")))?
}

fn told(path: &Path, error: &io::Error) -> StorageError {
    match error.kind() {
        ErrorKind::NotFound => StorageError::NotFound,
        ErrorKind::AlreadyExists => StorageError::AlreadyExists,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StorageError::Full,
        _ => StorageError::Unavailable(format!("{}: {error}", path.display())),
    }
}
