//! What can go wrong with a store, so that callers can tell "gone" from "not now".

use std::fmt;
use std::io;

/// Why the store did not do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// The store answered that there is no such object.
    NotFound,
    /// The key is taken; what is there was not touched.
    AlreadyExists,
    /// The bytes are not those that were written: not to be shown to anyone.
    Corrupt,
    /// No room left (F09).
    Full,
    /// Not an id or a name that this program makes (S13).
    InvalidName,
    /// The store can't be reached, refuses, or takes too long; says which, without secrets.
    Unavailable(String),
}

impl StorageError {
    /// Whether trying again later can help.
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::Full)
    }

    /// The error of a read of a file that is known to have been asked for.
    pub(super) fn from_io(doing: &str, error: &io::Error) -> Self {
        use io::ErrorKind::{AlreadyExists, NotFound, QuotaExceeded, StorageFull};
        match error.kind() {
            NotFound => Self::NotFound,
            AlreadyExists => Self::AlreadyExists,
            StorageFull | QuotaExceeded => Self::Full,
            _ => Self::Unavailable(format!("{doing}: {error}")),
        }
    }
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("there is no such object"),
            Self::AlreadyExists => f.write_str("the key is taken"),
            Self::Corrupt => f.write_str("the bytes differ from those that were written"),
            Self::Full => f.write_str("no room is left"),
            Self::InvalidName => f.write_str("not a name that this program makes"),
            Self::Unavailable(cause) => f.write_str(cause),
        }
    }
}

impl std::error::Error for StorageError {}
