//! What people look at right now: work on it comes first. It is known to this process alone, for seconds, and nothing
//! depends on it but the order of work.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A page that is open asks again sooner than this.
const LASTS: Duration = Duration::from_secs(15);
/// So many things at most; who looks at more is served in the order in which they came.
const MOST: usize = 200;

/// Shared by all threads.
#[derive(Debug, Clone, Default)]
pub struct Attention(Arc<Mutex<HashMap<String, Instant>>>);

impl Attention {
    /// Someone looks at these things.
    pub fn give<'a>(&self, about: impl IntoIterator<Item = &'a str>, now: Instant) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|_, since| now.duration_since(*since) < LASTS);
        for one in about {
            if held.len() < MOST || held.contains_key(one) {
                held.insert(one.to_owned(), now);
            }
        }
    }

    /// What is being looked at.
    pub fn held(&self, now: Instant) -> Vec<String> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = |since: &Instant| now.duration_since(*since) < LASTS;
        let fresh = held.iter().filter(|(_, since)| fresh(since));
        fresh.map(|(about, _)| about.clone()).collect()
    }
}
