//! Keys: random ids that know their path, content type and whether they are private.

use std::fmt;

use super::StorageError;

/// 128 random bits as 32 hex digits; nothing else can become part of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ObjectId(String);

impl ObjectId {
    /// A new id from the operating system's randomness.
    ///
    /// # Errors
    /// When there is none to have.
    pub fn random() -> Result<Self, StorageError> {
        let mut bytes = [0u8; 16];
        getrandom::fill(&mut bytes)
            .map_err(|e| StorageError::Unavailable(format!("randomness: {e}")))?;
        Ok(Self(crate::hash::hex(&bytes)))
    }

    /// An id as it was written, or `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 32
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        fits.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a rendition is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImageFormat {
    Jpeg,
    Avif,
}

impl ImageFormat {
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

    pub fn parse(extension: &str) -> Option<Self> {
        [Self::Jpeg, Self::Avif]
            .into_iter()
            .find(|f| f.extension() == extension)
    }
}

/// What is kept, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageKey {
    /// A sealed original, exactly as uploaded: private for ever.
    Original(ObjectId),
    /// What may be shown, if the predicate says so.
    Rendition(ObjectId, ImageFormat),
    /// One withdrawal, in the ledger's own store.
    LedgerEvent(ObjectId),
    /// A passing object of `doctor`.
    Probe(ObjectId),
}

impl StorageKey {
    /// The path below the store's root; ASCII, two levels, spread over 256 folders.
    pub fn path(&self) -> String {
        match self {
            Self::Original(id) => format!("originals/{}/{id}", &id.as_str()[..2]),
            Self::Rendition(id, format) => {
                format!(
                    "renditions/{}/{id}.{}",
                    &id.as_str()[..2],
                    format.extension()
                )
            }
            Self::LedgerEvent(id) => format!("events/{}/{id}.json", &id.as_str()[..2]),
            Self::Probe(id) => format!("probes/{}/{id}", &id.as_str()[..2]),
        }
    }

    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Rendition(_, format) => format.content_type(),
            Self::LedgerEvent(_) => "application/json",
            Self::Original(_) | Self::Probe(_) => "application/octet-stream",
        }
    }
}
