//! What the client has answered so far, one question a page; nothing is chosen beforehand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::consent::{Attribution, Channel};
use crate::imaging::Level;

/// Where it may be shown, asked as one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Only my file at the clinic.
    Nowhere,
    /// Not on the website, only where I ticked.
    Elsewhere,
    Website,
    WebsiteAndSearch,
}

impl Place {
    pub const ALL: [Self; 4] = [
        Self::Nowhere,
        Self::Elsewhere,
        Self::Website,
        Self::WebsiteAndSearch,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nowhere => "nowhere",
            Self::Elsewhere => "elsewhere",
            Self::Website => "website",
            Self::WebsiteAndSearch => "website_and_search",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.as_str() == text)
    }

    /// "Website and search" is expanded to the list when signed.
    fn channels(self) -> &'static [Channel] {
        match self {
            Self::Nowhere | Self::Elsewhere => &[],
            Self::Website => &[Channel::Website],
            Self::WebsiteAndSearch => &[Channel::Website, Channel::Search],
        }
    }

    /// Whether it can be answered in a clinic that uses these places.
    pub fn is_offered(self, used: &[Channel]) -> bool {
        match self {
            Self::Nowhere => true,
            Self::Elsewhere => used.iter().any(|one| one.is_further()),
            _ => self.channels().iter().all(|one| used.contains(one)),
        }
    }
}

/// The draft of a consent. A missing answer is "unknown", which grants nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Photo id → shown or not. A photo that is not in the list was not asked about.
    pub photos: BTreeMap<String, bool>,
    /// How much of the person; a photo may have its own answer.
    pub level: Option<Level>,
    pub levels: BTreeMap<String, Level>,
    pub place: Option<Place>,
    /// Places beside the website, each ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Channel>,
    pub name: Option<Attribution>,
    /// Names of facts that may be shown (age band, town, grade …).
    pub facts: Option<Vec<String>>,
    /// Whether words and rating may be shown.
    pub words: Option<bool>,
    /// Whether the video may be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
}

impl Answers {
    pub fn canonical_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The level granted for one photo.
    pub fn level_of(&self, photo: &str) -> Option<Level> {
        self.levels.get(photo).copied().or(self.level)
    }

    /// Photos that may be shown, with their level.
    pub fn granted_photos(&self) -> Vec<(String, Level)> {
        self.photos
            .iter()
            .filter(|(_, shown)| **shown)
            .filter_map(|(id, _)| Some((id.clone(), self.level_of(id)?)))
            .collect()
    }

    /// All places that were answered with yes; none before the question was answered, and none for "nowhere".
    pub fn channels(&self) -> Vec<Channel> {
        match self.place {
            None | Some(Place::Nowhere) => Vec::new(),
            Some(place) => place.channels().iter().chain(&self.also).copied().collect(),
        }
    }

    /// Forgets places that the clinic does not use any more. What can't be answered like that is asked again.
    pub fn keep_to(&mut self, used: &[Channel]) {
        self.also.retain(|one| used.contains(one));
        let nowhere_left = self.place == Some(Place::Elsewhere) && self.also.is_empty();
        if nowhere_left || self.place.is_some_and(|place| !place.is_offered(used)) {
            self.place = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_its_own_yes() {
        let mut answers = Answers {
            also: vec![Channel::Print],
            ..Answers::default()
        };
        assert!(answers.channels().is_empty(), "unknown grants nothing");
        answers.place = Some(Place::Nowhere);
        assert!(answers.channels().is_empty());
        answers.place = Some(Place::Elsewhere);
        assert_eq!(answers.channels(), [Channel::Print]);
        answers.place = Some(Place::Website);
        assert_eq!(answers.channels(), [Channel::Website, Channel::Print]);
    }

    #[test]
    fn what_is_not_used_any_more_is_asked_again() {
        let both = [Channel::Website, Channel::Search];
        let mut answers = Answers {
            place: Some(Place::Elsewhere),
            also: vec![Channel::Print],
            ..Answers::default()
        };
        answers.keep_to(&both);
        assert_eq!((answers.place, answers.also.len()), (None, 0));
        answers.place = Some(Place::WebsiteAndSearch);
        answers.keep_to(&both);
        assert_eq!(answers.place, Some(Place::WebsiteAndSearch));
        answers.keep_to(&both[..1]);
        assert_eq!(answers.place, None);
        assert!(!Place::Elsewhere.is_offered(&both));
    }
}
