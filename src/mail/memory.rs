//! Mail for tests: kept, never sent.

use std::sync::{Arc, Mutex, PoisonError};

use super::Mail;

/// Shared by all clones.
#[derive(Clone, Default)]
pub struct Memory {
    mails: Arc<Mutex<Vec<Mail>>>,
}

impl Memory {
    pub(super) fn send(&self, mail: &Mail) {
        let mut mails = self.mails.lock().unwrap_or_else(PoisonError::into_inner);
        mails.push(mail.clone());
    }

    /// Oldest first.
    pub fn sent(&self) -> Vec<Mail> {
        let mails = self.mails.lock().unwrap_or_else(PoisonError::into_inner);
        mails.clone()
    }
}
