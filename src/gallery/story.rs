//! A story as the public sees it: of the approved snapshot only what is public at this moment. The one door.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::Serialize;

use super::angles::{PublicAngle, by_angle};
use super::film::Film;
use super::picture::{OpenGraph, Pictures};
use crate::consents::{self, Channel, LiveGrant, PublicPublication};
use crate::db::Conn;
use crate::error::Error;
use crate::stories::{self, Snapshot, Story};
use crate::web::markdown;

/// What the public sees of a story.
#[derive(Debug, Clone, Serialize)]
pub struct PublicStory {
    #[serde(skip)]
    pub id: String,
    pub slug: String,
    pub title: String,
    /// Markdown; pages get it as safe HTML.
    #[serde(serialize_with = "markdown::as_html")]
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
    /// What they say in a video.
    pub film: Option<Film>,
    /// Search engines may keep the page: everything of the client on it is granted for search.
    pub indexable: bool,
    /// When it was published, to the second: for feeds, which tell the day.
    #[serde(skip)]
    pub published_at: Option<NaiveDateTime>,
}

impl PublicStory {
    /// The result as it may stand where others show a link to the story, and its words; none when it, or what it is compared
    /// with, is hard to look at.
    pub fn open_graph(&self) -> Option<(&OpenGraph, &str)> {
        let angle = self.angles.first()?;
        let (first, last) = angle.first_and_last();
        let (before, after) = (angle.stage(first)?, angle.stage(last)?);
        let picture = &after.picture;
        let shown = picture.open_graph.as_ref();
        let shown = shown.filter(|_| !before.sensitive && !after.sensitive)?;
        Some((shown, &picture.alt))
    }
}

impl PublicStory {
    /// About how much memory it takes.
    fn bytes(&self) -> usize {
        const FIXED: usize = 2048;
        const PICTURE: usize = 2048;
        let pictures: usize = self.angles.iter().map(|angle| angle.stages.len()).sum();
        let words = self.words.as_ref().map_or(0, String::len);
        let film = self.film.as_ref().map_or(0, |film| 2 * film.said().len());
        FIXED + self.narrative.len() + words + film + pictures * PICTURE
    }

    /// The video with the picture that stands for it where videos are listed; none where the story has no such picture.
    pub fn film_listed(&self) -> Option<(&Film, &OpenGraph)> {
        let (picture, _) = self.open_graph()?;
        self.film.as_ref().map(|film| (film, picture))
    }
}

/// Where a story is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Here, and on the clinic's other sites.
    Website,
    /// In frames on partners' sites: of what is public here only what is allowed there too.
    Partners,
}

/// The story at a public address, as its row and as it is seen now.
///
/// # Errors
/// `Gone` when it was public once, `NotFound` when it never was: one answer for every page below its address.
pub fn story_at(conn: &mut Conn, slug: &str) -> Result<(Story, Arc<PublicStory>), Error> {
    story_on(conn, slug, Place::Website)
}

/// [`story_at`], as it may be shown in a place.
///
/// # Errors
/// `Gone` when it was shown there once, `NotFound` when it never was.
pub fn story_on(
    conn: &mut Conn,
    slug: &str,
    place: Place,
) -> Result<(Story, Arc<PublicStory>), Error> {
    let story = stories::by_slug(conn, slug)?.ok_or(Error::NotFound)?;
    let shown = seen(conn, &[story.id.to_string()], place)?.pop();
    let was_there = story.first_published_at.is_some()
        && match place {
            Place::Website => true,
            Place::Partners => {
                consents::was_granted_on(conn, &story.case_id, Channel::PartnerEmbed)?
            }
        };
    match shown {
        Some(public) => Ok((story, public)),
        None if was_there => Err(Error::Gone),
        None => Err(Error::NotFound),
    }
}

/// The story, or `None` when nothing of it is public now.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub fn public_story(conn: &mut Conn, story: &Story) -> Result<Option<Arc<PublicStory>>, Error> {
    Ok(seen(conn, &[story.id.to_string()], Place::Website)?.pop())
}

/// Those of the stories of which something may be seen in a place now, in any order: as they were seen before where nothing
/// changed since.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub(super) fn seen(
    conn: &mut Conn,
    ids: &[String],
    place: Place,
) -> Result<Vec<Arc<PublicStory>>, Error> {
    let name = |id: &str| format!("{place:?} {id}");
    let epoch = conn.epoch_at_hand();
    let (mut seen, mut unknown) = (Vec::with_capacity(ids.len()), Vec::new());
    for id in ids {
        match conn.recall(&name(id)) {
            Some(story) => seen.push(story),
            None => unknown.push(id),
        }
    }
    if unknown.is_empty() {
        return Ok(seen);
    }
    let rows = stories::by_ids(conn, &unknown)?;
    for story in public_stories_on(conn, &rows, place)? {
        let story = Arc::new(story);
        conn.remember(epoch, name(&story.id), &story, story.bytes());
        seen.push(story);
    }
    Ok(seen)
}

/// Those of the stories of which something may be seen in a place now, in the order given.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
fn public_stories_on(
    conn: &mut Conn,
    stories: &[Story],
    place: Place,
) -> Result<Vec<PublicStory>, Error> {
    let ids: Vec<String> = stories.iter().map(|story| story.id.to_string()).collect();
    let mut public = consents::public_of_stories(conn, &ids, Channel::Website)?;
    let approved: HashMap<&str, &str> = stories
        .iter()
        .filter_map(|story| Some((story.id.as_str(), story.approval_id.as_deref()?)))
        .collect();
    public.retain(|one| approved.get(one.story_id.as_str()) == Some(&one.approval_id.as_str()));
    let approvals: Vec<&str> = approved.into_values().collect();
    let snapshots = stories::snapshots(conn, &approvals)?;
    let cases: Vec<&str> = stories.iter().map(|story| story.case_id.as_str()).collect();
    if place == Place::Partners {
        let lent = consents::live_grants_on(conn, &cases, Channel::PartnerEmbed)?;
        public.retain(|one| lent.iter().any(|grant| one.is_lent_by(grant)));
    }
    let searchable = consents::live_grants_on(conn, &cases, Channel::Search)?;
    let pictures = Pictures::of(conn, &public, &searchable)?;
    let show = |story: &Story| {
        let snapshot = snapshots.get(story.approval_id.as_ref()?)?;
        let own = |one: &&PublicPublication| one.story_id == story.id.as_str();
        let public: Vec<&PublicPublication> = public.iter().filter(own).collect();
        let angles = by_angle(snapshot, |photo| pictures.find(&photo.id, &photo.alt));
        let granted = searchable.iter().filter(|g| g.case_id == story.case_id);
        let indexable = indexable(&granted.collect::<Vec<_>>(), &public);
        (!angles.is_empty()).then(|| put_together(story, snapshot, &public, angles, indexable))
    };
    Ok(stories.iter().filter_map(show).collect())
}

fn put_together(
    story: &Story,
    snapshot: &Snapshot,
    public: &[&PublicPublication],
    angles: Vec<PublicAngle>,
    indexable: bool,
) -> PublicStory {
    let find = |what: &str| public.iter().find(|p| p.what == what);
    let words = find("words").map(|p| p.source.clone());
    let rating = find("rating").and_then(|p| p.source.parse().ok());
    let film = find("video").and_then(|p| {
        let video = snapshot.video.as_ref()?;
        let same = video.id == p.subject_id && !video.captions.is_empty();
        same.then(|| Film::of(video, &format!("/media/{}", p.public_id)))
    });
    // What is disclosed stands beside the words it belongs to.
    let disclosures = if words.is_some() || rating.is_some() || film.is_some() {
        snapshot.disclosures.clone()
    } else {
        Vec::new()
    };
    let facts = find("facts")
        .and_then(|p| serde_json::from_str(&p.source).ok())
        .unwrap_or_default();
    PublicStory {
        id: story.id.to_string(),
        slug: snapshot.slug.clone(),
        title: snapshot.title.clone(),
        narrative: snapshot.narrative.clone(),
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
        film,
        indexable,
        published_at: story.published_at,
    }
}

/// Search is a channel of its own: one thing on the page without it keeps the whole page out.
fn indexable(searchable: &[&LiveGrant], public: &[&PublicPublication]) -> bool {
    public
        .iter()
        .all(|shown| searchable.iter().any(|grant| shown.is_found_by(grant)))
}
