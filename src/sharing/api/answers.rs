//! The answers of the API. What is named here is described in `described.rs`; a test compares.

use serde::Serialize;

use crate::clinic::{Practitioner, Treatment};
use crate::config::WebConfig;
use crate::gallery::{Picture, PublicStage, Told};
use crate::web::text::Texts;

/// What stands at the top of each answer: for which use it was given, and what it was not given for.
#[derive(Debug, Serialize)]
pub struct Terms {
    pub channel: &'static str,
    pub rights: String,
}

impl Terms {
    pub fn of(texts: &Texts, clinic: &str) -> Self {
        Self {
            channel: super::CHANNEL,
            rights: texts.format("share-rights", &[("clinic", clinic)]),
        }
    }
}

/// A list, or a part of one.
#[derive(Debug, Serialize)]
pub struct List<T> {
    #[serde(flatten)]
    pub terms: Terms,
    pub items: Vec<T>,
    /// Address of the next part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// One thing by itself.
#[derive(Debug, Serialize)]
pub struct One<T> {
    #[serde(flatten)]
    pub terms: Terms,
    pub item: T,
}

#[derive(Debug, Serialize)]
pub struct TreatmentAnswer {
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub typical_result: String,
    pub address: String,
}

impl TreatmentAnswer {
    pub fn of(treatment: Treatment, web: &WebConfig) -> Self {
        Self {
            address: web.link(&format!("/treatments/{}", treatment.slug)),
            slug: treatment.slug,
            name: treatment.name,
            summary: treatment.summary,
            typical_result: treatment.typical_result,
        }
    }
}

#[derive(Debug, Serialize)]
pub struct PractitionerAnswer {
    pub slug: String,
    pub name: String,
    pub title: String,
    pub registration: String,
    pub register_address: String,
    pub address: String,
}

impl PractitionerAnswer {
    pub fn of(person: Practitioner, web: &WebConfig) -> Self {
        Self {
            address: web.link(&format!("/practitioners/{}", person.slug)),
            slug: person.slug,
            name: person.name,
            title: person.title,
            registration: person.registration,
            register_address: person.register_url,
        }
    }
}

/// What a client said, with all that has to stand beside it.
#[derive(Debug, Serialize)]
pub struct WordsAnswer {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
    pub disclosures: Vec<String>,
    pub story: String,
    pub story_title: String,
}

impl WordsAnswer {
    pub fn of(told: Told, texts: &Texts) -> Self {
        Self {
            words: told.words,
            rating: told.rating,
            attribution: told.attribution,
            disclosures: told.disclosures.iter().map(|id| texts.get(id)).collect(),
            story: told.slug,
            story_title: told.title,
        }
    }
}

/// A photo on the line from before to healed.
#[derive(Debug, Serialize)]
pub struct StageAnswer {
    pub stage: String,
    pub label: String,
    pub before: bool,
    pub settled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<String>,
    pub sensitive: bool,
    /// None for what is hard to look at: a visitor is asked first, and that is on the story's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<PictureAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub veil: Option<String>,
}

impl StageAnswer {
    pub fn of(stage: &PublicStage, web: &WebConfig, texts: &Texts) -> Self {
        let number = stage.label_number.to_string();
        let label = texts.format(&stage.label, &[("number", &number)]);
        let veil = stage.picture.veil.as_deref();
        Self {
            stage: stage.stage.clone(),
            label,
            before: stage.before,
            settled: stage.settled,
            month: stage.month.clone(),
            sensitive: stage.sensitive,
            picture: (!stage.sensitive).then(|| PictureAnswer::of(&stage.picture, web)),
            veil: veil.filter(|_| stage.sensitive).map(|veil| web.link(veil)),
        }
    }
}

#[derive(Debug, Serialize)]
pub struct PictureAnswer {
    pub address: String,
    /// For `srcset`: addresses with their widths.
    pub jpeg: String,
    pub avif: String,
    pub webp: String,
    pub width: i32,
    pub height: i32,
    pub alt: String,
}

impl PictureAnswer {
    fn of(picture: &Picture, web: &WebConfig) -> Self {
        let absolute = |set: &str| set.replace("/media/", &web.link("/media/"));
        Self {
            address: web.link(&picture.src),
            jpeg: absolute(&picture.srcset),
            avif: absolute(&picture.avif),
            webp: absolute(&picture.webp),
            width: picture.width,
            height: picture.height,
            alt: picture.alt.clone(),
        }
    }
}
