//! Stories as programs read them: what the page of each shows, with all that has to stand beside the pictures.

use serde::Serialize;

use super::answers::{StageAnswer, WordsAnswer};
use crate::cases::fact_label;
use crate::clinic::Treatment;
use crate::config::WebConfig;
use crate::gallery::{PublicAngle, PublicStory, Told, card};
use crate::web::markdown::to_html;
use crate::web::text::Texts;

/// A story in a list: its first and its last picture, as on a card.
#[derive(Debug, Serialize)]
pub struct StoryEntry {
    pub slug: String,
    pub title: String,
    pub address: String,
    pub treatment: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<String>,
    pub sessions: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<i64>,
    pub facts: Vec<FactAnswer>,
    pub first: StageAnswer,
    pub last: StageAnswer,
}

/// All of a story.
#[derive(Debug, Serialize)]
pub struct StoryAnswer {
    pub slug: String,
    pub title: String,
    pub address: String,
    pub treatment: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<String>,
    pub sessions: usize,
    pub facts: Vec<FactAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub practitioner: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    pub narrative: String,
    pub angles: Vec<AngleAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub testimonial: Option<WordsAnswer>,
    /// What has to stand beside the pictures.
    pub beside: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct FactAnswer {
    pub name: String,
    pub value: String,
    pub label: String,
    pub value_label: String,
}

#[derive(Debug, Serialize)]
pub struct AngleAnswer {
    pub angle: String,
    pub label: String,
    pub stages: Vec<StageAnswer>,
}

/// Where it is told, and in whose words.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    pub web: &'a WebConfig,
    pub texts: &'a Texts,
    /// The pictures are drawn.
    pub illustrated: bool,
}

impl Telling<'_> {
    /// `None` when nothing of it can be compared.
    pub fn entry(&self, story: &PublicStory, treatment: &str) -> Option<StoryEntry> {
        let (published_on, address) = (day(story), self.address(story));
        let card = card(story)?;
        let stage = |stage| StageAnswer::of(stage, self.web, self.texts);
        Some(StoryEntry {
            address,
            treatment: treatment.to_owned(),
            published_on,
            sessions: card.sessions,
            weeks: card.weeks,
            facts: self.facts(&card.facts),
            first: stage(&card.a),
            last: stage(&card.b),
            slug: card.slug,
            title: card.title,
        })
    }

    pub fn story(&self, story: &PublicStory, treatment: &Treatment) -> StoryAnswer {
        let texts = self.texts;
        let mut beside = vec![texts.get("honesty"), texts.get("individual-results")];
        if !treatment.typical_result.is_empty() {
            beside.insert(0, treatment.typical_result.clone());
        }
        if self.illustrated {
            beside.push(texts.get("illustrated"));
        }
        StoryAnswer {
            published_on: day(story),
            address: self.address(story),
            treatment: treatment.slug.clone(),
            facts: self.facts(&story.facts),
            angles: story.angles.iter().map(|angle| self.angle(angle)).collect(),
            testimonial: Told::of(story).map(|told| WordsAnswer::of(told, texts)),
            beside,
            slug: story.slug.clone(),
            title: story.title.clone(),
            sessions: story.sessions,
            practitioner: story.practitioner.clone(),
            location: story.location.clone(),
            narrative: to_html(&story.narrative),
        }
    }

    fn address(&self, story: &PublicStory) -> String {
        self.web.link(&format!("/stories/{}", story.slug))
    }

    fn facts(&self, facts: &[(String, String)]) -> Vec<FactAnswer> {
        let fact = |(name, value): &(String, String)| FactAnswer {
            label: self.texts.get(&format!("fact-{}", name.replace('_', "-"))),
            value_label: fact_label(self.texts, name, value),
            name: name.clone(),
            value: value.clone(),
        };
        facts.iter().map(fact).collect()
    }

    fn angle(&self, angle: &PublicAngle) -> AngleAnswer {
        let stage = |stage| StageAnswer::of(stage, self.web, self.texts);
        AngleAnswer {
            label: self.texts.get(&format!("angle-{}", angle.angle)),
            angle: angle.angle.clone(),
            stages: angle.stages.iter().map(stage).collect(),
        }
    }
}

/// The day and nothing finer.
fn day(story: &PublicStory) -> Option<String> {
    let at = story.published_at?;
    Some(at.format("%Y-%m-%d").to_string())
}
