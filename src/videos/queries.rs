//! Reads of videos.

use diesel::prelude::*;

use super::jobs::MakeVideo;
use super::video::{Standing, Video, VideoFile};
use crate::consents;
use crate::db::schema::{video_files, videos};
use crate::db::{CaseId, Conn, ConsentId, VideoId};
use crate::error::Error;
use crate::jobs::{self, Job};

/// A video and the file made of it, if that is there.
///
/// # Errors
/// `NotFound`.
pub fn video(conn: &mut Conn, id: &VideoId) -> Result<(Video, Option<VideoFile>), Error> {
    let found = videos::table
        .find(id.as_str())
        .select(Video::as_select())
        .first(&mut **conn)?;
    with_file(conn, found)
}

fn with_file(conn: &mut Conn, found: Video) -> Result<(Video, Option<VideoFile>), Error> {
    let file = video_files::table
        .find(found.id.as_str())
        .select(VideoFile::as_select())
        .first(&mut **conn)
        .optional()?;
    Ok((found, file))
}

/// The video that belongs to a consent; one that was asked to go on with an older one has its video until there is a new one.
///
/// # Errors
/// When the database does not answer.
pub fn of_consent(
    conn: &mut Conn,
    consent: &ConsentId,
) -> Result<Option<(Video, Option<VideoFile>)>, Error> {
    let mut next = Some(consent.clone());
    while let Some(id) = next {
        if let Some(found) = sent_under(conn, &id)? {
            return with_file(conn, found).map(Some);
        }
        next = consents::consent(conn, &id)?.renews;
    }
    Ok(None)
}

/// The video that was sent in answer to this very consent.
pub(super) fn sent_under(conn: &mut Conn, consent: &ConsentId) -> Result<Option<Video>, Error> {
    Ok(videos::table
        .filter(videos::consent_id.eq(consent.as_str()))
        .select(Video::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// The video that those work with who work with a case: that of the consent in force, else of the latest.
///
/// # Errors
/// When the database does not answer.
pub fn of_case(
    conn: &mut Conn,
    case: &CaseId,
) -> Result<Option<(Video, Option<VideoFile>)>, Error> {
    let consent = match consents::active_for_case(conn, case)? {
        Some(consent) => Some(consent),
        None => consents::latest_for_case(conn, case)?,
    };
    match consent {
        Some(consent) => of_consent(conn, &consent.id),
        None => Ok(None),
    }
}

/// How it stands, from what is there and what is under way.
///
/// # Errors
/// When the database does not answer.
pub fn standing(
    conn: &mut Conn,
    video: &Video,
    file: Option<&VideoFile>,
) -> Result<Standing, Error> {
    if file.is_some() {
        return Ok(Standing::Ready);
    }
    if video.refusal.is_some() {
        return Ok(Standing::Refused);
    }
    let work = jobs::under_way(conn, &[video.id.as_str()])?;
    Ok(match work.iter().any(|one| one.name == MakeVideo::NAME) {
        true => Standing::Preparing,
        false => Standing::PutAway,
    })
}
