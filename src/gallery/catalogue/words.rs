//! Which stories hold a word: by its beginning, and where nothing begins so, by the word that is spelled most like it.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::entry::Entry;
use super::nearest::nearest;
use super::places::Places;

/// From each word to the places of the stories that hold it, ascending.
#[derive(Debug, Default)]
pub(super) struct Words {
    held: BTreeMap<String, Vec<u32>>,
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
    /// Takes the words out of the entries: nothing else asks for them.
    pub fn of(entries: &mut [Entry]) -> Self {
        let mut all: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (entry, place) in entries.iter_mut().zip(0..) {
            for word in std::mem::take(&mut entry.words) {
                all.entry(word).or_default().push(place);
            }
        }
        Self {
            held: all,
            length: entries.len(),
        }
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
        let begins = self
            .held
            .range::<str, _>((Bound::Included(word), Bound::Unbounded))
            .take_while(|(known, _)| known.starts_with(word));
        let mut begun = false;
        for (_, held) in begins {
            begun = true;
            held.iter().for_each(|place| places.insert(*place));
        }
        if begun {
            return (word.to_owned(), places);
        }
        let often = |known: &str| self.held.get(known).map_or(0, Vec::len);
        let Some(known) = nearest(word, self.held.keys().map(String::as_str), often) else {
            return (word.to_owned(), places);
        };
        let held = self.held.get(known).into_iter().flatten();
        held.for_each(|place| places.insert(*place));
        (known.to_owned(), places)
    }
}
