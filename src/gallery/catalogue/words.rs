//! Which stories hold a word: by its beginning, and where nothing begins so, by the word that is spelled most like it.

use std::sync::Arc;

use super::dictionary::Dictionary;
use super::entry::Entry;
use super::nearest::nearest;
use super::places::Places;

/// The words that occur, ascending, each with the places of the stories that hold it, ascending.
#[derive(Debug, Default)]
pub(super) struct Words {
    held: Vec<(Arc<str>, Box<[u32]>)>,
    /// How many stories there are.
    length: usize,
}

/// What was found for the words of a search.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Places of stories that hold all of them.
    pub places: Places,
    /// What was looked for instead, where something was misspelled.
    pub corrected: Option<String>,
}

impl Words {
    pub fn of(entries: &[Arc<Entry>], dictionary: &Dictionary) -> Self {
        let mut places: Vec<Vec<u32>> = vec![Vec::new(); dictionary.len()];
        for (entry, place) in entries.iter().zip(0..) {
            for word in &entry.words {
                if let Some(places) = places.get_mut(*word as usize) {
                    places.push(place);
                }
            }
        }
        let held = dictionary.words().iter().cloned().zip(places);
        let mut held: Vec<_> = held
            .filter(|(_, places)| !places.is_empty())
            .map(|(word, places)| (word, places.into_boxed_slice()))
            .collect();
        held.sort_unstable();
        Self {
            held,
            length: entries.len(),
        }
    }

    /// How many differ.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// The stories that hold every one of these folded words; the last may be the beginning of one, like all others.
    pub fn search(&self, asked: &[String]) -> Found {
        let mut places = Places::all(self.length);
        let mut looked_for = Vec::new();
        for word in asked {
            let (word, held) = self.held(word);
            looked_for.push(word);
            places.keep(&held);
        }
        Found {
            places,
            corrected: (looked_for != asked).then(|| looked_for.join(" ")),
        }
    }

    fn held(&self, word: &str) -> (String, Places) {
        let mut places = Places::none(self.length);
        let first = self.held.partition_point(|(known, _)| **known < *word);
        let begins = self.held.iter().skip(first);
        let mut begun = false;
        for (_, held) in begins.take_while(|(known, _)| known.starts_with(word)) {
            begun = true;
            held.iter().for_each(|place| places.insert(*place));
        }
        if begun {
            return (word.to_owned(), places);
        }
        let all = self.held.iter().map(|(word, held)| (&**word, &**held));
        let Some((known, held)) = nearest(word, all, |held| held.len()) else {
            return (word.to_owned(), places);
        };
        held.iter().for_each(|place| places.insert(*place));
        (known.to_owned(), places)
    }
}
