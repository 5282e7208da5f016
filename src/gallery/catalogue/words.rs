//! Which stories hold a word: by its beginning, and where nothing begins so, by the word that is spelled most like it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::entry::Entry;
use super::nearest::nearest;

/// From each word to the places of the stories that hold it, ascending.
#[derive(Debug, Default)]
pub(super) struct Words(BTreeMap<String, Vec<u32>>);

/// What was found for the words of a search.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Places of stories that hold all of them.
    pub places: BTreeSet<u32>,
    /// What was looked for instead, where something was misspelled.
    pub corrected: Option<String>,
}

impl Words {
    pub fn of(entries: &[Entry]) -> Self {
        let mut all: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (entry, place) in entries.iter().zip(0..) {
            for word in &entry.words {
                match all.get_mut(word) {
                    Some(places) => places.push(place),
                    None => {
                        all.insert(word.clone(), vec![place]);
                    }
                }
            }
        }
        Self(all)
    }

    /// The stories that hold every one of these folded words; the last may be the beginning of one, like all others.
    pub fn search(&self, asked: &[String]) -> Found {
        let mut places: Option<BTreeSet<u32>> = None;
        let mut looked_for = Vec::new();
        for word in asked {
            let (word, held) = self.held(word);
            looked_for.push(word);
            places = Some(match places {
                Some(before) => before.intersection(&held).copied().collect(),
                None => held,
            });
        }
        Found {
            places: places.unwrap_or_default(),
            corrected: (looked_for != asked).then(|| looked_for.join(" ")),
        }
    }

    fn held(&self, word: &str) -> (String, BTreeSet<u32>) {
        let begins: BTreeSet<u32> = self
            .0
            .range::<str, _>((Bound::Included(word), Bound::Unbounded))
            .take_while(|(known, _)| known.starts_with(word))
            .flat_map(|(_, places)| places.iter().copied())
            .collect();
        if !begins.is_empty() {
            return (word.to_owned(), begins);
        }
        let often = |known: &str| self.0.get(known).map_or(0, Vec::len);
        match nearest(word, self.0.keys().map(String::as_str), often) {
            Some(known) => {
                let held = self.0.get(known).into_iter().flatten().copied().collect();
                (known.to_owned(), held)
            }
            None => (word.to_owned(), begins),
        }
    }
}
