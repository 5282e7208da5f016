//! The pages of photos.
pub(super) mod media;
pub(super) mod pairs;
pub(super) mod photos;
