//! Consent texts: versioned data, hashed, immutable; a change is a new version.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use crate::clinic::{self, Profile};
use crate::db::schema::{consent_texts, consents};
use crate::db::{Conn, ConsentId, Id};
use crate::error::Error;
use crate::hash::sha256;
use crate::web::Language;

/// The texts that come with the program: locale, profile, version, canonical bytes.
const TEXTS: &[(&str, &str, i32, &str)] = &[
    (
        "en",
        "general",
        1,
        include_str!("../../locales/en/consent-general-1.md"),
    ),
    (
        "de",
        "general",
        1,
        include_str!("../../locales/de/consent-general-1.md"),
    ),
    (
        "es",
        "general",
        1,
        include_str!("../../locales/es/consent-general-1.md"),
    ),
    (
        "fr",
        "general",
        1,
        include_str!("../../locales/fr/consent-general-1.md"),
    ),
    (
        "ar",
        "general",
        1,
        include_str!("../../locales/ar/consent-general-1.md"),
    ),
];

/// What every text must say (GDPR 13 and 7(3), HIPAA 45 CFR 164.508(c)): a missing block is no consent (G05).
pub const REQUIRED: &[&str] = &[
    "purpose",
    "recipients",
    "retention",
    "revocation",
    "redisclosure",
    "conditioning",
];

/// One version of a consent text.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = consent_texts)]
pub struct ConsentText {
    pub id: String,
    pub locale: String,
    pub profile: String,
    pub version: i32,
    pub body: String,
    pub sha256: String,
    pub effective_from: NaiveDateTime,
    pub recalled_at: Option<NaiveDateTime>,
    pub recalled_why: Option<String>,
}

impl ConsentText {
    /// The blocks of the text in order: its tag and its Markdown.
    pub fn blocks(&self) -> Vec<(String, String)> {
        blocks(&self.body)
    }

    /// Tags of the parts that the profile asks for and that are missing or blank.
    pub fn lacks<'a>(&self, profile: &'a Profile) -> Vec<&'a str> {
        lacks(&self.body, profile)
    }

    /// How it is called: `en general 1`.
    pub fn name(&self) -> String {
        format!("{} {} {}", self.locale, self.profile, self.version)
    }

    /// Whether the stored bytes are those that were hashed.
    pub fn is_whole(&self) -> bool {
        sha256(self.body.as_bytes()) == self.sha256
    }
}

pub(super) fn blocks(body: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in body.lines() {
        match line.strip_prefix("::: ") {
            Some(tag) => blocks.push((tag.trim().to_owned(), String::new())),
            None => {
                if let Some((_, text)) = blocks.last_mut() {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
    }
    blocks
}

pub(super) fn lacks<'a>(body: &str, profile: &'a Profile) -> Vec<&'a str> {
    let blocks = blocks(body);
    let there = |tag: &str| {
        blocks
            .iter()
            .any(|(t, text)| t == tag && !text.trim().is_empty())
    };
    let asked = profile.blocks.iter().map(|block| block.tag.as_str());
    asked.filter(|tag| !there(tag)).collect()
}

/// The required blocks that `text` lacks or leaves blank.
pub fn required_blocks(text: &ConsentText) -> Vec<&'static str> {
    let blocks = text.blocks();
    let there = |tag: &str| {
        blocks
            .iter()
            .any(|(t, body)| t == tag && !body.trim().is_empty())
    };
    REQUIRED.iter().copied().filter(|tag| !there(tag)).collect()
}

/// The text to sign today, in this language or, where there is none in force, in English; stores the program's own versions
/// when they are new.
///
/// # Errors
/// When the database refuses, or every text was recalled.
pub fn current_text(conn: &mut Conn, language: Language) -> Result<ConsentText, Error> {
    for (locale, profile, version, body) in TEXTS {
        let known: i64 = consent_texts::table
            .filter(consent_texts::locale.eq(locale))
            .filter(consent_texts::profile.eq(profile))
            .filter(consent_texts::version.eq(version))
            .count()
            .get_result(&mut **conn)?;
        if known == 0 {
            let now = conn.now()?;
            diesel::insert_into(consent_texts::table)
                .values((
                    consent_texts::id.eq(Id::<()>::new().as_str()),
                    consent_texts::locale.eq(locale),
                    consent_texts::profile.eq(profile),
                    consent_texts::version.eq(version),
                    consent_texts::body.eq(body),
                    consent_texts::sha256.eq(sha256(body.as_bytes())),
                    consent_texts::effective_from.eq(now),
                ))
                .execute(&mut **conn)?;
        }
    }
    text_in_force(conn, language)?.ok_or_else(|| Error::refused(409, "consent-no-text"))
}

/// The newest text in this language, or else in English, that was not recalled: of the clinic's profile, or else the general
/// one. `None` before the first was stored, or when all were recalled.
///
/// # Errors
/// When the database does not answer.
pub fn text_in_force(conn: &mut Conn, language: Language) -> Result<Option<ConsentText>, Error> {
    let profile = clinic::profile(conn)?;
    for language in [language, Language::English] {
        for profile in [profile.id.as_str(), "general"] {
            let newest = consent_texts::table
                .filter(consent_texts::locale.eq(language.code()))
                .filter(consent_texts::profile.eq(profile))
                .filter(consent_texts::recalled_at.is_null())
                .order(consent_texts::version.desc())
                .select(ConsentText::as_select())
                .first(&mut **conn)
                .optional()?;
            if newest.is_some() {
                return Ok(newest);
            }
        }
    }
    Ok(None)
}

/// All texts that were ever in force, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn all_texts(conn: &mut Conn) -> Result<Vec<ConsentText>, Error> {
    Ok(consent_texts::table
        .order((
            consent_texts::effective_from.desc(),
            consent_texts::version.desc(),
            consent_texts::locale,
        ))
        .select(ConsentText::as_select())
        .load(&mut **conn)?)
}

/// What a client is spoken to in: the language of the text that they are shown, so that pages and text are never mixed.
///
/// # Errors
/// `NotFound`.
pub fn language(conn: &mut Conn, consent: &ConsentId) -> Result<Language, Error> {
    let locale: String = consents::table
        .find(consent.as_str())
        .inner_join(consent_texts::table)
        .select(consent_texts::locale)
        .first(&mut **conn)?;
    Ok(locale.into())
}

/// # Errors
/// `NotFound`.
pub fn text(conn: &mut Conn, id: &str) -> Result<ConsentText, Error> {
    Ok(consent_texts::table
        .find(id)
        .select(ConsentText::as_select())
        .first(&mut **conn)?)
}
