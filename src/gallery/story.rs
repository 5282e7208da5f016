//! A story as the public sees it: of the approved snapshot only what is public at this moment. The one door.

use serde::Serialize;

use super::angles::{PublicAngle, by_angle};
use super::picture::Pictures;
use crate::consents::{self, Channel, PublicPublication};
use crate::db::Conn;
use crate::error::Error;
use crate::stories::{self, Snapshot, Story};

/// What the public sees of a story.
#[derive(Debug, Clone, Serialize)]
pub struct PublicStory {
    pub slug: String,
    pub title: String,
    /// HTML made safe.
    pub narrative: String,
    pub treatment_id: String,
    pub practitioner: Option<String>,
    pub location: Option<String>,
    pub sessions: usize,
    pub facts: Vec<(String, String)>,
    /// At least one.
    pub angles: Vec<PublicAngle>,
    pub words: Option<String>,
    pub rating: Option<i32>,
    pub attribution: Option<String>,
    pub disclosures: Vec<String>,
    /// Search engines may keep the page: everything of the client on it is granted for search.
    pub indexable: bool,
}

/// The story, or `None` when nothing of it is public now.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub fn public_story(conn: &mut Conn, story: &Story) -> Result<Option<PublicStory>, Error> {
    let Some(approval) = &story.approval_id else {
        return Ok(None);
    };
    let public: Vec<PublicPublication> =
        consents::public_of_stories(conn, &[story.id.to_string()], Channel::Website)?
            .into_iter()
            .filter(|publication| &publication.approval_id == approval)
            .collect();
    if public.is_empty() {
        return Ok(None);
    }
    let snapshot = stories::snapshot_of_approval(conn, approval)?;
    let pictures = Pictures::of(conn, &public)?;
    let angles = by_angle(&snapshot, |photo| pictures.find(&photo.id, &photo.alt));
    if angles.is_empty() {
        return Ok(None);
    }
    let indexable = indexable(conn, story, &public)?;
    Ok(Some(put_together(&snapshot, &public, angles, indexable)))
}

fn put_together(
    snapshot: &Snapshot,
    public: &[PublicPublication],
    angles: Vec<PublicAngle>,
    indexable: bool,
) -> PublicStory {
    let find = |what: &str| public.iter().find(|p| p.what == what);
    let words = find("words").map(|p| p.source.clone());
    let rating = find("rating").and_then(|p| p.source.parse().ok());
    // What is disclosed stands beside the words it belongs to.
    let disclosures = if words.is_some() || rating.is_some() {
        snapshot.disclosures.clone()
    } else {
        Vec::new()
    };
    let facts = find("facts")
        .and_then(|p| serde_json::from_str(&p.source).ok())
        .unwrap_or_default();
    PublicStory {
        slug: snapshot.slug.clone(),
        title: snapshot.title.clone(),
        narrative: crate::web::markdown::to_html(&snapshot.narrative),
        treatment_id: snapshot.treatment_id.clone(),
        practitioner: snapshot.practitioner.clone(),
        location: snapshot.location.clone(),
        sessions: snapshot.sessions.len(),
        facts,
        angles,
        words,
        rating,
        attribution: find("name").map(|p| p.source.clone()),
        disclosures,
        indexable,
    }
}

/// Search is a channel of its own: one thing on the page without it keeps the whole page out.
fn indexable(conn: &mut Conn, story: &Story, public: &[PublicPublication]) -> Result<bool, Error> {
    let live = consents::live_grants(conn, &story.case_id)?;
    Ok(public.iter().all(|shown| {
        live.iter().any(|grant| {
            grant.channel == Channel::Search.as_str()
                && grant.what == shown.what
                && grant.subject_id == shown.subject_id
        })
    }))
}
