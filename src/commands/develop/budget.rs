//! A share of memory for each photo under way, so that all together stay under a bound.

use std::sync::{Condvar, Mutex, MutexGuard};

/// Bytes that may still be taken.
pub struct Budget {
    all: u64,
    free: Mutex<u64>,
    returned: Condvar,
}

/// Bytes that were taken; dropping gives them back.
pub struct Share<'a> {
    budget: &'a Budget,
    bytes: u64,
}

impl Budget {
    pub fn new(bytes: u64) -> Self {
        Self {
            all: bytes,
            free: Mutex::new(bytes),
            returned: Condvar::new(),
        }
    }

    /// Waits until so much is free. One that asks for more than all gets all of it: it works alone.
    pub fn take(&self, bytes: u64) -> Share<'_> {
        let bytes = bytes.min(self.all);
        let mut free = self.lock();
        while *free < bytes {
            free = match self.returned.wait(free) {
                Ok(free) => free,
                Err(poisoned) => poisoned.into_inner(),
            };
        }
        *free -= bytes;
        Share {
            budget: self,
            bytes,
        }
    }

    fn lock(&self) -> MutexGuard<'_, u64> {
        match self.free.lock() {
            Ok(free) => free,
            Err(poisoned) => poisoned.into_inner(),
        }
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        *self.budget.lock() += self.bytes;
        self.budget.returned.notify_all();
    }
}
