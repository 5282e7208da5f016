//! Originals, renditions and the withdrawal ledger: one set of promises over a folder and over an S3 bucket.
//!
//! Keys are random and never reused, nothing is ever overwritten, and an acknowledged [`Storage::put`] survives
//! `kill -9` and power loss. No key or file name says anything about a client. What is public is decided in the
//! database, never by what lies here or by a listing.

mod answers;
mod bucket;
mod durable;
mod error;
mod key;
mod local;
mod object_id;
mod versions;

use std::fmt;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use sha2::{Digest, Sha256};

pub use bucket::S3;
pub use error::StorageError;
pub use key::{ImageFormat, StorageKey, VIDEO};
pub use local::Local;
pub use object_id::ObjectId;

use crate::config::StorageConfig;
use crate::crash;

/// The longest wait for a bucket's answer to a request that carries little.
const PATIENCE: Duration = Duration::from_secs(10);

/// Bytes of a large object that are in memory at a time.
const PART: u64 = 1 << 20;

/// One store; cheap to clone.
#[derive(Clone)]
pub enum Storage {
    Local(Local),
    S3(S3),
}

impl Storage {
    /// Opens the store. A folder is created (readable by the owner only); a bucket is not contacted yet.
    ///
    /// # Errors
    /// `Unavailable` when the folder can't be made or the address of the bucket makes no sense.
    pub fn connect(config: &StorageConfig) -> Result<Self, StorageError> {
        Self::connect_with_patience(config, PATIENCE)
    }

    /// As [`Storage::connect`], waiting no longer than `patience` for a bucket's answer to a small request, and in
    /// proportion for large ones.
    ///
    /// # Errors
    /// As [`Storage::connect`].
    pub fn connect_with_patience(
        config: &StorageConfig,
        patience: Duration,
    ) -> Result<Self, StorageError> {
        match config {
            StorageConfig::Folder { path } => Local::open(path).map(Self::Local),
            s3 @ StorageConfig::S3 { .. } => S3::new(s3, patience).map(Self::S3),
        }
    }

    /// Stores `bytes` under `key`. When this returns `Ok` they are there to stay.
    ///
    /// # Errors
    /// `AlreadyExists` (nothing was changed), `Full`, `Unavailable`. After `Unavailable` the object may or may not
    /// be there: try again under a *new* key and leave the old one to the orphan sweep.
    pub async fn put(&self, key: &StorageKey, bytes: Bytes) -> Result<(), StorageError> {
        crash::point();
        let done = match self {
            Self::Local(local) => local.put(key, bytes).await,
            Self::S3(s3) => s3.put(key, &bytes).await,
        };
        crash::point();
        done
    }

    /// Stores a copy of the file at `path` under `key` without reading it into memory. The file itself is left alone
    /// (sharing its bytes by a link would let a later edit reach into the store).
    ///
    /// # Errors
    /// As [`Storage::put`]; `Corrupt` when the file changed its length meanwhile.
    pub async fn put_file(&self, key: &StorageKey, path: &Path) -> Result<(), StorageError> {
        crash::point();
        let done = match self {
            Self::Local(local) => local.put_file(key, path).await,
            Self::S3(s3) => s3.put_file(key, path).await,
        };
        crash::point();
        done
    }

    /// All bytes stored under `key`.
    ///
    /// # Errors
    /// `NotFound` only when the store answers that there is no such object; otherwise `Unavailable`.
    pub async fn get(&self, key: &StorageKey) -> Result<Bytes, StorageError> {
        match self {
            Self::Local(local) => local.get(key).await,
            Self::S3(s3) => s3.get(key).await,
        }
    }

    /// As [`Storage::get`], but hands the bytes out only if their SHA-256, as lower-case hex, is `sha256` (F06).
    ///
    /// # Errors
    /// `Corrupt` when the store gave other bytes than were written.
    pub async fn get_verified(
        &self,
        key: &StorageKey,
        sha256: &str,
    ) -> Result<Bytes, StorageError> {
        let bytes = self.get(key).await?;
        let hashed = bytes.clone();
        let found = off_the_runtime(move || Ok(crate::hash::sha256(&hashed))).await?;
        if found == sha256 {
            Ok(bytes)
        } else {
            Err(StorageError::Corrupt)
        }
    }

    /// `length` bytes from `from` on: of what is too large for the memory. Whoever hands them out compares them with a hash of
    /// that part, as [`Storage::get_verified`] does with the whole.
    ///
    /// # Errors
    /// As [`Storage::get`]; `Corrupt` when the object ends before.
    pub async fn get_range(
        &self,
        key: &StorageKey,
        from: u64,
        length: u64,
    ) -> Result<Bytes, StorageError> {
        if length == 0 {
            return Ok(Bytes::new());
        }
        let bytes = match self {
            Self::Local(local) => local.get_range(key, from, length).await?,
            Self::S3(s3) => s3.get_range(key, from, length).await?,
        };
        match bytes.len() as u64 == length {
            true => Ok(bytes),
            false => Err(StorageError::Corrupt),
        }
    }

    /// Writes the object of `length` bytes into `file`, a part in memory at a time, and gives the file back if all of it is
    /// what was written (F06).
    ///
    /// # Errors
    /// As [`Storage::get_verified`]; `Unavailable` when the file can't be written.
    pub async fn get_into(
        &self,
        key: &StorageKey,
        (length, sha256): (u64, &str),
        mut file: File,
    ) -> Result<File, StorageError> {
        let (mut hash, mut at) = (Sha256::new(), 0);
        while at < length {
            let part = self.get_range(key, at, PART.min(length - at)).await?;
            at += part.len() as u64;
            (file, hash) = off_the_runtime(move || {
                hash.update(&part);
                let written = file.write_all(&part);
                written.map_err(|e| StorageError::Unavailable(e.to_string()))?;
                Ok((file, hash))
            })
            .await?;
        }
        match crate::hash::hex(&hash.finalize()) == sha256 {
            true => Ok(file),
            false => Err(StorageError::Corrupt),
        }
    }

    /// Deletes what is stored under `key`, on a versioned bucket every version of it. Deleting what is not there
    /// is fine.
    ///
    /// # Errors
    /// `Unavailable`: it may still be there, try again.
    pub async fn delete(&self, key: &StorageKey) -> Result<(), StorageError> {
        crash::point();
        let done = match self {
            Self::Local(local) => local.delete(key).await,
            Self::S3(s3) => s3.delete(key).await,
        };
        crash::point();
        done
    }

    /// Whether something is stored under `key`.
    ///
    /// # Errors
    /// `Unavailable` when the store can't tell.
    pub async fn exists(&self, key: &StorageKey) -> Result<bool, StorageError> {
        match self {
            Self::Local(local) => local.exists(key).await,
            Self::S3(s3) => s3.exists(key).await,
        }
    }

    /// The paths that begin with `prefix` (such as `events/`), sorted; [`StorageKey::from_path`] reads them back.
    /// Only for replaying the ledger: a listing may lag behind and decides nothing.
    ///
    /// # Errors
    /// `InvalidName` when the prefix holds anything but ASCII letters, digits, `-`, `_` and `/`.
    pub async fn list(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.list_older(prefix, Duration::ZERO).await
    }

    /// As [`Storage::list`], without what was written less than `age` ago by the clock of the store: for the orphan
    /// sweep, which must spare files whose row is about to be committed.
    ///
    /// # Errors
    /// As [`Storage::list`].
    pub async fn list_older(
        &self,
        prefix: &str,
        age: Duration,
    ) -> Result<Vec<String>, StorageError> {
        let allowed = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'/');
        if prefix.starts_with('/') || prefix.contains("//") || !prefix.bytes().all(allowed) {
            return Err(StorageError::InvalidName);
        }
        let mut paths = match self {
            Self::Local(local) => local.list(prefix, age).await?,
            Self::S3(s3) => s3.list(prefix, age).await?,
        };
        paths.sort_unstable();
        Ok(paths)
    }

    /// Whether a stranger without a key can read `key` past this program (S02): asked of a bucket by a request
    /// without a signature; a folder is served by nobody.
    ///
    /// # Errors
    /// `Unavailable` when the bucket does not answer.
    pub async fn open_to_strangers(&self, key: &StorageKey) -> Result<bool, StorageError> {
        match self {
            Self::Local(_) => Ok(false),
            Self::S3(s3) => s3.open_to_strangers(key).await,
        }
    }
}

/// Where the store is, without its keys: for `doctor` and the log.
impl fmt::Display for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Local(local) => local.fmt(f),
            Self::S3(s3) => s3.fmt(f),
        }
    }
}

impl fmt::Debug for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Storage({self})")
    }
}

/// Runs blocking work where it holds up no request.
async fn off_the_runtime<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StorageError> + Send + 'static,
) -> Result<T, StorageError> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|e| Err(StorageError::Unavailable(format!("file work stopped: {e}"))))
}
