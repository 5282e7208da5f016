//! One public story, as it is looked for.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{NaiveDate, NaiveDateTime};

use super::dictionary::Dictionary;
use crate::cases::fact_label;
use crate::consents::{LiveGrant, PublicPublication};
use crate::fold::words;
use crate::photos::Stage;
use crate::stories::{Approved, PairShown, Snapshot};
use crate::web::text::Texts;

/// What may be asked of a story: only what its page shows.
#[derive(Debug, Clone)]
pub struct Entry {
    pub story: String,
    pub published_at: NaiveDateTime,
    /// Id of the treatment.
    pub treatment: String,
    /// Id of who treated, where the page names somebody.
    pub practitioner: Option<String>,
    /// Names and values of facets.
    pub values: Vec<(&'static str, String)>,
    /// Weeks from the first picture to the last.
    pub weeks: i64,
    /// Words of the client, or what they say in a video, are public.
    pub spoke: bool,
    /// A pair may be shown on partners' sites, and the words too.
    pub lent: bool,
    pub lent_words: bool,
    /// Folded words of all that the page says, each once, by their numbers.
    pub words: Box<[u32]>,
}

/// Of an approved story: the parts of it that are public now.
pub(super) struct Source<'a> {
    story: &'a Approved,
    public: Vec<&'a PublicPublication>,
    /// Those that partners' sites may show too.
    lent: Vec<&'a PublicPublication>,
}

impl<'a> Source<'a> {
    /// `None` where nothing of it is public. `lent`: grants for partners' sites by their subject.
    pub fn of(
        story: &'a Approved,
        public: &'a HashMap<String, Vec<PublicPublication>>,
        lent: &HashMap<&str, Vec<&LiveGrant>>,
    ) -> Option<Self> {
        let of_it = public.get(&story.id)?.iter();
        let public: Vec<_> = of_it
            .filter(|p| p.approval_id == story.approval_id)
            .collect();
        let is_lent = |p: &&&PublicPublication| {
            let grants = lent.get(p.subject_id.as_str());
            grants.is_some_and(|grants| grants.iter().any(|grant| p.is_lent_by(grant)))
        };
        Some(Self {
            story,
            lent: public.iter().filter(is_lent).copied().collect(),
            public,
        })
    }

    pub fn approval(&self) -> &str {
        &self.story.approval_id
    }

    /// Another one where an entry could be another one; what was approved never changes.
    pub fn mark(&self) -> u64 {
        let part = |part: &&PublicPublication| {
            let lent = self.lent.iter().any(|lent| lent.id == part.id);
            let mut hasher = DefaultHasher::new();
            (&part.what, &part.subject_id, &part.source, lent).hash(&mut hasher);
            hasher.finish()
        };
        // In whatever order they come.
        let parts = self.public.iter().map(part).fold(0, u64::wrapping_add);
        let story = self.story;
        let mut hasher = DefaultHasher::new();
        (&story.id, story.published_at, &story.practitioner_id, parts).hash(&mut hasher);
        hasher.finish()
    }
}

impl Entry {
    /// `None` while no pair of photos is public: then there is no page.
    pub(super) fn of(
        source: &Source<'_>,
        snapshot: &Snapshot,
        treatments: &HashMap<String, String>,
        texts: &Texts,
        dictionary: &mut Dictionary,
    ) -> Option<Self> {
        let Source {
            story,
            public,
            lent,
        } = source;
        let shown = |id: &str| {
            public
                .iter()
                .any(|p| p.what == "photo" && p.subject_id == id)
        };
        let pairs: Vec<&PairShown> = snapshot
            .pairs
            .iter()
            .filter(|pair| shown(&pair.before.id) && shown(&pair.after.id))
            .collect();
        if pairs.is_empty() {
            return None;
        }
        let find = |what: &str| public.iter().find(|p| p.what == what);
        let facts: Vec<(String, String)> = find("facts")
            .and_then(|p| serde_json::from_str(&p.source).ok())
            .unwrap_or_default();
        let spoken = find("words").map(|p| p.source.as_str());
        let filmed = find("video").and_then(|_| Some(snapshot.video.as_ref()?.words()));
        let photo_lent = |id: &str| lent.iter().any(|p| p.what == "photo" && p.subject_id == id);
        let labels = facts.iter().flat_map(|(name, value)| {
            let name_label = texts.get(&format!("fact-{}", name.replace('_', "-")));
            [name_label, fact_label(texts, name, value)]
        });
        let said = [
            Some(snapshot.title.as_str()),
            Some(snapshot.narrative.as_str()),
            spoken,
            filmed.as_deref(),
            find("name").map(|p| p.source.as_str()),
            snapshot.practitioner.as_deref(),
            snapshot.location.as_deref(),
            treatments.get(&snapshot.treatment_id).map(String::as_str),
        ];
        let said = said.into_iter().flatten().map(str::to_owned);
        let mut numbers = Vec::new();
        for text in said.chain(labels) {
            numbers.extend(words(&text).map(|word| dictionary.number(&word)));
        }
        numbers.sort_unstable();
        numbers.dedup();
        Some(Self {
            story: story.id.clone(),
            published_at: story.published_at,
            treatment: snapshot.treatment_id.clone(),
            practitioner: snapshot
                .practitioner
                .as_ref()
                .and(story.practitioner_id.clone()),
            values: values(snapshot, &facts, &pairs),
            weeks: pairs
                .iter()
                .filter_map(|pair| pair.weeks())
                .max()
                .unwrap_or(0),
            spoke: spoken.is_some() || filmed.is_some(),
            lent: pairs
                .iter()
                .any(|pair| photo_lent(&pair.before.id) && photo_lent(&pair.after.id)),
            lent_words: lent
                .iter()
                .any(|p| matches!(p.what.as_str(), "words" | "video")),
            words: numbers.into_boxed_slice(),
        })
    }
}

fn values(
    snapshot: &Snapshot,
    facts: &[(String, String)],
    pairs: &[&PairShown],
) -> Vec<(&'static str, String)> {
    let mut values = Vec::new();
    for (name, _) in crate::cases::FACTS {
        let fact = facts.iter().find(|(known, _)| known == name);
        if let Some((_, value)) = fact {
            values.push((*name, value.clone()));
        }
    }
    if let Some(place) = &snapshot.location {
        values.push(("location", place.clone()));
    }
    let sessions = match snapshot.sessions.len() {
        0 => None,
        count @ 1..=3 => Some(count.to_string()),
        _ => Some("4".to_owned()),
    };
    values.extend(sessions.map(|count| ("sessions", count)));
    values.extend(since(&snapshot.sessions, pairs).map(|since| ("since", since.to_owned())));
    values
}

/// How long after the last session before it the latest settled picture was taken.
fn since(sessions: &[NaiveDate], pairs: &[&PairShown]) -> Option<&'static str> {
    let settled =
        |pair: &&&PairShown| Stage::parse(&pair.after.stage).is_some_and(Stage::is_settled);
    let latest = pairs
        .iter()
        .filter(settled)
        .filter_map(|pair| pair.after.taken_on)
        .max()?;
    let session = sessions.iter().filter(|held| **held <= latest).max()?;
    Some(match (latest - *session).num_days() {
        ..182 => "months",
        182..364 => "half-year",
        364..728 => "year",
        _ => "two-years",
    })
}
