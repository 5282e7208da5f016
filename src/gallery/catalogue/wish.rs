//! What somebody looks for: everything in it comes from an address, and goes back into one.

use super::facets;
use crate::gallery::story::Place;

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// Latest publication first.
    #[default]
    Newest,
    /// The longest time between the first picture and the last first: what has proved to last.
    Longest,
}

impl Sort {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Longest => "longest",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Newest, Self::Longest]
            .into_iter()
            .find(|sort| sort.as_str() == text)
    }
}

/// Conditions that a story meets, all of them.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Id of a treatment.
    pub treatment: Option<String>,
    /// Id of who treated.
    pub practitioner: Option<String>,
    /// Words of the client must be there.
    pub spoke: bool,
    /// It must be allowed on partners' sites, and the words too where they must be there.
    pub lent: bool,
    pub sort: Sort,
    /// Folded words.
    pub words: Vec<String>,
    /// Facet, what was written, and the values that it stands for: by [`Wish::choose`].
    pub(super) chosen: Vec<(&'static str, String, Vec<String>)>,
}

/// Of a search so many words count, and of a word so many letters.
const WORDS: usize = 8;
const LETTERS: usize = 40;

impl Wish {
    /// Of this treatment.
    pub fn of_treatment(id: &str) -> Self {
        Self {
            treatment: Some(id.to_owned()),
            ..Self::default()
        }
    }

    /// Treated by this person.
    pub fn of_practitioner(id: &str) -> Self {
        Self {
            practitioner: Some(id.to_owned()),
            ..Self::default()
        }
    }

    /// Treated in this town.
    pub fn of_town(town: &str) -> Self {
        let mut wish = Self::default();
        // A town is written freely, so it is always a choice, if not a too long one.
        let _ = wish.choose("location", town);
        wish
    }

    /// With words of the client.
    pub fn spoken() -> Self {
        Self {
            spoke: true,
            ..Self::default()
        }
    }

    /// What may be shown in this place.
    #[must_use]
    pub fn shown_on(self, place: Place) -> Self {
        Self {
            lent: place == Place::Partners,
            ..self
        }
    }

    /// Adds a condition of a facet. `None` when there is no such facet or no such value.
    #[must_use]
    pub fn choose(&mut self, name: &str, text: &str) -> Option<()> {
        let name = facets::NAMES.iter().find(|known| **known == name)?;
        let values = facets::values(name, text)?;
        self.chosen.push((name, text.to_owned(), values));
        Some(())
    }

    /// Looks for these words too. Signs alone are in no story.
    pub fn search(&mut self, text: &str) {
        let shortened = |word: String| word.chars().take(LETTERS).collect();
        self.words = crate::fold::words(text)
            .take(WORDS)
            .map(shortened)
            .collect();
        if self.words.is_empty() && !text.trim().is_empty() {
            self.words.push(shortened(text.to_owned()));
        }
    }

    /// What was chosen of a facet, as it was written; empty for nothing.
    pub fn text_of(&self, name: &str) -> &str {
        let mut chosen = self.chosen.iter().filter(|(known, ..)| *known == name);
        chosen.next().map_or("", |(_, text, _)| text)
    }

    /// What was chosen, in the order of the facets.
    pub fn chosen(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = facets::NAMES.iter().map(|name| (*name, self.text_of(name)));
        all.filter(|(_, text)| !text.is_empty())
    }
}
