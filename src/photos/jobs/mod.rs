//! Renditions are made in the background: JPEG first, so that a photo can be looked at in seconds, AVIF after.
//!
//! ```text
//! negative ──► darkroom ──► made ──► rows and publications
//! (sealed)     (pixels)     (files in the store)
//! ```

use crate::db::{Conn, PhotoId};
use crate::error::Error;
use crate::jobs::call_off;

mod avif;
mod darkroom;
mod jpeg;
mod made;
mod negative;

pub use avif::MakeAvif;
pub(super) use darkroom::{behind, printed};
pub use jpeg::MakeRenditions;
pub use made::published;
pub(super) use negative::{BARE, bare};

/// The versions of a photo that are being made are not wanted any more: it was removed, or shall look otherwise.
pub(super) fn call_off_versions(conn: &mut Conn, photo: &PhotoId) -> Result<(), Error> {
    call_off::<MakeRenditions>(conn, photo.as_str())?;
    call_off::<MakeAvif>(conn, photo.as_str())?;
    Ok(())
}
