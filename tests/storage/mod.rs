//! One contract for every store: a folder, s3s-fs in this process, and the server named by `TEST_S3_URL`.

mod contract;
mod faults;
mod folder;
mod keys;
mod versions;

use std::path::PathBuf;

use bytes::Bytes;
use candor::config::StorageConfig;
use candor::storage::{ImageFormat, ObjectId, Storage, StorageKey};
use tempfile::TempDir;

use crate::support::s3::{S3Server, outside};

/// A store and what keeps it alive.
pub struct Place {
    pub storage: Storage,
    folder: Option<TempDir>,
    server: Option<S3Server>,
}

impl Place {
    pub fn folder() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("media");
        Some(Self {
            storage: Storage::connect(&StorageConfig::Folder { path }).unwrap(),
            folder: Some(folder),
            server: None,
        })
    }

    pub fn s3() -> Option<Self> {
        let server = S3Server::start();
        Some(Self {
            storage: Storage::connect(&server.config("some/prefix")).unwrap(),
            folder: None,
            server: Some(server),
        })
    }

    /// Under a prefix of its own; `None`, saying so, when no server is named.
    pub fn outside() -> Option<Self> {
        let Some(mut config) = outside() else {
            eprintln!("skipped: TEST_S3_URL is not set");
            return None;
        };
        if let StorageConfig::S3 { prefix, .. } = &mut config {
            *prefix = format!("test-{}", ObjectId::random().unwrap());
        }
        Some(Self {
            storage: Storage::connect(&config).unwrap(),
            folder: None,
            server: None,
        })
    }

    /// The file behind an object, where we can reach it.
    pub fn file(&self, key: &StorageKey) -> Option<PathBuf> {
        match (&self.folder, &self.server) {
            (Some(folder), _) => Some(folder.path().join("media").join(key.path())),
            (_, Some(server)) => Some(server.file(&format!("some/prefix/{}", key.path()))),
            _ => None,
        }
    }
}

pub fn original() -> StorageKey {
    StorageKey::Original(ObjectId::random().unwrap())
}

pub fn rendition() -> StorageKey {
    StorageKey::Rendition(ObjectId::random().unwrap(), ImageFormat::Avif)
}

/// Bytes that repeat nowhere soon, the same each time.
pub fn bytes(length: usize) -> Bytes {
    let mut state = 1u32;
    (0..length)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect()
}

pub fn sha256(bytes: &[u8]) -> String {
    candor::hash::sha256(bytes)
}
