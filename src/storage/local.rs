//! The store as a folder on a local disk.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;

use super::durable::{self, Draft};
use super::{StorageError, StorageKey, off_the_runtime};

/// Holds what is being written. It is made when the store is opened and never again, so its absence tells that the
/// disk is not mounted: then nothing is "not found" and nothing is "deleted".
const DRAFTS: &str = ".drafts";
/// A draft this old was left by a process that died.
const DRAFT_AGE: Duration = Duration::from_secs(24 * 60 * 60);

/// A folder; files in it are readable by the owner only.
#[derive(Clone)]
pub struct Local {
    root: Arc<Path>,
}

impl Local {
    pub(super) fn open(path: &Path) -> Result<Self, StorageError> {
        let told = |e: io::Error| StorageError::Unavailable(format!("{}: {e}", path.display()));
        durable::make_private_folder(&path.join(DRAFTS)).map_err(told)?;
        let root: Arc<Path> = path.canonicalize().map_err(told)?.into();
        for folder in root.ancestors().take(3) {
            // Its own name, too, and that of the data folder around it, as far as we may.
            let _ = durable::sync_folder(folder);
        }
        sweep_drafts(&root.join(DRAFTS)).map_err(told)?;
        Ok(Self { root })
    }

    pub(super) async fn put(&self, key: &StorageKey, bytes: Bytes) -> Result<(), StorageError> {
        self.write(key, move |root, target| {
            let mut draft = Draft::create(&root.join(DRAFTS))?;
            draft.write(&bytes)?;
            draft.publish(root, target)
        })
        .await
    }

    pub(super) async fn put_file(&self, key: &StorageKey, path: &Path) -> Result<(), StorageError> {
        let source = path.to_owned();
        self.write(key, move |root, target| {
            let mut draft = Draft::create(&root.join(DRAFTS))?;
            draft.copy(&mut File::open(&source)?)?;
            draft.publish(root, target)
        })
        .await
    }

    pub(super) async fn get(&self, key: &StorageKey) -> Result<Bytes, StorageError> {
        self.read(key, |target| fs::read(target).map(Bytes::from))
            .await
    }

    pub(super) async fn get_range(
        &self,
        key: &StorageKey,
        from: u64,
        length: u64,
    ) -> Result<Bytes, StorageError> {
        self.read(key, move |target| {
            let mut file = File::open(target)?;
            file.seek(SeekFrom::Start(from))?;
            let mut bytes = Vec::new();
            file.take(length).read_to_end(&mut bytes)?;
            Ok(Bytes::from(bytes))
        })
        .await
    }

    pub(super) async fn exists(&self, key: &StorageKey) -> Result<bool, StorageError> {
        match self.read(key, |target| fs::metadata(target)).await {
            Ok(_) => Ok(true),
            Err(StorageError::NotFound) => Ok(false),
            Err(other) => Err(other),
        }
    }

    pub(super) async fn delete(&self, key: &StorageKey) -> Result<(), StorageError> {
        let root = self.root.clone();
        match self
            .read(key, move |target| durable::remove(&root, target))
            .await
        {
            Err(StorageError::NotFound) => Ok(()),
            done => done,
        }
    }

    /// Walks the folders above the prefix; unsorted.
    pub(super) async fn list(
        &self,
        prefix: &str,
        age: Duration,
    ) -> Result<Vec<String>, StorageError> {
        let (root, prefix) = (self.root.clone(), prefix.to_owned());
        off_the_runtime(move || {
            present(&root)?;
            let written_before = SystemTime::now().checked_sub(age);
            let start = prefix.rsplit_once('/').map_or("", |(folder, _)| folder);
            let (mut found, mut folders) = (Vec::new(), vec![start.to_owned()]);
            while let Some(folder) = folders.pop() {
                let met = read_folder(&root, &folder, &mut folders)
                    .map_err(|e| StorageError::Unavailable(format!("list {folder}: {e}")))?;
                found.extend(met.into_iter().filter_map(|(path, at)| {
                    let old = age.is_zero() || Some(at) <= written_before;
                    (old && path.starts_with(&prefix)).then_some(path)
                }));
            }
            Ok(found)
        })
        .await
    }

    async fn write(
        &self,
        key: &StorageKey,
        work: impl FnOnce(&Path, &Path) -> io::Result<()> + Send + 'static,
    ) -> Result<(), StorageError> {
        let (root, path) = (self.root.clone(), key.path());
        off_the_runtime(move || {
            work(&root, &root.join(&path)).map_err(|e| match StorageError::from_io("write", &e) {
                StorageError::NotFound => StorageError::Unavailable(format!("write: {e}")),
                other => other,
            })
        })
        .await
    }

    async fn read<T: Send + 'static>(
        &self,
        key: &StorageKey,
        work: impl FnOnce(&Path) -> io::Result<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        let (root, path) = (self.root.clone(), key.path());
        off_the_runtime(move || {
            work(&root.join(&path)).map_err(|e| match StorageError::from_io("read", &e) {
                StorageError::NotFound => present(&root).err().unwrap_or(StorageError::NotFound),
                other => other,
            })
        })
        .await
    }
}

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "folder {}", self.root.display())
    }
}

/// Whether the disk that was opened is still there.
fn present(root: &Path) -> Result<(), StorageError> {
    if root.join(DRAFTS).is_dir() {
        Ok(())
    } else {
        let text = format!("folder {} is gone (not mounted?)", root.display());
        Err(StorageError::Unavailable(text))
    }
}

/// The files of one folder with the time they were written; the folders in it are added to `folders`.
fn read_folder(
    root: &Path,
    folder: &str,
    folders: &mut Vec<String>,
) -> io::Result<Vec<(String, SystemTime)>> {
    let mut files = Vec::new();
    let entries = match fs::read_dir(root.join(folder)) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(files),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
            continue;
        };
        if name.starts_with('.') {
            continue;
        }
        let path = PathBuf::from(folder).join(name);
        let path = path.to_string_lossy().into_owned();
        match entry.metadata() {
            Ok(data) if data.is_dir() => folders.push(path),
            Ok(data) => files.push((path, data.modified()?)),
            // Deleted since the folder was opened.
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(e) => return Err(e),
        }
    }
    Ok(files)
}

fn sweep_drafts(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let age = entry.metadata().and_then(|data| data.modified()).ok();
        if age.and_then(|at| at.elapsed().ok()) > Some(DRAFT_AGE) {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}
