//! The pages of photos.
pub(super) mod descriptions;
mod drawing;
mod edit_fields;
pub(super) mod edits;
mod fields;
pub(super) mod marks;
pub(super) mod media;
pub(super) mod originals;
pub(super) mod pair;
pub(super) mod pairs;
pub(super) mod photos;
mod preview;
pub(super) mod prints;
mod progress;
mod suggested;
mod taps;
pub(super) mod uploads;
