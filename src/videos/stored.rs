//! Videos in the store are read part by part, and each part is compared with the hash that was taken when it was written (F06).

use std::fs::File;
use std::io::Read;

use bytes::Bytes;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use crate::app::App;
use crate::error::Error;
use crate::hash::{hex, sha256};
use crate::storage::{ObjectId, StorageError, StorageKey};

/// Bytes of one part; the last may be shorter.
pub const PART: u64 = 1 << 20;

/// A file made for the web, to be read part by part.
#[derive(Debug, Clone)]
pub struct Parts {
    pub object: ObjectId,
    pub bytes: u64,
    /// Hashes, one after the other.
    pub hashes: String,
}

impl Parts {
    /// The part with this byte, from it on.
    pub async fn from(&self, app: &App, at: u64) -> Result<Bytes, StorageError> {
        let number = at / PART;
        let begin = number * PART;
        let length = PART.min(self.bytes.saturating_sub(begin));
        let key = StorageKey::Video(self.object.clone());
        let bytes = app.storage.get_range(&key, begin, length).await?;
        let place = usize::try_from(number)
            .unwrap_or(usize::MAX)
            .saturating_mul(64);
        let known = self.hashes.get(place..place.saturating_add(64));
        let hashed = bytes.clone();
        let found = tokio::task::spawn_blocking(move || sha256(&hashed)).await;
        let found = found.map_err(|e| StorageError::Unavailable(e.to_string()))?;
        if known != Some(found.as_str()) {
            return Err(StorageError::Corrupt);
        }
        let skip = usize::try_from(at - begin).unwrap_or(usize::MAX);
        Ok(bytes.slice(skip.min(bytes.len())..))
    }
}

/// The sealed original as a file of its own, verified.
pub(super) async fn fetch_original(
    app: &App,
    object: &str,
    length: u64,
    expected: &str,
) -> Result<NamedTempFile, Error> {
    let id = ObjectId::parse(object).ok_or_else(|| Error::internal("object id"))?;
    let key = StorageKey::Original(id);
    let file = new_file(app)?;
    let told = |e: std::io::Error| Error::unavailable(format!("original: {e}"));
    let handle = file.reopen().map_err(told)?;
    let got = app.storage.get_into(&key, (length, expected), handle).await;
    got.map(|_| file)
        .map_err(|e| Error::unavailable(format!("original: {e}")))
}

/// A file on its way, where uploads are: what a killed process leaves there is swept.
pub(super) fn new_file(app: &App) -> Result<NamedTempFile, Error> {
    let folder = app.config.data_dir.join("uploads");
    let made = std::fs::create_dir_all(&folder).and_then(|()| NamedTempFile::new_in(&folder));
    made.map_err(|e| Error::unavailable(format!("upload folder: {e}")))
}

/// The hash of a whole file, and those of its parts.
pub(super) fn hashes(file: &mut File) -> std::io::Result<(String, String)> {
    let (mut whole, mut parts) = (Sha256::new(), String::new());
    loop {
        let mut part = Vec::new();
        file.take(PART).read_to_end(&mut part)?;
        if part.is_empty() {
            return Ok((hex(&whole.finalize()), parts));
        }
        whole.update(&part);
        parts.push_str(&sha256(&part));
    }
}
