//! The predicate's answers for media addresses, kept for as long as nothing changed: the same proof value, had without
//! asking the database again. In doubt it is asked, and when it does not answer nothing is shown.

use std::sync::Arc;

use super::predicate;
use super::proof::PublicGrant;
use crate::db::{Db, Epoch};
use crate::error::Error;
use crate::shelf::Shelf;

/// One for each instance, shared by its threads.
#[derive(Clone)]
pub struct PublicSet {
    db: Db,
    kept: Arc<Shelf<Arc<PublicGrant>>>,
}

/// A proof that holds in one epoch: what is kept beside it is kept under that epoch too.
#[derive(Debug)]
pub struct Proved {
    pub grant: Arc<PublicGrant>,
    pub epoch: Epoch,
}

/// Some ten thousand addresses.
const BYTES: usize = 4 << 20;

impl PublicSet {
    pub fn new(db: Db) -> Self {
        Self {
            db,
            kept: Arc::new(Shelf::new(BYTES)),
        }
    }

    /// The proof to serve one rendition, if the predicate gave it in this very epoch.
    pub fn at_hand(&self, address: &str) -> Option<Proved> {
        let epoch = self.db.epoch_at_hand()?;
        let grant = self.kept.get(epoch, address)?;
        Some(Proved { grant, epoch })
    }

    /// The proof to serve one rendition of a publication. `address` is the name of both together.
    ///
    /// # Errors
    /// As [`predicate::public_media`]; also when the content version can't be read.
    pub async fn media(
        &self,
        address: &str,
        publication: String,
        width: i32,
        format: String,
    ) -> Result<Proved, Error> {
        let epoch = self.db.epoch().await?;
        if let Some(grant) = self.kept.get(epoch, address) {
            return Ok(Proved { grant, epoch });
        }
        let found = self
            .db
            .read(move |conn| predicate::public_media(conn, &publication, width, &format));
        let grant = Arc::new(found.await?);
        let now = self.db.epoch_at_hand();
        self.kept
            .put(epoch, now, address.to_owned(), grant.clone(), 192);
        Ok(Proved { grant, epoch })
    }
}
