//! What there is to find: every public story in a few facts and its words, in memory, put together anew when the content
//! changes. It says where to look; what is shown of a story is asked of the predicate again.

use std::sync::{Arc, PoisonError, RwLock};

use crate::app::App;
use crate::clinic;
use crate::crowd::{Admitted, Crowd};
use crate::db::Epoch;
use crate::error::Error;

mod columns;
mod dictionary;
mod entry;
mod facets;
mod finder;
mod index;
mod known;
mod nearest;
mod places;
mod wish;
mod words;

use known::Known;

pub(super) use facets::FEWEST;
pub use facets::{Facet, is_facet, label};
pub use finder::{Answers, Reason, Similar};
pub use index::{Index, Listed};
pub use wish::{Sort, Wish};

/// One for each instance, shared by its threads.
#[derive(Clone)]
pub struct Catalogue {
    kept: Arc<RwLock<Option<Kept>>>,
    /// Who holds it puts a catalogue together.
    known: Arc<tokio::sync::Mutex<Known>>,
    searching: Crowd,
}

impl Default for Catalogue {
    fn default() -> Self {
        Self {
            kept: Arc::default(),
            known: Arc::default(),
            searching: Crowd::new(2, 32),
        }
    }
}

/// A catalogue, and the epoch that it holds for.
type Kept = (Epoch, Arc<Index>);

impl Catalogue {
    /// The catalogue of this moment.
    ///
    /// # Errors
    /// When the database does not answer: the caller shows nothing.
    pub async fn now(&self, app: &App) -> Result<Arc<Index>, Error> {
        let epoch = app.db.epoch().await?;
        if let Some(index) = self.of(epoch) {
            return Ok(index);
        }
        let mut known = self.known.clone().lock_owned().await;
        let epoch = app.db.epoch().await?;
        if let Some(index) = self.of(epoch) {
            return Ok(index);
        }
        let pages = app.pages.clone();
        // The guard comes back, so that who waits for it finds the catalogue already kept.
        let (index, _known) = app
            .db
            .read(move |conn| {
                let texts = pages.texts_in(clinic::clinic(conn)?.language);
                Ok((known.read(conn, &texts)?, known))
            })
            .await?;
        let index = Arc::new(index);
        if app.db.epoch_at_hand() == Some(epoch) {
            let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
            *kept = Some((epoch, index.clone()));
        }
        Ok(index)
    }

    /// The turn of a list that was asked for in someone's own words: unlike the others none is kept, so that each costs as
    /// much as the first. Hold it until the answer is made.
    ///
    /// # Errors
    /// `Unavailable` while too many wait for theirs.
    pub async fn turn(&self) -> Result<Admitted, Error> {
        self.searching.admit().await
    }

    fn of(&self, epoch: Epoch) -> Option<Arc<Index>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        let (known, index) = kept.as_ref()?;
        (*known == epoch).then(|| index.clone())
    }
}

#[cfg(test)]
mod tests;
