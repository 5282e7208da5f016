//! Jurisdiction profiles: what the clinic's country asks of a consent text, of what is published and of its words, as data
//! with version and date, each rule with its source. None of them is a legal opinion, and the page that shows them says so.
//!
//! Which profile holds is a choice of an admin (a row with who and when); until one is made the general one holds.

use std::sync::OnceLock;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::accounts::{Actor, Role};
use crate::audit;
use crate::db::schema::profile_choices as choices;
use crate::db::{Conn, Id};
use crate::error::Error;

mod display;
mod evidence;
mod words;

pub use display::{Display, display, set_display};
pub use evidence::{MOST_MONTHS, evidence_months, set_evidence_months};
pub use words::{Slip, Told, Weight, WordKind, word_kinds};

const FILES: [&str; 5] = [
    include_str!("general.json"),
    include_str!("us.json"),
    include_str!("eu.json"),
    include_str!("uk.json"),
    include_str!("au.json"),
];

/// What holds where a clinic works. Texts: `profile-<id>`.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Profile {
    pub id: String,
    pub version: i32,
    pub date: NaiveDate,
    /// What a consent text must say.
    pub blocks: Vec<Block>,
    pub longest: Longest,
    pub evidence: Keeping,
    pub rules: Vec<Sourced<Rule>>,
    pub words: Vec<Weighed>,
}

/// A part that a consent text must have. Texts: `block-<tag>`, `text-block-<tag>-write`.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Block {
    pub tag: String,
    pub source: String,
}

/// How long a yes may hold.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Longest {
    pub months: u32,
    pub source: String,
}

/// How long the evidence of a signature is kept after its client was forgotten, counted from when it was last in force.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Keeping {
    /// Unless the clinic chooses otherwise.
    pub months: u32,
    /// The clinic can't choose less.
    pub least: u32,
    pub source: String,
}

/// A rule and where it comes from.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Sourced<T> {
    pub rule: T,
    pub source: String,
}

/// How much a kind of words weighs here.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Weighed {
    /// The id in `words.json`.
    pub rule: String,
    pub weight: Weight,
    pub source: String,
}

/// What is checked beyond what holds everywhere. Texts: `rule-<id>`, `rule-<id>-why`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Words and stars of a client whom a registered practitioner treated are not shown.
    NoWordsRegistered,
    /// No reduced price, gift or treatment in return for a consent.
    NoReducedPrice,
    /// Beside every pair it is said that results differ.
    IndividualResult,
}

impl Profile {
    pub fn has(&self, rule: Rule) -> bool {
        self.rules.iter().any(|one| one.rule == rule)
    }

    /// What was published under it is said to be under this: `uk 1`.
    pub fn edition(&self) -> String {
        format!("{} {}", self.id, self.version)
    }
}

/// All profiles, the general one first.
///
/// # Errors
/// When a data file can't be read: the tests read them all.
pub fn profiles() -> Result<&'static [Profile], Error> {
    static ALL: OnceLock<Vec<Profile>> = OnceLock::new();
    if let Some(all) = ALL.get() {
        return Ok(all);
    }
    let all: Result<Vec<Profile>, _> = FILES
        .iter()
        .map(|file| serde_json::from_str(file))
        .collect();
    let all = all?;
    Ok(ALL.get_or_init(|| all))
}

/// The profile with this id.
///
/// # Errors
/// `NotFound`.
pub fn profile_by_id(id: &str) -> Result<&'static Profile, Error> {
    let found = profiles()?.iter().find(|profile| profile.id == id);
    found.ok_or(Error::NotFound)
}

/// The profile that holds.
///
/// # Errors
/// When the database does not answer.
pub fn profile(conn: &mut Conn) -> Result<&'static Profile, Error> {
    let chosen: Option<String> = choices::table
        .order((choices::chosen_at.desc(), choices::id.desc()))
        .select(choices::profile)
        .first(&mut **conn)
        .optional()?;
    profile_by_id(chosen.as_deref().unwrap_or("general"))
}

/// Chooses the profile that holds from now on. What is published stays as it was decided; decisions ask the new one.
///
/// # Errors
/// `Forbidden` for anyone but an admin; `NotFound` for a profile that there isn't.
pub fn choose_profile(conn: &mut Conn, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let wanted = profile_by_id(id)?;
    let now = conn.now()?;
    diesel::insert_into(choices::table)
        .values((
            choices::id.eq(Id::<()>::new().as_str()),
            choices::profile.eq(&wanted.id),
            choices::chosen_at.eq(now),
            choices::chosen_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    audit::record(
        conn,
        &actor.doer(),
        "clinic.profile",
        "clinic:1",
        &json!({ "profile": wanted.edition() }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g21_every_profile_is_whole_and_names_its_sources() {
        let all = profiles().unwrap();
        assert_eq!(all.len(), FILES.len());
        let kinds = word_kinds().unwrap();
        for one in all {
            let tags: Vec<&str> = one.blocks.iter().map(|b| b.tag.as_str()).collect();
            let general: Vec<&str> = all[0].blocks.iter().map(|b| b.tag.as_str()).collect();
            assert_eq!(tags, general, "{}: no profile asks for less", one.id);
            assert!((12..=60).contains(&one.longest.months), "{}", one.id);
            let kept = &one.evidence;
            assert!(kept.least <= kept.months && kept.months <= MOST_MONTHS);
            let weighed: Vec<&str> = one.words.iter().map(|w| w.rule.as_str()).collect();
            let known: Vec<&str> = kinds.iter().map(|k| k.id.as_str()).collect();
            assert_eq!(
                weighed, known,
                "{}: every kind of words has its weight",
                one.id
            );
            let sources = one.blocks.iter().map(|b| &b.source);
            let sources = sources
                .chain(one.words.iter().map(|w| &w.source))
                .chain(one.rules.iter().map(|r| &r.source))
                .chain([&one.longest.source, &one.evidence.source]);
            assert!(sources.into_iter().all(|s| s.len() > 10), "{}", one.id);
        }
    }
}
