//! What was read of the content, kept for as long as nothing of it changes.
//!
//! Only connections that read have a memory: in a transaction one sees what nobody else does yet. What is kept is asked for
//! at the moment of reading, so that whoever waited for a connection is not told what was true before.

use std::any::Any;
use std::sync::Arc;

use super::{Conn, Content, Epoch};
use crate::shelf::Shelf;

/// For about as much as six hundred stories.
const BYTES: usize = 4 << 20;

/// By name.
pub(super) type Memory = Shelf<Arc<dyn Any + Send + Sync>>;

pub(super) fn empty() -> Memory {
    Shelf::new(BYTES)
}

/// A memory, and what says whether it holds.
pub(super) struct Kept {
    pub content: Arc<Content>,
    pub memory: Arc<Memory>,
}

impl Conn {
    /// The epoch of now, to be asked for before reading what is to be kept; none where nothing may be kept.
    pub fn epoch_at_hand(&self) -> Option<Epoch> {
        let kept = self.kept.as_ref()?;
        let (epoch, _) = kept.content.at_hand(self.offset())?;
        Some(epoch)
    }

    /// What was kept under this name, while the content is as it was then.
    pub fn recall<T: Any + Send + Sync>(&self, name: &str) -> Option<Arc<T>> {
        let epoch = self.epoch_at_hand()?;
        let value = self.kept.as_ref()?.memory.get(epoch, name)?;
        value.downcast().ok()
    }

    /// Keeps what was read after `epoch` had been asked for and takes about so many bytes.
    pub fn remember<T: Any + Send + Sync>(
        &self,
        epoch: Option<Epoch>,
        name: String,
        value: &Arc<T>,
        bytes: usize,
    ) {
        if let (Some(kept), Some(epoch)) = (&self.kept, epoch) {
            let now = self.epoch_at_hand();
            kept.memory.put(epoch, now, name, value.clone(), bytes);
        }
    }
}
