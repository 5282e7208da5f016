//! The random name of a stored object: it tells nothing and can't be guessed.

use std::fmt;
use std::str::FromStr;

use super::StorageError;

/// 128 random bits, written as 32 lower-case hex digits. Only [`ObjectId::random`] and a strict parser make one, so
/// nothing else can become part of a path (S13).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(String);

impl ObjectId {
    /// A new id.
    ///
    /// # Errors
    /// `Unavailable` when the operating system has no randomness to give.
    pub fn random() -> Result<Self, StorageError> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)
            .map_err(|e| StorageError::Unavailable(format!("randomness: {e}")))?;
        Ok(Self(crate::hash::hex(&bytes)))
    }

    /// Exactly 32 digits `0-9a-f`, or `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 32 && text.bytes().all(digit)).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ObjectId {
    type Err = StorageError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or(StorageError::InvalidName)
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
