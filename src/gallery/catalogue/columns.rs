//! The index by its facts: for each value the stories that have it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::entry::Entry;
use super::places::Places;
use super::wish::Wish;

/// Of the stories of one index, which has what.
#[derive(Debug)]
pub(super) struct Columns {
    length: usize,
    /// By facet, and by its value.
    facets: HashMap<&'static str, BTreeMap<String, Places>>,
    treatments: HashMap<String, Places>,
    practitioners: HashMap<String, Places>,
    spoke: Places,
    /// What may be shown on partners' sites, and the words of which too.
    lent: Places,
    lent_words: Places,
}

impl Default for Columns {
    fn default() -> Self {
        Self::of(&[])
    }
}

impl Columns {
    pub fn of(entries: &[Arc<Entry>]) -> Self {
        let length = entries.len();
        let mut all = Self {
            length,
            facets: HashMap::new(),
            treatments: HashMap::new(),
            practitioners: HashMap::new(),
            spoke: Places::none(length),
            lent: Places::none(length),
            lent_words: Places::none(length),
        };
        for (entry, place) in entries.iter().zip(0..) {
            for (name, value) in &entry.values {
                let values = all.facets.entry(name).or_default();
                values
                    .entry(value.clone())
                    .or_insert_with(|| Places::none(length))
                    .insert(place);
            }
            let by = [
                (&mut all.treatments, Some(&entry.treatment)),
                (&mut all.practitioners, entry.practitioner.as_ref()),
            ];
            for (column, id) in by {
                let Some(id) = id else { continue };
                column
                    .entry(id.clone())
                    .or_insert_with(|| Places::none(length))
                    .insert(place);
            }
            let is = [
                (&mut all.spoke, entry.spoke),
                (&mut all.lent, entry.lent),
                (&mut all.lent_words, entry.lent_words),
            ];
            for (column, is) in is {
                if is {
                    column.insert(place);
                }
            }
        }
        all
    }

    /// The stories that have this value.
    pub fn having(&self, name: &str, value: &str) -> Option<&Places> {
        self.facets.get(name)?.get(value)
    }

    /// The values that occur, ascending.
    pub fn values(&self, name: &str) -> impl Iterator<Item = (&str, &Places)> {
        let values = self.facets.get(name).into_iter().flatten();
        values.map(|(value, places)| (value.as_str(), places))
    }

    /// The stories that have one of these values.
    pub fn any_of(&self, name: &str, values: &[String]) -> Places {
        let mut any = Places::none(self.length);
        for value in values {
            if let Some(places) = self.having(name, value) {
                any.add(places);
            }
        }
        any
    }

    /// The stories that meet all conditions of a wish but its words, and but what it says of one facet.
    pub fn admitted(&self, wish: &Wish, without: Option<&str>) -> Places {
        let mut left = Places::all(self.length);
        let none = Places::none(self.length);
        let by = [
            (&self.treatments, &wish.treatment),
            (&self.practitioners, &wish.practitioner),
        ];
        for (column, id) in by {
            if let Some(id) = id {
                left.keep(column.get(id).unwrap_or(&none));
            }
        }
        if wish.spoke {
            left.keep(&self.spoke);
        }
        if wish.lent {
            left.keep(&self.lent);
        }
        if wish.lent && wish.spoke {
            left.keep(&self.lent_words);
        }
        for (name, _, values) in &wish.chosen {
            if Some(*name) != without {
                left.keep(&self.any_of(name, values));
            }
        }
        left
    }
}
