//! A set of stories of the index by their places: one bit a story, so that to narrow and to count are a few hundred words of
//! memory also where there are fifty thousand.

const BITS: usize = u64::BITS as usize;

/// Which of the stories of one index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Places {
    words: Vec<u64>,
    length: usize,
}

impl Places {
    /// None of `length` stories.
    pub fn none(length: usize) -> Self {
        Self {
            words: vec![0; length.div_ceil(BITS)],
            length,
        }
    }

    /// All of `length` stories.
    pub fn all(length: usize) -> Self {
        let mut all = Self {
            words: vec![u64::MAX; length.div_ceil(BITS)],
            length,
        };
        let over = all.words.len() * BITS - length;
        if let Some(last) = all.words.last_mut() {
            *last >>= over;
        }
        all
    }

    /// A place that there is not is left out.
    pub fn insert(&mut self, place: u32) {
        let place = place as usize;
        if place < self.length
            && let Some(word) = self.words.get_mut(place / BITS)
        {
            *word |= 1 << (place % BITS);
        }
    }

    pub fn has(&self, place: u32) -> bool {
        let place = place as usize;
        let word = self.words.get(place / BITS);
        word.is_some_and(|word| word & (1 << (place % BITS)) != 0)
    }

    /// Leaves those that are in `other` too.
    pub fn keep(&mut self, other: &Self) {
        for (one, other) in self.words.iter_mut().zip(&other.words) {
            *one &= other;
        }
    }

    /// Adds those that are in `other`.
    pub fn add(&mut self, other: &Self) {
        for (one, other) in self.words.iter_mut().zip(&other.words) {
            *one |= other;
        }
    }

    pub fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// How many are in `other` too.
    pub fn shared(&self, other: &Self) -> usize {
        let both = self.words.iter().zip(&other.words);
        both.map(|(one, other)| (one & other).count_ones() as usize)
            .sum()
    }

    /// Ascending, from `begin` on.
    pub fn from(&self, begin: usize) -> impl Iterator<Item = u32> + '_ {
        let first = begin / BITS;
        let words = self.words.iter().copied().enumerate().skip(first);
        words.flat_map(move |(number, word)| {
            let hidden = if number == first { begin % BITS } else { 0 };
            Ones(word >> hidden << hidden).map(move |bit| (number * BITS) as u32 + bit)
        })
    }

    /// Ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.from(0)
    }
}

/// The bits of one word that are set, lowest first.
struct Ones(u64);

impl Iterator for Ones {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let lowest = (self.0 != 0).then(|| self.0.trailing_zeros())?;
        self.0 &= self.0 - 1;
        Some(lowest)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn of(length: usize, places: &BTreeSet<u32>) -> Places {
        let mut set = Places::none(length);
        places.iter().for_each(|place| set.insert(*place));
        set
    }

    proptest! {
        #[test]
        fn a_set_of_places_is_a_set(
            length in 0..200usize,
            one in prop::collection::btree_set(0..200u32, 0..60),
            other in prop::collection::btree_set(0..200u32, 0..60),
            begin in 0..220usize,
        ) {
            let within = |all: &BTreeSet<u32>| -> BTreeSet<u32> {
                all.iter().copied().filter(|place| (*place as usize) < length).collect()
            };
            let (a, b) = (of(length, &one), of(length, &other));
            let (one, other) = (within(&one), within(&other));
            let both: BTreeSet<u32> = one.intersection(&other).copied().collect();
            let either: BTreeSet<u32> = one.union(&other).copied().collect();
            prop_assert_eq!(a.count(), one.len());
            prop_assert_eq!(a.shared(&b), both.len());
            let (mut kept, mut added) = (a.clone(), a.clone());
            kept.keep(&b);
            added.add(&b);
            prop_assert!(kept.iter().eq(both.iter().copied()));
            prop_assert!(added.iter().eq(either.iter().copied()));
            let rest = one.iter().copied().filter(|place| *place as usize >= begin);
            prop_assert!(a.from(begin).eq(rest));
            prop_assert!((0..220).all(|place| a.has(place) == one.contains(&place)));
            prop_assert!(Places::all(length).iter().eq(0..length as u32));
        }
    }
}
