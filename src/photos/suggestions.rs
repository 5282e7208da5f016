//! Covers proposed for a photo that has none yet: looked for when its page asks, kept nowhere, never applied unasked.

use std::time::Duration;

use super::photo::Photo;
use super::serving::staff_photo;
use crate::app::App;
use crate::consents::StaffGrant;
use crate::error::Error;
use crate::imaging::{Edits, Limits, Mask, MaskKind, faces};

/// The page does not wait longer.
const PATIENCE: Duration = Duration::from_secs(3);
/// The width of the picture that is searched.
const WIDTH: i32 = 1024;

/// A cover that a person may want.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// On the photo after its quarter turns.
    pub mask: Mask,
    pub sure: bool,
}

/// Whether there is anything to look for: not on a photo that shows no face, as staff say, nor where a person has covered one.
pub fn may_be_suggested(photo: &Photo) -> bool {
    let edits = photo.edits().unwrap_or_default();
    photo.is_ready() && photo.bare_level != 0 && !covers_a_face(&edits)
}

/// A cover for the eyes and one for the face of each face found.
///
/// # Errors
/// When database or store do not answer.
pub async fn suggestions(
    app: &App,
    grant: &StaffGrant,
    photo: &Photo,
) -> Result<Vec<Suggestion>, Error> {
    if !may_be_suggested(photo) {
        return Ok(Vec::new());
    }
    let turns = photo.edits().unwrap_or_default().turns;
    let picture = match staff_photo(app, grant, &photo.id, None, WIDTH).await {
        Ok(served) => served.bytes,
        Err(Error::NotFound) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let search = tokio::task::spawn_blocking(move || faces(&picture, turns, &Limits::default()));
    // What can't be searched, or takes too long, has no suggestions: they are a help, no promise.
    let found = match tokio::time::timeout(PATIENCE, search).await {
        Ok(Ok(Ok(found))) => found,
        _ => Vec::new(),
    };
    let both = found.iter().flat_map(|face| {
        [face.eye_band(), face.cover()].map(|mask| Suggestion {
            mask,
            sure: face.sure,
        })
    });
    Ok(both.collect())
}

fn covers_a_face(edits: &Edits) -> bool {
    let mut kinds = edits.masks.iter().map(|mask| mask.what);
    kinds.any(|what| matches!(what, MaskKind::Face | MaskKind::Eyes))
}
