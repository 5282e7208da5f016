//! What somebody reads off a signed sheet: each of its lines as yes, no or struck.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::consents::answers::{Answers, Place};
use crate::consents::consent::{Attribution, Channel};
use crate::imaging::Level;

/// What the client made of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Ticked; of a part of the text: left as it was printed.
    Yes,
    /// Left empty, or answered with no.
    No,
    /// Crossed out.
    Struck,
}

impl Mark {
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "yes" => Some(Self::Yes),
            "no" => Some(Self::No),
            "struck" => Some(Self::Struck),
            _ => None,
        }
    }
}

/// What a line of the sheet is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", content = "which", rename_all = "snake_case")]
pub enum Subject {
    /// A part of the consent text, by its tag.
    Part(String),
    Photo(String),
    Level(Level),
    Channel(Channel),
    Name(Attribution),
    Fact(String),
}

impl Subject {
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Part(_) => "part",
            Self::Photo(_) => "photo",
            Self::Level(_) => "level",
            Self::Channel(_) => "channel",
            Self::Name(_) => "name",
            Self::Fact(_) => "fact",
        }
    }

    /// A part of the text can't be ticked: it stands or was struck.
    pub fn allows(&self, mark: Mark) -> bool {
        !matches!((self, mark), (Self::Part(_), Mark::No))
    }
}

/// One line of the sheet as the client left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    #[serde(flatten)]
    pub subject: Subject,
    pub mark: Mark,
}

/// All that was read off a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// As it is written there.
    pub signer_name: String,
    /// The day beside the signature.
    pub signed_on: NaiveDate,
    /// In the order of the sheet.
    pub lines: Vec<Line>,
}

impl Transcript {
    /// The answers that these marks stand for. What was struck or left empty is no yes; where two ticks contradict each other,
    /// the one that shows less counts; and where a part of the text itself was struck, nothing was agreed to (G05).
    pub fn answers(&self) -> Answers {
        let part_struck = self
            .lines
            .iter()
            .any(|line| matches!(line.subject, Subject::Part(_)) && line.mark != Mark::Yes);
        let mut answers = Answers {
            // Words are not asked for on paper.
            words: Some(false),
            name: Some(Attribution::None),
            facts: Some(Vec::new()),
            ..Answers::default()
        };
        let mut channels = Vec::new();
        for line in &self.lines {
            let yes = line.mark == Mark::Yes && !part_struck;
            match &line.subject {
                Subject::Photo(id) => {
                    answers.photos.insert(id.clone(), yes);
                }
                _ if !yes => {}
                Subject::Level(level) => {
                    answers.level = Some(answers.level.map_or(*level, |less| less.min(*level)));
                }
                Subject::Channel(channel) => channels.push(*channel),
                Subject::Name(name) => {
                    if answers.name != Some(Attribution::Initials) {
                        answers.name = Some(*name);
                    }
                }
                Subject::Fact(name) => answers.facts.get_or_insert_default().push(name.clone()),
                Subject::Part(_) => {}
            }
        }
        answers.also = channels
            .iter()
            .copied()
            .filter(|one| one.is_further())
            .collect();
        answers.place = Some(place(&channels));
        answers
    }
}

/// Search engines find the website: without it there is nothing to find.
fn place(channels: &[Channel]) -> Place {
    let website = channels.contains(&Channel::Website);
    if website && channels.contains(&Channel::Search) {
        Place::WebsiteAndSearch
    } else if website {
        Place::Website
    } else if channels.iter().any(|one| one.is_further()) {
        Place::Elsewhere
    } else {
        Place::Nowhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(marks: &[(Subject, Mark)]) -> Answers {
        let lines = marks.iter().map(|(subject, mark)| Line {
            subject: subject.clone(),
            mark: *mark,
        });
        let transcript = Transcript {
            signer_name: "Marc Dubois".to_owned(),
            signed_on: NaiveDate::default(),
            lines: lines.collect(),
        };
        transcript.answers()
    }

    fn all(mark: Mark) -> Vec<(Subject, Mark)> {
        vec![
            (Subject::Part("purpose".to_owned()), Mark::Yes),
            (Subject::Photo("a".to_owned()), mark),
            (Subject::Photo("b".to_owned()), mark),
            (Subject::Level(Level::AreaOnly), mark),
            (Subject::Channel(Channel::Website), mark),
            (Subject::Channel(Channel::Search), mark),
            (Subject::Channel(Channel::Print), mark),
            (Subject::Name(Attribution::FirstName), mark),
            (Subject::Fact("norwood".to_owned()), mark),
        ]
    }

    #[test]
    fn g10_what_is_struck_or_left_empty_is_no_yes() {
        for mark in [Mark::No, Mark::Struck] {
            let none = sheet(&all(mark));
            assert!(none.granted_photos().is_empty() && none.channels().is_empty());
            assert_eq!(none.place, Some(Place::Nowhere));
            assert_eq!(none.name, Some(Attribution::None));
            assert_eq!(none.facts, Some(Vec::new()));
        }
        let yes = sheet(&all(Mark::Yes));
        assert_eq!(yes.granted_photos().len(), 2);
        let places = [Channel::Website, Channel::Search, Channel::Print];
        assert_eq!(yes.channels(), places);
        assert_eq!(yes.name, Some(Attribution::FirstName));
    }

    #[test]
    fn g10_each_line_counts_by_itself() {
        for struck in 1..all(Mark::Yes).len() {
            let mut marks = all(Mark::Yes);
            marks[struck].1 = Mark::Struck;
            let answers = sheet(&marks);
            let (photos, places) = (answers.granted_photos(), answers.channels());
            match &marks[struck].0 {
                Subject::Photo(id) => assert!(photos.len() == 1 && &photos[0].0 != id),
                Subject::Level(_) => assert!(photos.is_empty()),
                Subject::Channel(Channel::Website) => assert_eq!(places, [Channel::Print]),
                Subject::Channel(one) => assert!(!places.contains(one) && places.len() == 2),
                Subject::Name(_) => assert_eq!(answers.name, Some(Attribution::None)),
                _ => assert_eq!(answers.facts, Some(Vec::new())),
            }
        }
    }

    #[test]
    fn g05_g10_who_strikes_a_part_of_the_text_agreed_to_nothing() {
        let mut marks = all(Mark::Yes);
        marks[0].1 = Mark::Struck;
        let answers = sheet(&marks);
        assert!(answers.granted_photos().is_empty() && answers.channels().is_empty());
        assert_eq!(answers.photos.len(), 2, "asked, and not agreed to");
    }

    #[test]
    fn g10_of_two_ticks_that_contradict_each_other_the_one_that_shows_less_counts() {
        let mut marks = all(Mark::Yes);
        marks.push((Subject::Level(Level::FullFace), Mark::Yes));
        marks.insert(7, (Subject::Name(Attribution::Initials), Mark::Yes));
        let answers = sheet(&marks);
        assert_eq!(answers.level, Some(Level::AreaOnly));
        assert_eq!(answers.name, Some(Attribution::Initials));
    }
}
