//! A story's sources, composed: what a moderator approves and the public page is made of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::story::Story;
use crate::cases;
use crate::clients;
use crate::clinic;
use crate::consents::{self, Answers, Channel, Consent, StorySeen, VideoSeen, What};
use crate::db::Conn;
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::Level;
use crate::photos::{self, Photo};
use crate::testimonials::{self, Testimonial};
use crate::videos::{self, Captions, Video, VideoFile};

/// One photo of a story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PhotoShown {
    pub id: String,
    pub original_sha256: String,
    pub edits_sha256: String,
    pub stage: String,
    pub session_number: Option<i32>,
    pub taken_on: Option<NaiveDate>,
    pub alt: String,
    pub sensitive: bool,
    pub width: i32,
    pub height: i32,
}

impl PhotoShown {
    fn of(photo: &Photo) -> Self {
        Self {
            id: photo.id.to_string(),
            original_sha256: photo.sha256.clone(),
            edits_sha256: photo.edits_sha256.clone(),
            stage: photo.stage.clone(),
            session_number: photo.session_number,
            taken_on: photo.taken_on,
            alt: photo.alt.clone(),
            sensitive: photo.sensitive,
            width: photo.width,
            height: photo.height,
        }
    }
}

/// A before and an after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PairShown {
    pub angle: String,
    pub before: PhotoShown,
    pub after: PhotoShown,
}

impl PairShown {
    /// Whole weeks between the two photos.
    pub fn weeks(&self) -> Option<i64> {
        Some((self.after.taken_on? - self.before.taken_on?).num_weeks())
    }
}

/// What the client says in a video.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VideoShown {
    pub id: String,
    pub original_sha256: String,
    /// Of the file for the web.
    pub sha256: String,
    pub width: i32,
    pub height: i32,
    pub millis: i32,
    /// What is said, line by line, with its time; empty until someone wrote it.
    pub captions: String,
    /// The language in which the client was asked.
    pub language: String,
}

impl VideoShown {
    fn of(video: &Video, file: &VideoFile, language: String) -> Self {
        Self {
            id: video.id.to_string(),
            original_sha256: video.sha256.clone(),
            sha256: file.sha256.clone(),
            width: file.width,
            height: file.height,
            millis: file.millis,
            captions: video.captions.clone(),
            language,
        }
    }

    pub fn captions(&self) -> Option<Captions> {
        Captions::parse(&self.captions, self.millis).ok()
    }

    /// The words alone.
    pub fn words(&self) -> String {
        self.captions()
            .map(|captions| captions.words())
            .unwrap_or_default()
    }
}

/// Everything a story is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub slug: String,
    pub title: String,
    pub narrative: String,
    pub treatment_id: String,
    pub practitioner: Option<String>,
    pub location: Option<String>,
    /// Name and value.
    pub facts: Vec<(String, String)>,
    pub sessions: Vec<NaiveDate>,
    pub pairs: Vec<PairShown>,
    pub testimonial_id: Option<String>,
    pub words: Option<String>,
    pub rating: Option<i32>,
    pub disclosures: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<VideoShown>,
}

impl Snapshot {
    pub fn sha256(&self) -> Result<String, Error> {
        Ok(sha256(serde_json::to_string(self)?.as_bytes()))
    }

    pub fn photos(&self) -> impl Iterator<Item = &PhotoShown> {
        self.pairs
            .iter()
            .flat_map(|pair| [&pair.before, &pair.after])
    }
}

/// The story as it stands now. With a consent in force, the pairs and words that it does not cover are left out: they
/// can't be published. Without one, all pairs are there (the client is about to be asked).
///
/// # Errors
/// When the database does not answer.
pub fn compose(
    conn: &mut Conn,
    story: &Story,
    consent: Option<&Consent>,
) -> Result<Snapshot, Error> {
    let case = cases::case(conn, &story.case_id)?;
    let pairs = photos::pairs(conn, &story.case_id)?;
    let mut shown = Vec::new();
    for pair in pairs {
        if consent.is_none() || (granted(conn, &pair.before)? && granted(conn, &pair.after)?) {
            shown.push(PairShown {
                angle: pair.before.angle.clone(),
                before: PhotoShown::of(&pair.before),
                after: PhotoShown::of(&pair.after),
            });
        }
    }
    let told = match consent {
        Some(consent) => testimonials::of_consent(conn, &consent.id)?,
        None => None,
    };
    let video = match consent {
        Some(consent) => granted_video(conn, consent)?,
        None => None,
    };
    let practitioner = match &case.practitioner_id {
        Some(id) => Some(clinic::practitioner(conn, id)?).map(|p| join(&p.name, &p.title)),
        None => None,
    };
    let places = clinic::locations(conn)?;
    let location = places
        .into_iter()
        .find(|p| Some(&p.id) == case.location_id.as_ref())
        .map(|p| p.town);
    Ok(Snapshot {
        slug: story.slug.clone(),
        title: story.title.clone(),
        narrative: story.narrative.clone(),
        treatment_id: case.treatment_id.clone(),
        practitioner,
        location,
        facts: case
            .facts()
            .into_iter()
            .map(|(n, v)| (n.to_owned(), v))
            .collect(),
        sessions: cases::sessions(conn, &story.case_id)?
            .iter()
            .map(|s| s.held_on)
            .collect(),
        pairs: shown,
        testimonial_id: told.as_ref().map(|t| t.id.clone()),
        words: told
            .as_ref()
            .map(|t| t.words.clone())
            .filter(|w| !w.is_empty()),
        rating: told.as_ref().and_then(|t| t.rating),
        disclosures: told
            .as_ref()
            .map(Testimonial::disclosures)
            .unwrap_or_default(),
        video,
    })
}

fn join(name: &str, title: &str) -> String {
    if title.is_empty() {
        name.to_owned()
    } else {
        format!("{name}, {title}")
    }
}

fn granted(conn: &mut Conn, photo: &Photo) -> Result<bool, Error> {
    let grant = consents::covering_grant(
        conn,
        &photo.case_id,
        What::Photo,
        photo.id.as_str(),
        Channel::Website,
    )?;
    Ok(grant.is_some_and(|grant| {
        Level::try_from(grant.level).is_ok_and(|level| photos::best_level(photo, level).is_some())
    }))
}

/// The video of a consent, where it may be shown on the website and its file is there.
fn granted_video(conn: &mut Conn, consent: &Consent) -> Result<Option<VideoShown>, Error> {
    let Some((video, Some(file))) = videos::of_consent(conn, &consent.id)? else {
        return Ok(None);
    };
    let (what, id) = (What::Video, video.id.as_str());
    let grant = consents::covering_grant(conn, &consent.case_id, what, id, Channel::Website)?;
    if grant.is_none() {
        return Ok(None);
    }
    let language = consents::language(conn, &consent.id)?.code().to_owned();
    Ok(Some(VideoShown::of(&video, &file, language)))
}

/// The story as the client sees it when signing: with their own choices applied.
///
/// # Errors
/// When the database does not answer.
pub fn seen(
    conn: &mut Conn,
    story: &Story,
    answers: &Answers,
    (told, video): (Option<&Testimonial>, Option<&(Video, Option<VideoFile>)>),
) -> Result<StorySeen, Error> {
    let client = clients::client(conn, &story.client_id)?;
    let case = cases::case(conn, &story.case_id)?;
    let facts = case
        .facts()
        .into_iter()
        .filter(|(name, _)| {
            answers
                .facts
                .as_ref()
                .is_none_or(|allowed| allowed.iter().any(|a| a == name))
        })
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let video = video.filter(|_| answers.video == Some(true));
    let disclosures = told
        .filter(|_| answers.words != Some(false) || video.is_some())
        .map(Testimonial::disclosures);
    let told = told.filter(|_| answers.words != Some(false));
    Ok(StorySeen {
        title: story.title.clone(),
        narrative: story.narrative.clone(),
        facts,
        testimonial_id: told.map(|t| t.id.clone()),
        words: told.map(|t| t.words.clone()).filter(|w| !w.is_empty()),
        rating: told.and_then(|t| t.rating),
        attribution: answers.name.and_then(|name| name.apply(&client.name)),
        disclosures: disclosures.unwrap_or_default(),
        video: video.map(|(video, file)| VideoSeen {
            id: video.id.to_string(),
            original_sha256: video.sha256.clone(),
            seconds: file.as_ref().map_or(0, VideoFile::seconds),
        }),
    })
}
