//! A consent, its grants, and the closed lists they are made of.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::{CaseId, ClientId, ConsentId};

/// Gives an enum its stored names.
macro_rules! stored {
    ($name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }
    };
}

/// What a grant is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Photo,
    Words,
    Rating,
    Name,
    /// Age band, town, grade …: facts identify too.
    Facts,
    /// A video shows the whole face, and lets the voice be heard.
    Video,
}
stored!(What { Photo = "photo", Words = "words", Rating = "rating", Name = "name", Facts = "facts", Video = "video" });

/// Where a thing may be shown; each is its own grant, none implies another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Website,
    Search,
    PartnerEmbed,
    Instagram,
    Facebook,
    Youtube,
    Tiktok,
    Print,
    Press,
    Ads,
    Education,
}
stored!(Channel {
    Website = "website",
    Search = "search",
    PartnerEmbed = "partner_embed",
    Instagram = "instagram",
    Facebook = "facebook",
    Youtube = "youtube",
    Tiktok = "tiktok",
    Print = "print",
    Press = "press",
    Ads = "ads",
    Education = "education",
});

impl Channel {
    /// A place that is not ours: what was put there is taken down by people, not by us.
    pub fn is_outside(self) -> bool {
        !matches!(self, Self::Website | Self::Search | Self::PartnerEmbed)
    }

    /// Asked for beside the website, each by a tick of its own.
    pub fn is_further(self) -> bool {
        !matches!(self, Self::Website | Self::Search)
    }
}

/// What of the client's name is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribution {
    None,
    Initials,
    FirstName,
    FullName,
}
stored!(Attribution { None = "none", Initials = "initials", FirstName = "first_name", FullName = "full_name" });

impl Attribution {
    /// The part of `name` that is shown; `None` shows nothing.
    pub fn apply(self, name: &str) -> Option<String> {
        let mut parts = name.split_whitespace();
        match self {
            Self::None => None,
            Self::Initials => parts
                .next()?
                .chars()
                .next()
                .map(|c| format!("{}.", c.to_uppercase())),
            Self::FirstName => parts.next().map(str::to_owned),
            Self::FullName => Some(name.to_owned()),
        }
    }
}

/// Where a consent stands. `Expired` is never stored: it is a matter of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    Sent,
    SignedPending,
    Active,
    Suspended,
    Withdrawn,
    Superseded,
    Lapsed,
    Erased,
}
stored!(ConsentState {
    Sent = "sent",
    SignedPending = "signed_pending",
    Active = "active",
    Suspended = "suspended",
    Withdrawn = "withdrawn",
    Superseded = "superseded",
    Lapsed = "lapsed",
    Erased = "erased",
});

/// How the client is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// A private link, opened on their own phone, confirmed by a one-time code.
    Link,
    /// The clinic's tablet, with a member of staff as witness.
    Tablet,
    /// A sheet that is signed by hand, and read by two people of the clinic.
    Paper,
}
stored!(Method { Link = "link", Tablet = "tablet", Paper = "paper" });

/// One document asked of and signed by one person.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::consents)]
pub struct Consent {
    pub id: ConsentId,
    pub client_id: ClientId,
    pub case_id: CaseId,
    pub text_id: String,
    pub text_sha256: String,
    pub state: String,
    pub method: String,
    pub asked_at: NaiveDateTime,
    pub asked_by: crate::db::UserId,
    pub answers: String,
    pub revision: i32,
    pub signed_at: Option<NaiveDateTime>,
    pub signer_role: Option<String>,
    pub signer_name: Option<String>,
    pub document: Option<String>,
    pub document_sha256: Option<String>,
    pub signature: Option<String>,
    pub evidence: Option<String>,
    pub story_sha256: Option<String>,
    pub witness_id: Option<String>,
    pub receipt_at: Option<NaiveDateTime>,
    pub receipt_how: Option<String>,
    pub expires_at: Option<NaiveDateTime>,
    pub ended_at: Option<NaiveDateTime>,
    /// The consent that this one was asked to go on with, when its end was near.
    pub renews: Option<ConsentId>,
    /// Who signed for the client, where they did not themselves.
    pub representative_id: Option<String>,
}

impl Consent {
    /// The stored state; an unknown one counts as withdrawn (in doubt: closed).
    pub fn state(&self) -> ConsentState {
        ConsentState::parse(&self.state).unwrap_or(ConsentState::Withdrawn)
    }

    pub fn is_on_paper(&self) -> bool {
        self.method == Method::Paper.as_str()
    }

    /// The answers given so far.
    pub fn answers(&self) -> super::Answers {
        serde_json::from_str(&self.answers).unwrap_or_default()
    }
}

/// One thing on one channel, until one day.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = crate::db::schema::grants)]
pub struct Grant {
    pub id: String,
    pub consent_id: ConsentId,
    pub what: String,
    pub subject_id: String,
    pub source_sha256: String,
    /// What the client saw of it: for a photo its edits as JSON, for facts their names.
    pub source: String,
    pub channel: String,
    pub level: i32,
    pub attribution: Option<String>,
    pub valid_from: NaiveDateTime,
    pub expires_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
    /// Since when the client wants a pause of it.
    pub paused_at: Option<NaiveDateTime>,
}
