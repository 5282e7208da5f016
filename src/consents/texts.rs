//! Consent texts: versioned data, hashed, immutable; a change is a new version.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

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
    pub recalled_at: Option<NaiveDateTime>,
}

impl ConsentText {
    /// The blocks of the text in order: its tag and its Markdown.
    pub fn blocks(&self) -> Vec<(String, String)> {
        let mut blocks: Vec<(String, String)> = Vec::new();
        for line in self.body.lines() {
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

    /// Whether the stored bytes are those that were hashed.
    pub fn is_whole(&self) -> bool {
        sha256(self.body.as_bytes()) == self.sha256
    }
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
    for language in [language, Language::English] {
        let text: Option<ConsentText> = consent_texts::table
            .filter(consent_texts::recalled_at.is_null())
            .filter(consent_texts::locale.eq(language.code()))
            .order(consent_texts::version.desc())
            .select(ConsentText::as_select())
            .first(&mut **conn)
            .optional()?;
        if let Some(text) = text {
            return Ok(text);
        }
    }
    Err(Error::refused(409, "consent-no-text"))
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
