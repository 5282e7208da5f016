//! Words by number: a catalogue holds millions, and few that differ.

use std::collections::HashMap;
use std::sync::Arc;

/// Every word that was met.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    numbers: HashMap<Arc<str>, u32>,
    words: Vec<Arc<str>>,
}

impl Dictionary {
    /// The number of a word, from now on.
    pub fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        let word: Arc<str> = Arc::from(word);
        self.words.push(word.clone());
        self.numbers.insert(word, number);
        number
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// All of them, by their numbers.
    pub fn words(&self) -> &[Arc<str>] {
        &self.words
    }
}
