//! What a list can be narrowed by, and how many stories each choice leaves.
//!
//! A choice that only one or two people would answer to is not offered: on a scale neighbours are put together, elsewhere
//! it is left out; and a count below [`FEWEST`] is not told.

use serde::Serialize;

use super::index::Index;
use super::places::Places;
use super::wish::Wish;
use crate::cases::{FACTS, fact_label};
use crate::web::text::Texts;

/// No choice and no count is about fewer people than this.
pub(in crate::gallery) const FEWEST: usize = 3;

/// The facets in the order in which they are offered.
pub(super) const NAMES: [&str; 9] = [
    "norwood",
    "scar_type",
    "age_band",
    "sex",
    "skin_tone",
    "hair_colour",
    "sessions",
    "since",
    "location",
];
const SESSIONS: &[&str] = &["1", "2", "3", "4"];
const SINCE: &[&str] = &["months", "half-year", "year", "two-years"];
/// Between the two ends of a range in an address.
const TO: &str = "..";

/// A facet and what may be chosen of it now.
#[derive(Debug, Clone, Serialize)]
pub struct Facet {
    pub name: &'static str,
    pub label: String,
    /// Empty when nothing is chosen.
    pub chosen: String,
    pub choices: Vec<Choice>,
}

/// One value, or a range of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// As it stands in an address: `4`, or `3..4a`.
    pub value: String,
    pub label: String,
    /// Stories that are left with this choice beside all others that were made; not told when they are few.
    pub count: Option<usize>,
}

/// Whether a list can be narrowed by this name.
pub fn is_facet(name: &str) -> bool {
    NAMES.contains(&name)
}

/// The values from low to high, where they have an order.
pub(super) fn scale(name: &str) -> Option<&'static [&'static str]> {
    match name {
        "norwood" | "age_band" | "skin_tone" => listed(name),
        "sessions" => Some(SESSIONS),
        "since" => Some(SINCE),
        _ => None,
    }
}

fn listed(name: &str) -> Option<&'static [&'static str]> {
    FACTS
        .iter()
        .find(|(fact, _)| *fact == name)
        .map(|(_, values)| *values)
}

/// The values that a text of an address stands for; `None` when it stands for nothing that there could be.
pub(super) fn values(name: &str, text: &str) -> Option<Vec<String>> {
    let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    if let Some(scale) = scale(name) {
        let place = |value: &str| scale.iter().position(|known| *known == value);
        let (low, high) = text.split_once(TO).unwrap_or((text, text));
        return scale.get(place(low)?..=place(high)?).map(owned);
    }
    let fits = match listed(name) {
        Some(values) => values.contains(&text),
        None => text.chars().count() <= 100,
    };
    fits.then(|| vec![text.to_owned()])
}

/// The words for a value, or for a range.
pub fn label(texts: &Texts, name: &str, value: &str) -> String {
    let one = |value: &str| match name {
        "location" => value.to_owned(),
        _ => fact_label(texts, name, value),
    };
    match value.split_once(TO) {
        Some((low, high)) => {
            texts.format("facet-range", &[("low", &one(low)), ("high", &one(high))])
        }
        None => one(value),
    }
}

impl Index {
    /// What can still be chosen. A facet of which there is only one choice, and that not taken, narrows nothing down.
    pub fn facets(&self, wish: &Wish, texts: &Texts) -> Vec<Facet> {
        let found = self.holding(wish).map(|found| found.places);
        let facet = |name: &&'static str| {
            let mut others = self.columns().admitted(wish, Some(name));
            if let Some(found) = &found {
                others.keep(found);
            }
            self.facet(name, wish.text_of(name), &others, texts)
        };
        NAMES.iter().filter_map(facet).collect()
    }

    /// `others` are the stories that meet all that was asked for beside this facet.
    fn facet(
        &self,
        name: &'static str,
        chosen: &str,
        others: &Places,
        texts: &Texts,
    ) -> Option<Facet> {
        let mut offered = self.offered(name);
        if offered.len() < 2 {
            offered.clear();
        }
        if !chosen.is_empty() && !offered.iter().any(|value| value == chosen) {
            offered.insert(0, chosen.to_owned());
        }
        if offered.is_empty() {
            return None;
        }
        let choices = offered.into_iter().filter_map(|value| {
            let values = values(name, &value).unwrap_or_default();
            let count = others.shared(&self.columns().any_of(name, &values));
            (count > 0 || value == chosen).then(|| Choice {
                label: label(texts, name, &value),
                count: (count >= FEWEST).then_some(count),
                value,
            })
        });
        Some(Facet {
            name,
            label: texts.get(&format!("fact-{}", name.replace('_', "-"))),
            chosen: chosen.to_owned(),
            choices: choices.collect(),
        })
    }

    /// The choices of a facet, so cut that each is about [`FEWEST`] people at least.
    fn offered(&self, name: &str) -> Vec<String> {
        let columns = self.columns();
        if let Some(scale) = scale(name) {
            let count = |value: &str| columns.having(name, value).map_or(0, Places::count);
            return ranges(scale, count);
        }
        let values = columns.values(name).filter(|(value, _)| *value != "none");
        let enough = values.filter(|(_, places)| places.count() >= FEWEST);
        enough.map(|(value, _)| value.to_owned()).collect()
    }
}

/// Cuts a scale into ranges of enough people, from below; what is left over above joins the last.
fn ranges(scale: &[&str], count: impl Fn(&str) -> usize) -> Vec<String> {
    let counts: Vec<usize> = scale.iter().map(|value| count(value)).collect();
    let mut cut: Vec<(usize, usize)> = Vec::new();
    let (mut low, mut high, mut people) = (None, 0, 0);
    for (place, here) in counts.iter().enumerate().filter(|(_, here)| **here > 0) {
        low.get_or_insert(place);
        high = place;
        people += here;
        if people >= FEWEST {
            cut.extend(low.take().map(|low| (low, high)));
            people = 0;
        }
    }
    if low.is_some()
        && let Some(last) = cut.last_mut()
    {
        last.1 = high;
    }
    let text = |(low, high): (usize, usize)| match scale.get(low..=high) {
        Some([one]) => (*one).to_owned(),
        Some([first, .., last]) => format!("{first}{TO}{last}"),
        _ => String::new(),
    };
    cut.into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(counts: [usize; 6]) -> Vec<String> {
        let scale = ["1", "2", "3", "4", "5", "6"];
        ranges(&scale, |value| counts[value.parse::<usize>().unwrap() - 1])
    }

    #[test]
    fn nobody_is_alone_in_a_range() {
        assert_eq!(cut([3, 0, 4, 5, 3, 9]), ["1", "3", "4", "5", "6"]);
        assert_eq!(cut([1, 1, 4, 2, 2, 1]), ["1..3", "4..6"]);
        assert_eq!(cut([5, 0, 0, 0, 0, 1]), ["1..6"]);
        assert_eq!(cut([0, 2, 0, 0, 3, 0]), ["2..5"]);
    }

    #[test]
    fn too_few_people_are_no_choice_at_all() {
        assert!(cut([1, 0, 0, 1, 0, 0]).is_empty());
        assert!(cut([0; 6]).is_empty());
    }

    #[test]
    fn only_what_there_could_be_can_be_asked_for() {
        assert_eq!(values("norwood", "3..4").unwrap(), ["3", "3a", "3v", "4"]);
        assert_eq!(values("norwood", "4").unwrap(), ["4"]);
        assert_eq!(values("sex", "female").unwrap(), ["female"]);
        assert_eq!(values("location", "Leeds").unwrap(), ["Leeds"]);
        for (name, text) in [
            ("norwood", "4..3"),
            ("norwood", "99"),
            ("norwood", "..4"),
            ("sex", "x"),
            ("skin_tone", "1.."),
        ] {
            assert_eq!(values(name, text), None, "{name} {text}");
        }
    }
}
