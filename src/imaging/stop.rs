//! Work on a photo that nobody wants any more need not be finished.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Asks the making of renditions to stop at the next one. Cheap to clone and to look at; what was stopped gives
/// [`Refusal::NotEncoded`](super::Refusal::NotEncoded).
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
