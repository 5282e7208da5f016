//! How much a client takes back: everything, one place, one thing, or a part of how much of them is seen.

use super::consent::{Channel, Grant, What};
use crate::imaging::Level;

/// How much is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything of the client.
    All,
    /// One channel, whatever is shown there.
    Channel(Channel),
    /// One thing everywhere: a photo, the words, the name.
    Item { what: What, subject: String },
    /// Whatever of one photo shows more than this; what shows as little or less stays allowed.
    Level { photo: String, level: Level },
}

impl Scope {
    /// Reads what [`Scope::words`] writes: in the client's forms, in events, in the ledger.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "all" {
            return Some(Self::All);
        }
        let (kind, subject) = text.split_once(':')?;
        match kind {
            "channel" => Channel::parse(subject).map(Self::Channel),
            "level" => {
                let (photo, level) = subject.split_once(':')?;
                Some(Self::Level {
                    photo: photo.to_owned(),
                    level: Level::parse(level)?,
                })
            }
            _ => Some(Self::Item {
                what: What::parse(kind)?,
                subject: subject.to_owned(),
            }),
        }
    }

    /// `all`, `channel:website`, `photo:<id>`, `level:<photo>:area_only` …
    pub fn words(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Channel(channel) => format!("channel:{}", channel.as_str()),
            Self::Item { what, subject } => format!("{}:{subject}", what.as_str()),
            Self::Level { photo, level } => format!("level:{photo}:{}", level.as_str()),
        }
    }

    /// Why grants and publications end by it, as they keep it.
    pub(super) fn why(&self) -> &'static str {
        match self {
            Self::Level { .. } => "narrowed",
            _ => "withdrawn",
        }
    }

    pub(super) fn covers(&self, grant: &Grant) -> bool {
        match self {
            Self::All => true,
            // A search engine finds the website's pages: without the website there is nothing to find.
            Self::Channel(Channel::Website) => {
                matches!(grant.channel.as_str(), "website" | "search")
            }
            Self::Channel(channel) => channel.as_str() == grant.channel,
            Self::Item { what, subject } => {
                what.as_str() == grant.what && *subject == grant.subject_id
            }
            Self::Level { photo, level } => {
                What::Photo.as_str() == grant.what
                    && *photo == grant.subject_id
                    && grant.level > i32::from(*level)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_read_as_it_was_written() {
        let scopes = [
            Scope::All,
            Scope::Channel(Channel::Search),
            Scope::Item {
                what: What::Name,
                subject: "a".to_owned(),
            },
            Scope::Level {
                photo: "b".to_owned(),
                level: Level::Covered,
            },
        ];
        for scope in scopes {
            assert_eq!(Scope::parse(&scope.words()), Some(scope));
        }
        for text in ["", "everything", "level:b", "level:b:more", "channel:"] {
            assert_eq!(Scope::parse(text), None, "{text}");
        }
    }
}
