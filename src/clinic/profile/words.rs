//! Words that promise too much (G23): what is found in a text, how much it weighs, and what could stand there instead.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::Profile;
use crate::error::Error;
use crate::fold::fold;

/// What happens to a text with such a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// It is not published.
    Blocks,
    /// A moderator who did not write it may let it stand, with a reason.
    SecondLook,
}

/// Whose words a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Title, text and descriptions, which the clinic can write another way.
    Clinic,
    /// Verbatim. Praise is no reason to keep them back (FTC 16 CFR 465.7): only what would be a claim counts.
    Client,
}

/// One finding. Texts: `words-<rule>-why`, `words-<rule>-better`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Slip {
    /// Where: `title`, `narrative`, `alt`, `words`.
    pub field: String,
    pub rule: String,
    /// The word of our list, not the sentence around it.
    pub found: String,
    pub weight: Weight,
}

/// A kind of words, of `words.json`.
#[derive(Debug, Deserialize, Serialize)]
pub struct WordKind {
    pub id: String,
    /// Words as they are folded: small letters, single spaces, nothing else.
    pub find: Vec<String>,
    /// Looked for in what clients say too.
    pub clients_words: bool,
}

/// Words before one of the list that turn it into its opposite: "not permanent" promises nothing.
const NEGATIONS: [&str; 14] = [
    "not", "no", "never", "isnt", "arent", "wasnt", "doesnt", "dont", "wont", "cannot", "cant",
    "without", "nothing", "semi",
];

/// Words behind one of the list that take its promise away: "does not hurt much" says that it hurts.
const HEDGES: [&[&str]; 4] = [&["much"], &["a", "lot"], &["that", "much"], &["as", "much"]];

/// All kinds, in the order of the list.
///
/// # Errors
/// When the list can't be read: the tests read it.
pub fn word_kinds() -> Result<&'static [WordKind], Error> {
    static ALL: OnceLock<Vec<WordKind>> = OnceLock::new();
    if let Some(all) = ALL.get() {
        return Ok(all);
    }
    let all = serde_json::from_str(include_str!("words.json"))?;
    Ok(ALL.get_or_init(|| all))
}

impl Profile {
    /// What of the list is in `text`, each kind once.
    ///
    /// # Errors
    /// When the list can't be read: the tests read it.
    pub fn slips(&self, field: &str, told: Told, text: &str) -> Result<Vec<Slip>, Error> {
        let folded = fold(text)
            .replace(['\'', '’'], "")
            .replace('%', " percent ");
        let clauses: Vec<Vec<&str>> = folded.split(ends_clause).map(words_of).collect();
        let asked = word_kinds()?
            .iter()
            .filter(|kind| told == Told::Clinic || kind.clients_words);
        let slips = asked.filter_map(|kind| {
            let stands_there = |phrase: &&String| clauses.iter().any(|words| stands(words, phrase));
            let found = kind.find.iter().find(stands_there)?;
            let weighed = self.words.iter().find(|one| one.rule == kind.id)?;
            Some(Slip {
                field: field.to_owned(),
                rule: kind.id.clone(),
                found: found.clone(),
                weight: weighed.weight,
            })
        });
        Ok(slips.collect())
    }
}

/// A negation reaches no further than this.
fn ends_clause(c: char) -> bool {
    ".,;:!?()\n–—".contains(c)
}

fn words_of(clause: &str) -> Vec<&str> {
    clause
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether the phrase stands among the words, without a negation in the two words before it and without a hedge behind it.
fn stands(words: &[&str], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    (0..words.len()).any(|at| {
        let (before, from) = words.split_at(at);
        let Some(behind) = from.strip_prefix(phrase.as_slice()) else {
            return false;
        };
        let near = &before[before.len().saturating_sub(2)..];
        let hedged = HEDGES.iter().any(|hedge| behind.starts_with(hedge));
        !hedged && !near.iter().any(|word| NEGATIONS.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::super::profile_by_id;
    use super::*;

    fn found(profile: &str, told: Told, text: &str) -> Vec<(String, Weight)> {
        let profile = profile_by_id(profile).unwrap();
        let slips = profile.slips("title", told, text).unwrap();
        slips.into_iter().map(|s| (s.rule, s.weight)).collect()
    }

    #[test]
    fn g23_promises_are_found_in_any_spelling() {
        let told = "PERMANENT results, 100% pain-free — guaranteed!";
        let rules: Vec<String> = found("general", Told::Clinic, told)
            .into_iter()
            .map(|(rule, _)| rule)
            .collect();
        assert_eq!(rules, ["permanent", "painless", "guaranteed"]);
        let told = "No surgery, permanent results.";
        assert_eq!(found("general", Told::Clinic, told).len(), 1);
        for told in ["It does not hurt.", "It does not hurt, much as I feared."] {
            assert_eq!(found("general", Told::Client, told).len(), 1, "{told}");
        }
    }

    #[test]
    fn g23_what_promises_nothing_is_no_slip() {
        for fine in [
            "Pigment is not permanent: it fades over some years.",
            "It isn't a permanent change.",
            "There is no guarantee that it looks the same on you.",
            "Semi-permanent pigment.",
            "A bestial storm led nowhere; the guarantor left.",
            "Some people feel it more than others.",
            "It does not hurt much; over the ears it does.",
            "It didn't hurt as much as I feared.",
        ] {
            assert_eq!(found("general", Told::Clinic, fine), [], "{fine}");
        }
    }

    #[test]
    fn g23_praise_by_clients_is_theirs_and_claims_weigh_all_the_same() {
        assert_eq!(
            found(
                "uk",
                Told::Client,
                "The best decision I ever made, flawless."
            ),
            []
        );
        assert_eq!(
            found("uk", Told::Client, "It was painless."),
            [("painless".to_owned(), Weight::SecondLook)]
        );
    }

    #[test]
    fn g23_names_of_prescription_medicines_block_where_the_law_says_so() {
        for (profile, weight) in [
            ("eu", Weight::Blocks),
            ("uk", Weight::Blocks),
            ("au", Weight::Blocks),
            ("us", Weight::SecondLook),
        ] {
            let slips = found(
                profile,
                Told::Clinic,
                "After Botox® the forehead was smooth.",
            );
            assert_eq!(slips, [("prescription".to_owned(), weight)], "{profile}");
        }
    }
}
