//! Less of a photo is shown: the version that may stay takes the place of the one that came down.

use super::jobs::published;
use super::photo::Photo;
use super::queries;
use crate::consents::{self, PublishedRendition};
use crate::db::Conn;
use crate::error::Error;

/// What came down because less is shown of it returns as less, under the approval it had, as far as versions are made
/// that hold no metadata. Says how many uses returned.
///
/// # Errors
/// When the database refuses.
pub fn show_less(conn: &mut Conn, photo: &Photo) -> Result<usize, Error> {
    let Some(edits) = photo.edits() else {
        return Ok(0);
    };
    let mut returned = 0;
    // The version that shows most of what is allowed comes first.
    let mut levels = photo.levels();
    levels.sort_unstable_by(|a, b| b.cmp(a));
    for level in levels {
        let made = queries::renditions(conn, photo, level)?;
        let jpeg = |one: &queries::Rendition| one.format == "jpg" && one.is_photo();
        if !made.iter().any(jpeg) || made.iter().any(|one| !one.clean) {
            continue;
        }
        let renditions: Vec<PublishedRendition> = made.iter().map(published).collect();
        let shown = consents::Shown {
            subject: photo.id.as_str(),
            source_sha256: &photo.sha256,
            edits: &edits,
            content_sha256: &queries::content_sha256(photo, level),
            level,
            renditions: &renditions,
        };
        returned += consents::republish(conn, &shown)?;
    }
    Ok(returned)
}
