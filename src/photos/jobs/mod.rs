//! Renditions are made in the background: JPEG first, so that a photo can be looked at in seconds, AVIF after.
//!
//! ```text
//! negative ──► darkroom ──► made ──► rows and publications
//! (sealed)     (pixels)     (files in the store)
//! ```

mod avif;
mod darkroom;
mod jpeg;
mod made;
mod negative;

pub use avif::MakeAvif;
pub use jpeg::MakeRenditions;
pub use made::published;
pub(super) use negative::{BARE, bare};
