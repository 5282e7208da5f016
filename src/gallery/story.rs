//! A story as the public sees it: of the approved snapshot only what is public at this moment.

use diesel::prelude::*;
use serde::Serialize;

use crate::consents::{self, Channel, PublicPublication};
use crate::db::Conn;
use crate::db::schema::publication_renditions;
use crate::error::Error;
use crate::stories::{self, PairShown, PhotoShown, Snapshot, Story};

/// A picture in all its sizes.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    pub src: String,
    pub srcset: String,
    /// Empty until AVIF is made.
    pub avif: String,
    pub width: i32,
    pub height: i32,
    pub alt: String,
    pub stage: String,
    pub session_number: Option<i32>,
    pub sensitive: bool,
}

/// A before and an after that are both public.
#[derive(Debug, Clone, Serialize)]
pub struct PublicPair {
    pub angle: String,
    pub before: Picture,
    pub after: Picture,
    pub weeks: Option<i64>,
}

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
    pub pairs: Vec<PublicPair>,
    pub words: Option<String>,
    pub rating: Option<i32>,
    pub attribution: Option<String>,
    pub disclosures: Vec<String>,
    /// Search engines may keep the page: every photo on it is granted for search.
    pub indexable: bool,
}

/// One entry of the gallery.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    pub slug: String,
    pub title: String,
    pub pair: PublicPair,
    pub facts: Vec<(String, String)>,
    pub sessions: usize,
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
    let mut pairs = Vec::new();
    for pair in &snapshot.pairs {
        if let Some(shown) = public_pair(conn, &public, pair)? {
            pairs.push(shown);
        }
    }
    if pairs.is_empty() {
        return Ok(None);
    }
    let indexable = indexable(conn, story, &snapshot)?;
    Ok(Some(put_together(&snapshot, &public, pairs, indexable)))
}

fn put_together(
    snapshot: &Snapshot,
    public: &[PublicPublication],
    pairs: Vec<PublicPair>,
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
        pairs,
        words,
        rating,
        attribution: find("name").map(|p| p.source.clone()),
        disclosures,
        indexable,
    }
}

fn public_pair(
    conn: &mut Conn,
    public: &[PublicPublication],
    pair: &PairShown,
) -> Result<Option<PublicPair>, Error> {
    let before = picture(conn, public, &pair.before)?;
    let after = picture(conn, public, &pair.after)?;
    Ok(before.zip(after).map(|(before, after)| PublicPair {
        angle: pair.angle.clone(),
        before,
        after,
        weeks: pair.weeks(),
    }))
}

fn picture(
    conn: &mut Conn,
    public: &[PublicPublication],
    photo: &PhotoShown,
) -> Result<Option<Picture>, Error> {
    let Some(publication) = public
        .iter()
        .find(|p| p.what == "photo" && p.subject_id == photo.id)
    else {
        return Ok(None);
    };
    let sizes: Vec<(i32, i32, String)> = publication_renditions::table
        .filter(publication_renditions::publication_id.eq(&publication.id))
        .order(publication_renditions::width)
        .select((
            publication_renditions::width,
            publication_renditions::height,
            publication_renditions::format,
        ))
        .load(&mut **conn)?;
    let set = |format: &str| {
        sizes
            .iter()
            .filter(|(_, _, f)| f == format)
            .map(|(width, _, f)| format!("/media/{}/{width}.{f} {width}w", publication.public_id))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let jpegs: Vec<_> = sizes
        .iter()
        .filter(|(_, _, format)| format == "jpg")
        .collect();
    let Some((width, height, _)) = jpegs
        .iter()
        .find(|(width, _, _)| *width >= 1024)
        .or(jpegs.last())
    else {
        return Ok(None);
    };
    Ok(Some(Picture {
        src: format!("/media/{}/{width}.jpg", publication.public_id),
        srcset: set("jpg"),
        avif: set("avif"),
        width: *width,
        height: *height,
        alt: photo.alt.clone(),
        stage: photo.stage.clone(),
        session_number: photo.session_number,
        sensitive: photo.sensitive,
    }))
}

/// Search is a channel of its own: one photo without it keeps the whole page out.
fn indexable(conn: &mut Conn, story: &Story, snapshot: &Snapshot) -> Result<bool, Error> {
    let live = consents::live_grants(conn, &story.case_id)?;
    Ok(snapshot.photos().all(|photo| {
        live.iter().any(|grant| {
            grant.channel == "search" && grant.what == "photo" && grant.subject_id == photo.id
        })
    }))
}

/// The story as a card.
pub fn card(story: PublicStory) -> Option<Card> {
    let pair = story.pairs.into_iter().next()?;
    Some(Card {
        slug: story.slug,
        title: story.title,
        pair,
        facts: story.facts,
        sessions: story.sessions,
    })
}
