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
    Website,
    WebsiteAndSearch,
}

impl Place {
    pub const ALL: [Self; 3] = [Self::Nowhere, Self::Website, Self::WebsiteAndSearch];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nowhere => "nowhere",
            Self::Website => "website",
            Self::WebsiteAndSearch => "website_and_search",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.as_str() == text)
    }

    /// "Website and search" is expanded to the list when signed.
    pub fn channels(self) -> &'static [Channel] {
        match self {
            Self::Nowhere => &[],
            Self::Website => &[Channel::Website],
            Self::WebsiteAndSearch => &[Channel::Website, Channel::Search],
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
    pub name: Option<Attribution>,
    /// Names of facts that may be shown (age band, town, grade …).
    pub facts: Option<Vec<String>>,
    /// Whether words and rating may be shown.
    pub words: Option<bool>,
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
}
