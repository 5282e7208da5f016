//! What one person said, with all that has to stand beside it.

use serde::Serialize;

use super::story::PublicStory;

/// Words, a rating, or both, of a story that is public now; or what stands beside a video.
#[derive(Debug, Clone, Serialize)]
pub struct Told {
    pub slug: String,
    pub title: String,
    /// Plain text, as it was written.
    pub words: Option<String>,
    /// 1 to 5.
    pub rating: Option<i32>,
    pub attribution: Option<String>,
    /// Ids of texts.
    pub disclosures: Vec<String>,
    /// Its page has a video.
    pub filmed: bool,
}

impl Told {
    /// `None` when neither words nor a rating are public.
    pub fn of(story: &PublicStory) -> Option<Self> {
        let spoke = story.words.is_some() || story.rating.is_some();
        spoke.then(|| Self::beside(story))
    }

    /// `None` when neither words nor a rating nor a video are public.
    pub fn or_filmed(story: &PublicStory) -> Option<Self> {
        let filmed = story.film.as_ref().map(|_| Self::beside(story));
        Self::of(story).or(filmed)
    }

    fn beside(story: &PublicStory) -> Self {
        Self {
            slug: story.slug.clone(),
            title: story.title.clone(),
            words: story.words.clone(),
            rating: story.rating,
            attribution: story.attribution.clone(),
            disclosures: story.disclosures.clone(),
            filmed: story.film.is_some(),
        }
    }
}
