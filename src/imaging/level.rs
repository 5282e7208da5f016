//! How much of a person a rendition shows.

use serde::{Deserialize, Serialize};

use super::MaskKind;

/// The identifiability of a rendition: a higher level shows more. A publication may show a level up to the granted one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Only the treated area: face, eyes and marks are covered.
    AreaOnly = 0,
    /// Eyes and marks are covered.
    Covered = 1,
    /// The whole face; marks (tattoos, jewellery, bystanders) stay covered.
    FullFace = 2,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::AreaOnly, Self::Covered, Self::FullFace];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AreaOnly => "area_only",
            Self::Covered => "covered",
            Self::FullFace => "full_face",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == text)
    }

    /// Whether a mask of this kind is burned into renditions of this level.
    pub fn burns(self, what: MaskKind) -> bool {
        self <= what.highest_burned()
    }
}

impl From<Level> for i32 {
    fn from(level: Level) -> Self {
        level as Self
    }
}

/// A number that is no level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLevel(pub i32);

impl std::fmt::Display for UnknownLevel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is not a level of identifiability (0, 1, 2)", self.0)
    }
}

impl std::error::Error for UnknownLevel {}

impl TryFrom<i32> for Level {
    type Error = UnknownLevel;

    fn try_from(number: i32) -> Result<Self, UnknownLevel> {
        Self::ALL
            .into_iter()
            .find(|level| i32::from(*level) == number)
            .ok_or(UnknownLevel(number))
    }
}
