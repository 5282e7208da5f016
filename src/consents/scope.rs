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
    use crate::db::ConsentId;

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

    fn grant(what: What, subject: &str, channel: Channel, level: Level) -> Grant {
        let day = chrono::DateTime::UNIX_EPOCH.naive_utc();
        Grant {
            id: "grant".to_owned(),
            consent_id: ConsentId::new(),
            what: what.as_str().to_owned(),
            subject_id: subject.to_owned(),
            source_sha256: String::new(),
            source: String::new(),
            channel: channel.as_str().to_owned(),
            level: level.into(),
            attribution: None,
            valid_from: day,
            expires_at: day,
            ended_at: None,
            paused_at: None,
        }
    }

    #[test]
    fn s06_a_scope_covers_what_it_names_and_nothing_beside() {
        use Channel::{Print, Search, Website};
        use Level::{AreaOnly, Covered, FullFace};
        let photo = |subject, channel, level| grant(What::Photo, subject, channel, level);
        let name = grant(What::Name, "a", Website, AreaOnly);
        let all = [
            photo("a", Website, FullFace),
            photo("a", Search, Covered),
            photo("a", Print, AreaOnly),
            photo("b", Website, FullFace),
            name,
        ];
        for (scope, covered) in [
            ("all", &[0, 1, 2, 3, 4][..]),
            ("channel:website", &[0, 1, 3, 4]),
            ("channel:search", &[1]),
            ("channel:print", &[2]),
            ("photo:a", &[0, 1, 2]),
            ("photo:b", &[3]),
            ("name:a", &[4]),
            ("level:a:covered", &[0]),
            ("level:a:area_only", &[0, 1]),
            ("level:a:full_face", &[]),
        ] {
            let scope = Scope::parse(scope).unwrap();
            let found: Vec<usize> = (0..all.len()).filter(|n| scope.covers(&all[*n])).collect();
            assert_eq!(found, covered, "{scope:?}");
        }
    }
}
