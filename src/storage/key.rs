//! What can be stored: each key knows its path, its content type and whether the public may ever see it.

use std::fmt;

use super::{ObjectId, StorageError};

/// One object of the store.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StorageKey {
    /// The photo or video as it was uploaded. Never served to the public.
    Original(ObjectId),
    /// Pixels decoded and encoded by us, with masks burned in; public under a live consent only.
    Rendition(ObjectId, Format),
    /// One event of the withdrawal ledger (on the ledger's own store).
    Ledger(LedgerName),
    /// Written, read and deleted by `doctor`.
    Probe(ObjectId),
}

/// How a rendition is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Jpeg,
    Avif,
}

impl Format {
    /// Without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Avif => "avif",
        }
    }

    pub fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Avif => "image/avif",
        }
    }
}

/// The name of one event: 1 to 128 ASCII letters, digits, `-` and `_`. Names sort by time when they begin with one and
/// must be unique (end them with random digits): nothing else keeps two instances from choosing the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LedgerName(String);

impl LedgerName {
    /// # Errors
    /// `InvalidName` for anything else, paths among it.
    pub fn parse(text: &str) -> Result<Self, StorageError> {
        let allowed = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
        if (1..=128).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(StorageError::InvalidName)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl StorageKey {
    /// The path inside the store: ASCII, with slashes, without one in front.
    pub fn path(&self) -> String {
        let shelf = |folder: &str, id: &ObjectId| {
            let id = id.to_string();
            format!("{folder}/{}/{id}", &id[..2])
        };
        match self {
            Self::Original(id) => shelf("originals", id),
            Self::Rendition(id, format) => {
                format!("{}.{}", shelf("renditions", id), format.extension())
            }
            Self::Ledger(name) => format!("events/{}.json", name.as_str()),
            Self::Probe(id) => format!("probes/{id}"),
        }
    }

    /// The key whose path this is, or `None` when we would never have written there.
    pub fn from_path(path: &str) -> Option<Self> {
        let (folder, rest) = path.split_once('/')?;
        let name = rest.rsplit('/').next()?;
        let key = match folder {
            "originals" => Self::Original(ObjectId::parse(name)?),
            "renditions" => {
                let (id, extension) = name.split_once('.')?;
                let format = [Format::Jpeg, Format::Avif]
                    .into_iter()
                    .find(|format| format.extension() == extension)?;
                Self::Rendition(ObjectId::parse(id)?, format)
            }
            "events" => Self::Ledger(LedgerName::parse(name.strip_suffix(".json")?).ok()?),
            "probes" => Self::Probe(ObjectId::parse(name)?),
            _ => return None,
        };
        (key.path() == path).then_some(key)
    }

    /// What the store is told; an original's own type is known to the database only.
    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Original(_) => "application/octet-stream",
            Self::Rendition(_, format) => format.content_type(),
            Self::Ledger(_) => "application/json",
            Self::Probe(_) => "text/plain",
        }
    }

    /// Whether a live consent could make it public. Everything in the store is private to those without one.
    pub fn may_be_public(&self) -> bool {
        matches!(self, Self::Rendition(..))
    }
}

impl fmt::Display for StorageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}
