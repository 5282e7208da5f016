//! Where the head of the chain was at one moment: written outside the database, signed, never changed.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::config::Config;
use crate::error::Error;
use crate::seal;
use crate::storage::{StorageError, StorageKey};

/// The folder of anchors in a store.
pub(super) const FOLDER: &str = "anchors/";

/// The event that was the last one, and its hash: it stands for all events before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    pub day: NaiveDate,
    pub seq: i64,
    pub sha256: String,
    pub at: NaiveDateTime,
}

/// An anchor as it is written, with the key that checks its signature.
#[derive(Serialize, Deserialize)]
struct Sealed {
    anchor: Anchor,
    signature: String,
    public_key: String,
}

impl Anchor {
    /// The anchor as a file.
    ///
    /// # Errors
    /// When the signing key has the wrong length.
    pub(super) fn sealed(&self, config: &Config) -> Result<Vec<u8>, Error> {
        let signature = seal::seal(config, self.words()?.as_bytes())?;
        Ok(serde_json::to_vec(&Sealed {
            anchor: self.clone(),
            signature,
            public_key: seal::public_key(config)?,
        })?)
    }

    /// What is signed.
    fn words(&self) -> Result<String, Error> {
        Ok(serde_json::to_string(self)?)
    }
}

/// What was found under the name of an anchor.
#[derive(Debug, Clone)]
pub(super) enum Read {
    Ours(Anchor),
    /// Signed as it should be, but with a key that is not ours (any more).
    Foreign(Anchor),
    /// No anchor, or not as it was signed.
    Spoiled,
}

fn read(config: &Config, bytes: &[u8]) -> Result<Read, Error> {
    let Ok(file) = serde_json::from_slice::<Sealed>(bytes) else {
        return Ok(Read::Spoiled);
    };
    let words = file.anchor.words()?;
    if seal::is_ours(config, words.as_bytes(), &file.signature)? {
        return Ok(Read::Ours(file.anchor));
    }
    let signed = seal::is_by(&file.public_key, words.as_bytes(), &file.signature);
    Ok(
        match signed && file.public_key != seal::public_key(config)? {
            true => Read::Foreign(file.anchor),
            false => Read::Spoiled,
        },
    )
}

/// All anchors of both places, by name. One that is spoiled in either place counts as spoiled.
///
/// # Errors
/// When a store does not answer.
pub(super) async fn read_all(app: &App) -> Result<BTreeMap<String, Read>, Error> {
    let mut found: BTreeMap<String, Read> = BTreeMap::new();
    for place in [&app.storage, &app.ledger] {
        for path in place.list(FOLDER).await? {
            let Some(key @ StorageKey::Anchor(..)) = StorageKey::from_path(&path) else {
                continue;
            };
            let anchor = match place.get(&key).await {
                Ok(bytes) => read(&app.config, &bytes)?,
                // Gone since it was listed: the other place, or the list of days, tells.
                Err(StorageError::NotFound) => continue,
                Err(error) => return Err(error.into()),
            };
            let spoiled = matches!(anchor, Read::Spoiled);
            if spoiled || !found.contains_key(&path) {
                found.insert(path, anchor);
            }
        }
    }
    Ok(found)
}
