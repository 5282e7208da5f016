//! Renditions are made in the background: JPEG first, so that a photo can be looked at in seconds, AVIF after.
//!
//! ```text
//! negative ──► darkroom ──► made ──► rows and publications
//! (sealed)     (pixels)     (files in the store)
//! ```

use crate::consents;
use crate::db::{ClientId, Conn, PhotoId};
use crate::error::Error;
use crate::imaging::Level;
use crate::jobs::{self, call_off};
use crate::photos::photo::Photo;

mod avif;
mod darkroom;
mod jpeg;
mod made;
mod negative;

pub use avif::MakeAvif;
pub use darkroom::page_of_paper;
pub(super) use darkroom::{behind, printed};
pub use jpeg::MakeRenditions;
pub use made::published;
pub use negative::told;
pub(super) use negative::{BARE, bare};

/// The versions of a photo that are being made are not wanted any more: it was removed, or shall look otherwise.
pub(super) fn call_off_versions(conn: &mut Conn, photo: &PhotoId) -> Result<(), Error> {
    call_off::<MakeRenditions>(conn, photo.as_str())?;
    call_off::<MakeAvif>(conn, photo.as_str())?;
    Ok(())
}

/// What only visitors would need is not made any more of photos that a client has taken back altogether. Their JPEG is: who
/// works with the case still sees them.
///
/// # Errors
/// When the database refuses.
pub fn call_off_taken_back(conn: &mut Conn, client: &ClientId) -> Result<(), Error> {
    for photo in consents::photos_taken_back(conn, client)? {
        call_off::<MakeAvif>(conn, &photo)?;
    }
    Ok(())
}

/// A photo that becomes public without its AVIF gets it, unless that is under way.
///
/// # Errors
/// When the database refuses.
pub fn complete(conn: &mut Conn, photo: &Photo, level: Level) -> Result<(), Error> {
    let wanted = MakeAvif {
        photo: photo.id.clone(),
        edits: photo.edits_sha256.clone(),
        level: i32::from(level),
    };
    match jobs::open::<MakeAvif>(conn)?.contains(&wanted) {
        true => Ok(()),
        false => jobs::enqueue(conn, &wanted),
    }
}
