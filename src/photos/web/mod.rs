//! The pages of photos.
pub(super) mod descriptions;
pub(super) mod edits;
mod fields;
pub(super) mod media;
pub(super) mod originals;
pub(super) mod pair;
pub(super) mod pairs;
pub(super) mod photos;
mod progress;
pub(super) mod uploads;
