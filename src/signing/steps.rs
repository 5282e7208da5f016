//! The questions, in order, and which is next: few, one a page.

use serde::Serialize;

use crate::consents::{Answers, Place};

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Which pictures?
    Pictures,
    /// How much of you?
    Level,
    /// Where?
    Place,
    /// Which name?
    Name,
    /// Would you like to say something?
    Words,
    /// The exact story, and the signature.
    Story,
}

impl Step {
    pub const ALL: [Self; 6] = [
        Self::Pictures,
        Self::Level,
        Self::Place,
        Self::Name,
        Self::Words,
        Self::Story,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pictures => "pictures",
            Self::Level => "level",
            Self::Place => "place",
            Self::Name => "name",
            Self::Words => "words",
            Self::Story => "story",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }

    /// Place in the order, from 1.
    pub fn number(self) -> usize {
        Self::ALL
            .iter()
            .position(|step| *step == self)
            .map_or(1, |index| index + 1)
    }

    /// The first question without an answer. Who shows nothing anywhere needs no name; who shows no picture, no level.
    pub fn next(answers: &Answers) -> Self {
        let nowhere = answers.place == Some(Place::Nowhere);
        let none = answers.photos.values().all(|shown| !shown);
        if answers.photos.is_empty() {
            Self::Pictures
        } else if answers.level.is_none() && !none {
            Self::Level
        } else if answers.place.is_none() {
            Self::Place
        } else if answers.name.is_none() && !nowhere {
            Self::Name
        } else if answers.words.is_none() && !nowhere {
            Self::Words
        } else {
            Self::Story
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consents::Attribution;
    use crate::imaging::Level;

    #[test]
    fn the_questions_come_one_after_the_other() {
        let mut answers = Answers::default();
        assert_eq!(Step::next(&answers), Step::Pictures);
        answers.photos.insert("a".to_owned(), true);
        assert_eq!(Step::next(&answers), Step::Level);
        answers.level = Some(Level::AreaOnly);
        assert_eq!(Step::next(&answers), Step::Place);
        answers.place = Some(Place::Website);
        assert_eq!(Step::next(&answers), Step::Name);
        answers.name = Some(Attribution::None);
        assert_eq!(Step::next(&answers), Step::Words);
        answers.words = Some(false);
        assert_eq!(Step::next(&answers), Step::Story);
    }

    #[test]
    fn who_shows_nothing_anywhere_is_not_asked_for_a_name() {
        let mut answers = Answers {
            place: Some(Place::Nowhere),
            ..Answers::default()
        };
        answers.photos.insert("a".to_owned(), false);
        assert_eq!(Step::next(&answers), Step::Story);
    }
}
