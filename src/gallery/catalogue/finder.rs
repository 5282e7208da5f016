//! Someone like me: the stories nearest to three answers, each with why it is near.

use serde::Serialize;

use super::entry::Entry;
use super::facets::{label, scale};
use super::index::Index;
use super::wish::Wish;
use crate::web::text::Texts;

/// What somebody said of themselves; every answer may be left out.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// Id of a treatment. Another treatment is never near.
    pub treatment: Option<String>,
    /// The grade of hair loss or the kind of scar, as facet and value.
    pub start: Option<(&'static str, String)>,
    pub age_band: Option<String>,
    pub skin_tone: Option<String>,
}

impl Answers {
    /// Nothing was said that tells one story from another.
    pub fn is_empty(&self) -> bool {
        self.start.is_none() && self.age_band.is_none() && self.skin_tone.is_none()
    }
}

/// A story that is near.
#[derive(Debug, Clone)]
pub struct Similar {
    /// Id of the story.
    pub story: String,
    pub reasons: Vec<Reason>,
}

/// Why: the id of a text, and what it says of the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    pub text: String,
    pub value: String,
}

/// What the same starting point counts beside the same age or skin: where one begins decides most of what can be reached.
const START: u32 = 5;
const PERSON: u32 = 2;

impl Index {
    /// The nearest stories, nearest first, of equals the newest; without any answer but the treatment, the newest.
    pub fn similar(&self, answers: &Answers, texts: &Texts, wanted: usize) -> Vec<Similar> {
        let wish = Wish {
            treatment: answers.treatment.clone(),
            ..Wish::default()
        };
        let entries = self.entries().filter(|entry| wish.admits(entry));
        let mut near: Vec<(u32, Similar)> = entries
            .map(|entry| nearness(entry, answers, texts))
            .filter(|(points, _)| *points > 0 || answers.is_empty())
            .collect();
        near.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        near.truncate(wanted);
        near.into_iter().map(|(_, similar)| similar).collect()
    }
}

fn nearness(entry: &Entry, answers: &Answers, texts: &Texts) -> (u32, Similar) {
    let asked = [
        answers
            .start
            .as_ref()
            .map(|(name, value)| (*name, value, START)),
        answers
            .age_band
            .as_ref()
            .map(|value| ("age_band", value, PERSON)),
        answers
            .skin_tone
            .as_ref()
            .map(|value| ("skin_tone", value, PERSON)),
    ];
    let mut points = 0;
    let mut reasons = Vec::new();
    for (name, wanted, weight) in asked.into_iter().flatten() {
        let Some(is) = entry.values.get(name) else {
            continue;
        };
        let (part, word) = match steps(name, wanted, is) {
            Some(0) => (4, "same"),
            Some(1) => (2, "near"),
            _ => continue,
        };
        points += weight * part;
        reasons.push(Reason {
            text: format!("match-{}-{word}", name.replace('_', "-")),
            value: label(texts, name, is),
        });
    }
    let story = entry.story.clone();
    (points, Similar { story, reasons })
}

/// How far apart two values are: 0 for the same, 1 for neighbours. Variants of a grade (3, 3a, 3v) are neighbours.
fn steps(name: &str, one: &str, other: &str) -> Option<usize> {
    if one == other {
        return Some(0);
    }
    let scale = scale(name)?;
    if name == "norwood" {
        let grade = |value: &str| value.get(..1)?.parse::<usize>().ok();
        return Some(grade(one)?.abs_diff(grade(other)?).max(1));
    }
    let place = |value: &str| scale.iter().position(|known| *known == value);
    Some(place(one)?.abs_diff(place(other)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_a_grade_and_the_next_grade_are_near() {
        for (one, other, apart) in [
            ("3", "3", 0),
            ("3", "3v", 1),
            ("3v", "4a", 1),
            ("2", "4", 2),
            ("7", "1", 6),
        ] {
            assert_eq!(steps("norwood", one, other), Some(apart), "{one} {other}");
        }
        assert_eq!(steps("age_band", "35-44", "45-54"), Some(1));
        assert_eq!(steps("age_band", "18-24", "65-up"), Some(5));
        assert_eq!(steps("scar_type", "fue", "strip"), None);
        assert_eq!(steps("scar_type", "fue", "fue"), Some(0));
    }
}
