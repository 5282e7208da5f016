//! Small renditions kept in memory beside their proof, for as long as nothing changed.

use std::sync::Arc;

use super::serving::{Served, public_photo};
use crate::app::App;
use crate::consents::Proved;
use crate::error::Error;
use crate::shelf::Shelf;

/// One for each instance, shared by its threads.
#[derive(Clone)]
pub struct SmallRenditions(Arc<Shelf<Served>>);

const BYTES: usize = 16 << 20;
/// Larger ones come from the store.
const SMALL: usize = 96 << 10;

impl Default for SmallRenditions {
    fn default() -> Self {
        Self(Arc::new(Shelf::new(BYTES)))
    }
}

impl SmallRenditions {
    /// The bytes that the proof is for, if they lie here.
    pub fn at_hand(&self, proved: &Proved) -> Option<Served> {
        self.0.get(proved.epoch, proved.grant.object_id())
    }

    /// The bytes that the proof is for.
    ///
    /// # Errors
    /// As [`public_photo`].
    pub async fn public_photo(&self, app: &App, proved: &Proved) -> Result<Served, Error> {
        if let Some(served) = self.at_hand(proved) {
            return Ok(served);
        }
        let served = public_photo(app, &proved.grant).await?;
        if served.bytes.len() <= SMALL {
            let (name, bytes) = (proved.grant.object_id().to_owned(), served.bytes.len());
            let now = app.db.epoch_at_hand();
            self.0.put(proved.epoch, now, name, served.clone(), bytes);
        }
        Ok(served)
    }
}
