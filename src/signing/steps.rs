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
    /// Would you like to say something? Nobody has to pass it: the story offers it.
    Words,
    /// The exact story, and the signature.
    Story,
}

impl Step {
    const ALL: [Self; 6] = [
        Self::Pictures,
        Self::Level,
        Self::Place,
        Self::Name,
        Self::Words,
        Self::Story,
    ];

    /// How many pages there are from the first question to the signature.
    pub const COUNT: usize = 5;

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
        match self {
            Self::Pictures => 1,
            Self::Level => 2,
            Self::Place => 3,
            Self::Name => 4,
            Self::Words | Self::Story => 5,
        }
    }

    /// The first question without an answer. Who shows no picture, or nothing anywhere, is not asked for more.
    pub fn next(answers: &Answers) -> Self {
        let nowhere = answers.place == Some(Place::Nowhere);
        if answers.photos.is_empty() {
            Self::Pictures
        } else if shows_none(answers) {
            Self::Story
        } else if answers.level.is_none() {
            Self::Level
        } else if answers.place.is_none() {
            Self::Place
        } else if answers.name.is_none() && !nowhere {
            Self::Name
        } else {
            Self::Story
        }
    }

    /// The question before this one, for the way back.
    pub fn back(self, answers: &Answers) -> Option<Self> {
        match self {
            Self::Pictures => None,
            Self::Level => Some(Self::Pictures),
            Self::Place => Some(Self::Level),
            Self::Name => Some(Self::Place),
            Self::Words => Some(Self::Story),
            Self::Story if shows_none(answers) => Some(Self::Pictures),
            Self::Story if answers.place == Some(Place::Nowhere) => Some(Self::Place),
            Self::Story => Some(Self::Name),
        }
    }
}

fn shows_none(answers: &Answers) -> bool {
    answers.photos.values().all(|shown| !shown)
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
        assert_eq!(Step::next(&answers), Step::Story);
    }

    #[test]
    fn who_shows_nothing_anywhere_is_not_asked_for_a_name() {
        let mut answers = Answers {
            place: Some(Place::Nowhere),
            level: Some(Level::AreaOnly),
            ..Answers::default()
        };
        answers.photos.insert("a".to_owned(), true);
        assert_eq!(Step::next(&answers), Step::Story);
        assert_eq!(Step::Story.back(&answers), Some(Step::Place));
    }

    #[test]
    fn who_shows_no_picture_is_asked_nothing_more() {
        let mut answers = Answers::default();
        answers.photos.insert("a".to_owned(), false);
        assert_eq!(Step::next(&answers), Step::Story);
        assert_eq!(Step::Story.back(&answers), Some(Step::Pictures));
    }

    #[test]
    fn each_way_back_leads_to_an_earlier_page() {
        let answers = Answers::default();
        for step in Step::ALL {
            if let Some(back) = step.back(&answers).filter(|_| step != Step::Words) {
                assert!(back.number() < step.number(), "{step:?}");
            }
        }
    }
}
