//! Dies by SIGKILL at a chosen durable step: in debug builds only, and only when told so. Tests die at every step once.
//!
//! A step lies before and behind each commit, each object written and each object deleted.

use std::process::{Command, abort, id};
use std::sync::atomic::{AtomicU32, Ordering};

static LEFT: AtomicU32 = AtomicU32::new(0);

/// Chooses the step, counted from here; 0 for never.
pub fn at(step: u32) {
    LEFT.store(step, Ordering::SeqCst);
}

/// A durable step: the chosen one is the last.
pub(crate) fn point() {
    if cfg!(debug_assertions)
        && LEFT.load(Ordering::SeqCst) > 0
        && LEFT.fetch_sub(1, Ordering::SeqCst) == 1
    {
        let _ = Command::new("kill")
            .args(["-KILL", &id().to_string()])
            .status();
        abort();
    }
}
