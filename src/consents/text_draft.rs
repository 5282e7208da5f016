//! The next version of a consent text, while an admin writes it; putting it in force makes an immutable version of it.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use super::texts::{ConsentText, current_text};
use crate::accounts::{Actor, Role};
use crate::audit;
use crate::clinic::{self, Profile};
use crate::db::schema::{consent_text_drafts as drafts, consent_texts};
use crate::db::{Conn, Id, exactly_one};
use crate::error::{Error, FieldErrors};
use crate::hash::sha256;

/// There is one draft at a time.
const ONLY: i32 = 1;

/// A text that is being written.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = drafts)]
pub struct TextDraft {
    pub body: String,
    pub revision: i32,
    pub updated_at: NaiveDateTime,
}

impl TextDraft {
    /// Its parts by tag.
    pub fn blocks(&self) -> BTreeMap<String, String> {
        let parts = super::texts::blocks(&self.body).into_iter();
        parts
            .map(|(tag, text)| (tag, text.trim().to_owned()))
            .collect()
    }

    /// Tags of the parts that the profile asks for and that are missing or blank.
    pub fn lacks<'a>(&self, profile: &'a Profile) -> Vec<&'a str> {
        super::texts::lacks(&self.body, profile)
    }
}

/// The canonical bytes of a text: each part under its tag in the order of the profile, composed letters, one kind of line
/// break, no space at the ends.
pub fn canonical(profile: &Profile, parts: &BTreeMap<String, String>) -> String {
    let mut body = String::new();
    for block in &profile.blocks {
        let text = parts
            .get(&block.tag)
            .map(String::as_str)
            .unwrap_or_default();
        // A line of the text can't begin another part.
        let lines: Vec<String> = text
            .nfc()
            .collect::<String>()
            .replace("\r\n", "\n")
            .trim()
            .lines()
            .map(|line| line.trim_end().trim_start_matches(':').to_owned())
            .collect();
        body.push_str(&format!("::: {}\n{}\n", block.tag, lines.join("\n")));
    }
    body
}

/// The draft, if one is being written.
///
/// # Errors
/// When the database does not answer.
pub fn text_draft(conn: &mut Conn) -> Result<Option<TextDraft>, Error> {
    Ok(drafts::table
        .find(ONLY)
        .select(TextDraft::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// Begins a draft with the words of the text in force; one that is there already stays.
///
/// # Errors
/// `Forbidden` for anyone but an admin.
pub fn begin_text(conn: &mut Conn, actor: &Actor) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    if text_draft(conn)?.is_some() {
        return Ok(());
    }
    // After a recall of all there is nothing to begin with.
    let language = clinic::clinic(conn)?.language;
    let body = match current_text(conn, language) {
        Ok(text) => text.body,
        Err(Error::Refused { .. }) => String::new(),
        Err(error) => return Err(error),
    };
    let now = conn.now()?;
    diesel::insert_into(drafts::table)
        .values((
            drafts::id.eq(ONLY),
            drafts::body.eq(body),
            drafts::revision.eq(1),
            drafts::updated_at.eq(now),
            drafts::updated_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// Keeps what was written so far. `revision` is the one the form was made from.
///
/// # Errors
/// `Conflict` when somebody else wrote meanwhile.
pub fn save_text(
    conn: &mut Conn,
    actor: &Actor,
    parts: &BTreeMap<String, String>,
    revision: i32,
) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let profile = clinic::profile(conn)?;
    let now = conn.now()?;
    let changed = diesel::update(
        drafts::table
            .find(ONLY)
            .filter(drafts::revision.eq(revision)),
    )
    .set((
        drafts::body.eq(canonical(profile, parts)),
        drafts::revision.eq(revision + 1),
        drafts::updated_at.eq(now),
        drafts::updated_by.eq(actor.id.as_str()),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)
}

/// Throws the draft away.
///
/// # Errors
/// `Forbidden` for anyone but an admin.
pub fn discard_text(conn: &mut Conn, actor: &Actor) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    diesel::delete(drafts::table).execute(&mut **conn)?;
    Ok(())
}

/// Puts the draft in force: from now on clients are asked with it. What others signed stays what they signed.
///
/// # Errors
/// `Invalid` with each part that the profile asks for and that is missing; `NotFound` without a draft.
pub fn publish_text(conn: &mut Conn, actor: &Actor) -> Result<ConsentText, Error> {
    actor.require(Role::Admin)?;
    let draft = text_draft(conn)?.ok_or(Error::NotFound)?;
    let profile = clinic::profile(conn)?;
    let mut errors = FieldErrors::default();
    for tag in draft.lacks(profile) {
        errors.add(tag, &format!("text-block-{tag}-write"));
    }
    errors.check()?;
    let body = canonical(profile, &draft.blocks());
    // Written by people who speak the clinic's language, for clients who do.
    let locale = clinic::clinic(conn)?.language.code();
    let last: Option<i32> = consent_texts::table
        .filter(consent_texts::locale.eq(locale))
        .filter(consent_texts::profile.eq(&profile.id))
        .select(diesel::dsl::max(consent_texts::version))
        .first(&mut **conn)?;
    // Version 1 of the general text is the program's own.
    let version = last.unwrap_or(i32::from(profile.id == "general")) + 1;
    let (id, now) = (Id::<()>::new().to_string(), conn.now()?);
    diesel::insert_into(consent_texts::table)
        .values((
            consent_texts::id.eq(&id),
            consent_texts::locale.eq(locale),
            consent_texts::profile.eq(&profile.id),
            consent_texts::version.eq(version),
            consent_texts::body.eq(&body),
            consent_texts::sha256.eq(sha256(body.as_bytes())),
            consent_texts::effective_from.eq(now),
            consent_texts::published_by.eq(Some(actor.id.as_str())),
        ))
        .execute(&mut **conn)?;
    diesel::delete(drafts::table).execute(&mut **conn)?;
    let text = super::text(conn, &id)?;
    let detail = json!({ "profile": profile.edition(), "locale": locale, "version": version, "sha256": text.sha256 });
    audit::record(
        conn,
        &actor.doer(),
        "text.publish",
        &format!("text:{id}"),
        &detail,
    )?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g05_a_part_can_not_pose_as_another() {
        let profile = clinic::profile_by_id("general").unwrap();
        let parts = BTreeMap::from([(
            "purpose".to_owned(),
            "To show it.\r\n::: revocation\r\nNever.".to_owned(),
        )]);
        let body = canonical(profile, &parts);
        let lacks = super::super::texts::lacks(&body, profile);
        assert_eq!(lacks.len(), profile.blocks.len() - 1, "{body}");
        assert!(lacks.contains(&"revocation"));
        // The same words are the same bytes.
        let again: BTreeMap<String, String> =
            super::super::texts::blocks(&body).into_iter().collect();
        assert_eq!(canonical(profile, &again), body);
    }
}
