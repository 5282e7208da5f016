//! All public stories of one moment.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::columns::Columns;
use super::dictionary::Dictionary;
use super::entry::Entry;
use super::places::Places;
use super::wish::{Sort, Wish};
use super::words::{Found, Words};
use crate::web::paging::Cursor;

/// Newest first.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<Arc<Entry>>,
    columns: Columns,
    words: Words,
    /// Places in the order of [`Sort::Longest`].
    longest: Vec<u32>,
}

/// A part of a list.
#[derive(Debug)]
pub struct Listed {
    /// Ids of stories.
    pub stories: Vec<String>,
    /// How many there are on all pages.
    pub total: usize,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    /// The words that were looked for instead of misspelled ones.
    pub corrected: Option<String>,
}

impl Index {
    /// `entries` newest first.
    pub(super) fn of(entries: Vec<Arc<Entry>>, dictionary: &Dictionary) -> Self {
        let mut longest: Vec<u32> = (0..).take(entries.len()).collect();
        // Stable: of equals the newest comes first.
        longest.sort_by_key(|place| Reverse(entries.get(*place as usize).map(|e| e.weeks)));
        Self {
            columns: Columns::of(&entries),
            words: Words::of(&entries, dictionary),
            entries,
            longest,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Nothing is public.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many words differ.
    pub(super) fn words(&self) -> usize {
        self.words.len()
    }

    pub(super) fn columns(&self) -> &Columns {
        &self.columns
    }

    pub(super) fn entry(&self, place: u32) -> Option<&Entry> {
        self.entries.get(place as usize).map(Arc::as_ref)
    }

    /// The stories that hold the words of a wish; none where it has no words.
    pub(super) fn holding(&self, wish: &Wish) -> Option<Found> {
        (!wish.words.is_empty()).then(|| self.words.search(&wish.words))
    }

    /// The stories that meet a wish, behind a place in their order.
    pub fn list(&self, wish: &Wish, after: Option<&Cursor>, wanted: usize) -> Listed {
        let found = self.holding(wish);
        let mut matched = self.columns.admitted(wish, None);
        if let Some(found) = &found {
            matched.keep(&found.places);
        }
        let page = self.page(&matched, wish.sort, after, wanted.saturating_add(1));
        let next = page.len() > wanted;
        let page = &page[..page.len().min(wanted)];
        Listed {
            stories: page.iter().map(|entry| entry.story.clone()).collect(),
            total: matched.count(),
            next: page
                .last()
                .filter(|_| next)
                .map(|last| place_of(last, wish.sort)),
            corrected: found.and_then(|found| found.corrected),
        }
    }

    /// Those of `matched` that stand behind a place in an order.
    fn page(
        &self,
        matched: &Places,
        sort: Sort,
        after: Option<&Cursor>,
        wanted: usize,
    ) -> Vec<&Entry> {
        let last = after.map(|after| key(after, sort));
        let behind =
            |entry: &Entry| last.is_some_and(|last| key(&place_of(entry, sort), sort) >= last);
        let entry = |place: u32| self.entry(place);
        match sort {
            Sort::Newest => {
                let begin = self.entries.partition_point(|entry| behind(entry));
                let places = matched.from(begin);
                places.filter_map(entry).take(wanted).collect()
            }
            Sort::Longest => {
                let known = |place: &u32| entry(*place).is_some_and(behind);
                let begin = self.longest.partition_point(known);
                let places = self.longest.iter().skip(begin).copied();
                let places = places.filter(|place| matched.has(*place));
                places.filter_map(entry).take(wanted).collect()
            }
        }
    }
}

/// Where a list stands behind a story. In the order of time that passed the weeks stand before the id.
fn place_of(entry: &Entry, sort: Sort) -> Cursor {
    Cursor {
        at: entry.published_at,
        id: match sort {
            Sort::Newest => entry.story.clone(),
            Sort::Longest => format!("{}.{}", entry.weeks, entry.story),
        },
    }
}

/// What a place is ordered by, greatest first.
fn key(place: &Cursor, sort: Sort) -> (i64, NaiveDateTime, &str) {
    let (weeks, id) = match (sort, place.id.split_once('.')) {
        (Sort::Longest, Some((weeks, id))) => (weeks.parse().unwrap_or(0), id),
        _ => (0, place.id.as_str()),
    };
    (weeks, place.at, id)
}
