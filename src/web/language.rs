//! The languages that visitors can be spoken to in.

use serde::{Serialize, Serializer};

/// The language of the public side, as the clinic chose it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    English,
    German,
    Spanish,
    French,
    Arabic,
}

impl Language {
    pub const ALL: [Self; 5] = [
        Self::English,
        Self::German,
        Self::Spanish,
        Self::French,
        Self::Arabic,
    ];

    /// As pages, stored settings and the folders of `locales/` name it (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Arabic => "ar",
        }
    }

    /// The language of a code; `None` for one that nobody here speaks.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Where its lines begin, as HTML's `dir` says it.
    pub fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }
}

/// As it is stored. What another version may have stored, and this one does not speak, is English.
impl From<String> for Language {
    fn from(code: String) -> Self {
        Self::parse(&code).unwrap_or_default()
    }
}

/// Pages say it by its code.
impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
