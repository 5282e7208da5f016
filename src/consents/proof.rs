//! Proof values: bytes of a photo can only be had with one of these, and only a check can make one.

use crate::accounts::{Actor, Role};
use crate::db::ClientId;
use crate::error::Error;

use super::sessions::ClientSession;

/// One rendition of a publication was public when the database was asked, a moment ago.
#[derive(Debug)]
pub struct PublicGrant {
    pub(super) object_id: String,
    pub(super) format: String,
    pub(super) sha256: String,
    pub(super) indexable: bool,
    pub(super) lent: bool,
}

impl PublicGrant {
    pub fn object_id(&self) -> &str {
        &self.object_id
    }

    pub fn format(&self) -> &str {
        &self.format
    }

    /// Of the bytes: what is served must have it, and it is the ETag.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Whether partners' sites may show it.
    pub fn lent(&self) -> bool {
        self.lent
    }

    /// Whether search engines may keep it.
    pub fn indexable(&self) -> bool {
        self.indexable
    }
}

/// A video was public when the database was asked, a moment ago, with these captions.
#[derive(Debug)]
pub struct PublicVideo {
    pub(super) object_id: String,
    pub(super) sha256: String,
    pub(super) parts: String,
    pub(super) bytes: i64,
    pub(super) captions: String,
    pub(super) indexable: bool,
}

impl PublicVideo {
    pub fn object_id(&self) -> &str {
        &self.object_id
    }

    /// Of the whole file: its ETag.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Hashes of its parts: what is served must have them.
    pub fn parts(&self) -> &str {
        &self.parts
    }

    pub fn bytes(&self) -> u64 {
        u64::try_from(self.bytes).unwrap_or(0)
    }

    /// WebVTT, as it was approved.
    pub fn captions(&self) -> &str {
        &self.captions
    }

    /// Whether search engines may keep it.
    pub fn indexable(&self) -> bool {
        self.indexable
    }
}

/// A member of staff or a moderator, who works with the clinic's photos.
#[derive(Debug)]
pub struct StaffGrant(());

impl StaffGrant {
    /// # Errors
    /// `NotFound` for everyone else: they may not know of any photo.
    pub fn of(actor: &Actor) -> Result<Self, Error> {
        if actor.has(Role::Staff) || actor.has(Role::Moderator) {
            Ok(Self(()))
        } else {
            Err(Error::NotFound)
        }
    }
}

/// A client who proved to be one, for their own photos only.
#[derive(Debug)]
pub struct ClientGrant(ClientId);

impl ClientGrant {
    /// # Errors
    /// `Forbidden` until a code or a witness confirmed the session.
    pub fn of(session: &ClientSession) -> Result<Self, Error> {
        session.require_confirmed()?;
        Ok(Self(session.link.client_id.clone()))
    }

    pub fn client(&self) -> &ClientId {
        &self.0
    }
}
