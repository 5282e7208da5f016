//! Where photos live: a folder or an S3-compatible bucket, behind one type.
//!
//! Keys are random and never reused, so nothing is ever overwritten; what is public is decided by the database alone,
//! never by what a bucket holds. No presigned address is made: bytes pass through this program or not at all.

use std::fmt;
use std::path::Path;

use bytes::Bytes;

use crate::config::StorageConfig;
use crate::hash::sha256 as sha256_hex;

mod key;
mod local;
mod s3;

pub use key::{ImageFormat, ObjectId, StorageKey};

/// A store. Cheap to clone.
#[derive(Clone)]
pub enum Storage {
    Local(local::Folder),
    S3(s3::Store),
}

/// Why a store did not do what was asked.
#[derive(Debug, PartialEq, Eq)]
pub enum StorageError {
    NotFound,
    /// The key was written before; keys are never reused.
    AlreadyExists,
    /// The bytes are not those that were written (their hash differs).
    Corrupt,
    /// The disk is full.
    Full,
    /// The store does not answer, or refuses.
    Unavailable(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("there is no such object"),
            Self::AlreadyExists => f.write_str("the key is taken"),
            Self::Corrupt => f.write_str("the object is not what was written"),
            Self::Full => f.write_str("no space is left"),
            Self::Unavailable(cause) => f.write_str(cause),
        }
    }
}

impl std::error::Error for StorageError {}

impl Storage {
    /// Opens the store. A folder is made when it is missing; a bucket is not asked yet.
    ///
    /// # Errors
    /// When the folder can't be made or the address of the bucket makes no sense.
    pub fn connect(config: &StorageConfig) -> Result<Self, StorageError> {
        match config {
            StorageConfig::Folder { path } => local::Folder::open(path).map(Self::Local),
            StorageConfig::S3 { .. } => s3::Store::open(config).map(Self::S3),
        }
    }

    /// Writes a new object; when this returns, it survives a crash.
    ///
    /// # Errors
    /// `AlreadyExists`, `Full` or `Unavailable`.
    pub async fn put(&self, key: &StorageKey, bytes: Bytes) -> Result<(), StorageError> {
        match self {
            Self::Local(folder) => folder.put(key, bytes).await,
            Self::S3(store) => store.put(key, bytes).await,
        }
    }

    /// [`Storage::put`] from a file on this machine, without holding it in memory.
    ///
    /// # Errors
    /// As [`Storage::put`].
    pub async fn put_file(&self, key: &StorageKey, file: &Path) -> Result<(), StorageError> {
        match self {
            Self::Local(folder) => folder.put_file(key, file).await,
            Self::S3(store) => store.put_file(key, file).await,
        }
    }

    /// Reads an object whole.
    ///
    /// # Errors
    /// `NotFound` or `Unavailable`.
    pub async fn get(&self, key: &StorageKey) -> Result<Bytes, StorageError> {
        match self {
            Self::Local(folder) => folder.get(key).await,
            Self::S3(store) => store.get(key).await,
        }
    }

    /// Reads an object whose SHA-256 (hex) is known; other bytes are never handed on.
    ///
    /// # Errors
    /// `Corrupt`, `NotFound` or `Unavailable`.
    pub async fn get_verified(
        &self,
        key: &StorageKey,
        sha256: &str,
    ) -> Result<Bytes, StorageError> {
        let bytes = self.get(key).await?;
        if sha256_hex(&bytes) == sha256 {
            Ok(bytes)
        } else {
            Err(StorageError::Corrupt)
        }
    }

    /// Removes an object; one that is not there is fine.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn delete(&self, key: &StorageKey) -> Result<(), StorageError> {
        match self {
            Self::Local(folder) => folder.delete(key).await,
            Self::S3(store) => store.delete(key).await,
        }
    }

    /// Whether the object is there.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn exists(&self, key: &StorageKey) -> Result<bool, StorageError> {
        match self {
            Self::Local(folder) => folder.exists(key).await,
            Self::S3(store) => store.exists(key).await,
        }
    }

    /// The paths under `prefix` (`renditions/`): for the orphan sweep and the ledger, never to decide what is public.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn list(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        match self {
            Self::Local(folder) => folder.list(prefix).await,
            Self::S3(store) => store.list(prefix).await,
        }
    }
}
