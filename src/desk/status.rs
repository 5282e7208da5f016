//! How a case stands: one word of a closed list, from the facts alone.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::facts::Facts;
use crate::consents::{ConsentState, SOON};

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    NoPhotos,
    /// Photos, but no pair of them.
    Photos,
    /// Pairs, but the client was not asked.
    ToAsk,
    /// The client has the link, or the tablet.
    WithClient {
        since: NaiveDateTime,
    },
    LinkEnded {
        on: NaiveDateTime,
    },
    /// Signed, and the receipt is still to be handed over.
    Receipt,
    Signed {
        until: Option<NaiveDateTime>,
    },
    WithModerators {
        since: NaiveDateTime,
    },
    ChangesAsked,
    Refused,
    Published {
        until: NaiveDateTime,
    },
    /// Public as it was approved, and changed since.
    Edited,
    EndsSoon {
        until: NaiveDateTime,
    },
    /// The consent is over.
    Ended {
        on: NaiveDateTime,
    },
    /// Published, signed, and yet nothing can be seen.
    Hidden,
    Suspended,
    TakenDown,
    Withdrawn {
        on: Option<NaiveDateTime>,
    },
}

/// The lists that cases are found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    Needs,
    Waiting,
    Published,
    All,
}

impl Tab {
    pub const ALL: [Self; 4] = [Self::Needs, Self::Waiting, Self::Published, Self::All];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Needs => "needs",
            Self::Waiting => "waiting",
            Self::Published => "published",
            Self::All => "all",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.as_str() == text)
    }

    pub fn holds(self, status: Status) -> bool {
        match self {
            Self::Needs => status.needs_someone(),
            Self::Waiting => matches!(
                status,
                Status::WithClient { .. } | Status::WithModerators { .. }
            ),
            Self::Published => matches!(
                status,
                Status::Published { .. } | Status::Edited | Status::EndsSoon { .. }
            ),
            Self::All => true,
        }
    }
}

impl Status {
    pub fn of(facts: &Facts) -> Self {
        let consent = facts.consent.as_ref();
        let story = facts.story.as_ref().map(|story| story.state.as_str());
        match consent.map(|consent| consent.state) {
            Some(ConsentState::Withdrawn | ConsentState::Erased) => {
                return Self::Withdrawn {
                    on: consent.and_then(|consent| consent.ended_at),
                };
            }
            Some(ConsentState::Suspended) => return Self::Suspended,
            Some(ConsentState::SignedPending) => return Self::Receipt,
            _ => {}
        }
        match story {
            Some("changes_requested") => return Self::ChangesAsked,
            Some("submitted") => {
                let since = facts.story.as_ref().and_then(|story| story.submitted_at);
                return Self::WithModerators {
                    since: since.unwrap_or(facts.now),
                };
            }
            _ => {}
        }
        if let Some(until) = consent.and_then(|consent| consent.public_until) {
            let edited = facts.story.as_ref().is_some_and(|story| story.edited_since);
            return match edited {
                true => Self::Edited,
                false if until - facts.now < SOON => Self::EndsSoon { until },
                false => Self::Published { until },
            };
        }
        match story {
            Some("refused") => return Self::Refused,
            Some("unpublished") => return Self::TakenDown,
            _ => {}
        }
        Self::of_consent(facts, story == Some("published"))
    }

    /// Nothing is public and no moderator has it: what matters is what the client said, or still has to.
    fn of_consent(facts: &Facts, was_published: bool) -> Self {
        let Some(consent) = &facts.consent else {
            return Self::of_photos(facts);
        };
        match consent.state {
            ConsentState::Active => match consent.expires_at {
                Some(on) if on <= facts.now => Self::Ended { on },
                _ if was_published => Self::Hidden,
                until => Self::Signed { until },
            },
            ConsentState::Sent => match consent.invite_ends_at {
                Some(on) if on <= facts.now => Self::LinkEnded { on },
                _ => Self::WithClient {
                    since: consent.invited_at.unwrap_or(consent.asked_at),
                },
            },
            _ => Self::of_photos(facts),
        }
    }

    fn of_photos(facts: &Facts) -> Self {
        match (facts.photos.photos, facts.photos.pairs) {
            (0, _) => Self::NoPhotos,
            (_, 0) => Self::Photos,
            _ => Self::ToAsk,
        }
    }

    /// Whether staff have something to do.
    pub fn needs_someone(self) -> bool {
        !matches!(
            self,
            Self::WithClient { .. }
                | Self::WithModerators { .. }
                | Self::Published { .. }
                | Self::Refused
                | Self::TakenDown
                | Self::Withdrawn { .. }
        )
    }

    /// The name for its colour and its texts: `status-<name>`, `next-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoPhotos => "no-photos",
            Self::Photos => "photos",
            Self::ToAsk => "to-ask",
            Self::WithClient { .. } => "with-client",
            Self::LinkEnded { .. } => "link-ended",
            Self::Receipt => "receipt",
            Self::Signed { .. } => "signed",
            Self::WithModerators { .. } => "with-moderators",
            Self::ChangesAsked => "changes-asked",
            Self::Refused => "refused",
            Self::Published { .. } => "published",
            Self::Edited => "edited",
            Self::EndsSoon { .. } => "ends-soon",
            Self::Ended { .. } => "ended",
            Self::Hidden => "hidden",
            Self::Suspended => "suspended",
            Self::TakenDown => "taken-down",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// The page of the case where the next step is taken: the part of its address after the case.
    pub fn place(self) -> &'static str {
        match self {
            Self::NoPhotos | Self::Photos | Self::Hidden => "/photos",
            Self::ToAsk
            | Self::WithClient { .. }
            | Self::LinkEnded { .. }
            | Self::Receipt
            | Self::EndsSoon { .. }
            | Self::Ended { .. }
            | Self::Suspended
            | Self::Withdrawn { .. } => "/consent",
            Self::Signed { .. }
            | Self::WithModerators { .. }
            | Self::ChangesAsked
            | Self::Refused
            | Self::Published { .. }
            | Self::Edited
            | Self::TakenDown => "/story",
        }
    }
}
