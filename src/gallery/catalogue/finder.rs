//! Someone like me: the stories nearest to three answers, each with why it is near.

use std::cmp::Reverse;

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

impl Answers {
    /// What was said, as facet, value, and how much it counts.
    fn said(&self) -> impl Iterator<Item = (&'static str, &str, u32)> {
        let start = self
            .start
            .iter()
            .map(|(name, value)| (*name, value.as_str(), START));
        let age = self
            .age_band
            .iter()
            .map(|age| ("age_band", age.as_str(), PERSON));
        let skin = self
            .skin_tone
            .iter()
            .map(|tone| ("skin_tone", tone.as_str(), PERSON));
        start.chain(age).chain(skin)
    }
}

impl Index {
    /// The nearest stories, nearest first, of equals the newest; without any answer but the treatment, the newest.
    pub fn similar(&self, answers: &Answers, texts: &Texts, wanted: usize) -> Vec<Similar> {
        let wish = Wish {
            treatment: answers.treatment.clone(),
            ..Wish::default()
        };
        let points = self.points(answers);
        let near = |place: u32| {
            let points = points.get(place as usize).copied().unwrap_or(0);
            (points > 0 || answers.is_empty()).then_some((Reverse(points), place))
        };
        let admitted = self.columns().admitted(&wish, None);
        let mut nearest: Vec<(Reverse<u32>, u32)> = admitted.iter().filter_map(near).collect();
        if wanted < nearest.len() {
            nearest.select_nth_unstable(wanted);
            nearest.truncate(wanted);
        }
        nearest.sort_unstable();
        let entries = nearest.iter().filter_map(|(_, place)| self.entry(*place));
        entries
            .map(|entry| Similar {
                story: entry.story.clone(),
                reasons: reasons(entry, answers, texts),
            })
            .collect()
    }

    /// How near each story is, by its place.
    fn points(&self, answers: &Answers) -> Vec<u32> {
        let mut points = vec![0; self.len()];
        for (name, wanted, weight) in answers.said() {
            for (is, places) in self.columns().values(name) {
                let Some((part, _)) = nearness(name, wanted, is) else {
                    continue;
                };
                for place in places.iter() {
                    if let Some(sum) = points.get_mut(place as usize) {
                        *sum += weight * part;
                    }
                }
            }
        }
        points
    }
}

/// How much of its weight a value counts, and the word for it; nothing when it is too far.
fn nearness(name: &str, wanted: &str, is: &str) -> Option<(u32, &'static str)> {
    match steps(name, wanted, is)? {
        0 => Some((4, "same")),
        1 => Some((2, "near")),
        _ => None,
    }
}

fn reasons(entry: &Entry, answers: &Answers, texts: &Texts) -> Vec<Reason> {
    let reason = |(name, wanted, _): (&'static str, &str, u32)| {
        let (_, is) = entry.values.iter().find(|(known, _)| *known == name)?;
        let (_, word) = nearness(name, wanted, is)?;
        Some(Reason {
            text: format!("match-{}-{word}", name.replace('_', "-")),
            value: label(texts, name, is),
        })
    };
    answers.said().filter_map(reason).collect()
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
