//! A story that nobody but the clinic can see yet, on the very page that visitors would see: made of the same parts, with
//! pictures through the staff's own door. It gives addresses of pictures, never their bytes.

use std::collections::HashMap;
use std::sync::Arc;

use super::angles::by_angle;
use super::catalogue::Index;
use super::compare::{Asked, Compare, compare};
use super::film::Film;
use super::picture::Picture;
use super::story::PublicStory;
use super::web::story::{StoryPage, story_page};
use crate::consents::{self, LiveGrant};
use crate::db::{Conn, PhotoId};
use crate::error::Error;
use crate::imaging::Level;
use crate::photos;
use crate::stories::{self, PhotoShown, Snapshot, Story};

/// The page as it would be if what is written now were approved. What the client allows decides what is on it; before
/// they were asked, all pairs are, each in the version that shows least.
///
/// # Errors
/// When the database does not answer.
pub fn preview(
    conn: &mut Conn,
    others: &Index,
    story: &Story,
    path: &str,
    asked: &Asked,
) -> Result<StoryPage, Error> {
    let shown = as_approved(conn, story)?;
    story_page(conn, others, story, Arc::new(shown), (path, asked))
}

/// Only the pairs of that page, for whoever decides on it; none while no photo of a pair has a version to show.
///
/// # Errors
/// When the database does not answer.
pub fn preview_pairs(
    conn: &mut Conn,
    story: &Story,
    path: &str,
    asked: &Asked,
) -> Result<Option<Compare>, Error> {
    Ok(compare(&as_approved(conn, story)?, path, asked))
}

fn as_approved(conn: &mut Conn, story: &Story) -> Result<PublicStory, Error> {
    let consent = consents::active_for_case(conn, &story.case_id)?;
    let snapshot = stories::compose(conn, story, consent.as_ref())?;
    let grants = consents::live_grants(conn, &story.case_id)?;
    let mut pictures: HashMap<String, Picture> = HashMap::new();
    for photo in snapshot.photos() {
        if let Some(picture) = picture(conn, photo, &grants)? {
            pictures.insert(photo.id.clone(), picture);
        }
    }
    let granted = |what: &str| {
        let mut fits = grants.iter().filter(|grant| grant.what == what);
        fits.next().map(|grant| grant.source.clone())
    };
    let facts = match consent {
        None => snapshot.facts.clone(),
        Some(_) => granted("facts")
            .and_then(|source| serde_json::from_str(&source).ok())
            .unwrap_or_default(),
    };
    let film = snapshot.video.as_ref();
    let film = film.map(|video| Film::of(video, &format!("/staff/videos/{}", video.id)));
    Ok(PublicStory {
        film,
        angles: by_angle(&snapshot, |photo| pictures.get(&photo.id).cloned()),
        words: granted("words"),
        rating: granted("rating").and_then(|source| source.parse().ok()),
        attribution: granted("name"),
        facts,
        ..plain(story, &snapshot)
    })
}

/// What does not depend on the client's answers.
fn plain(story: &Story, snapshot: &Snapshot) -> PublicStory {
    PublicStory {
        id: story.id.to_string(),
        slug: snapshot.slug.clone(),
        title: snapshot.title.clone(),
        narrative: snapshot.narrative.clone(),
        treatment_id: snapshot.treatment_id.clone(),
        practitioner: snapshot.practitioner.clone(),
        location: snapshot.location.clone(),
        sessions: snapshot.sessions.len(),
        disclosures: snapshot.disclosures.clone(),
        facts: Vec::new(),
        film: None,
        angles: Vec::new(),
        words: None,
        rating: None,
        attribution: None,
        indexable: false,
        published_at: None,
    }
}

fn picture(
    conn: &mut Conn,
    shown: &PhotoShown,
    grants: &[LiveGrant],
) -> Result<Option<Picture>, Error> {
    let id = PhotoId::parse(&shown.id).ok_or(Error::NotFound)?;
    let photo = photos::photo(conn, &id)?;
    let granted = grants
        .iter()
        .find(|grant| grant.what == "photo" && grant.subject_id == shown.id)
        .and_then(|grant| Level::try_from(grant.level).ok());
    let level = match granted {
        Some(granted) => photos::best_level(&photo, granted),
        None => photo.levels().into_iter().min(),
    };
    let Some(level) = level.filter(|_| photo.is_ready()) else {
        return Ok(None);
    };
    let mut sizes: Vec<(i32, i32)> = photos::renditions(conn, &photo, level)?
        .into_iter()
        .filter(|one| one.format == "jpg" && one.is_photo())
        .map(|one| (one.width, one.height))
        .collect();
    sizes.sort_unstable();
    let address = |width: i32| format!("/staff/photos/{id}/view/{}-{width}.jpg", level.as_str());
    let set: Vec<String> = sizes
        .iter()
        .map(|(width, _)| format!("{} {width}w", address(*width)))
        .collect();
    let best = sizes.iter().find(|(width, _)| *width >= 1024);
    Ok(best.or(sizes.last()).map(|(width, height)| Picture {
        publication: String::new(),
        src: address(*width),
        srcset: set.join(", "),
        avif: String::new(),
        webp: String::new(),
        veil: None,
        open_graph: None,
        width: *width,
        height: *height,
        alt: shown.alt.clone(),
        focus: photo.focus_class(),
    }))
}
