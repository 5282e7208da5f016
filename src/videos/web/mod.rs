//! Videos over HTTP.

pub(super) mod desk;
pub(super) mod film;
pub(super) mod media;
