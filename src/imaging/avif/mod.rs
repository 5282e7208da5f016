//! AVIF by libavif and libaom, which are called by hand here.

mod container;
mod decode;
mod encode;
mod picture;

pub(super) use decode::decode;
pub(super) use encode::encode;
