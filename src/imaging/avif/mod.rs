//! AVIF by libavif and libaom: the one place of the program that calls C by hand.

mod container;
mod decode;
mod encode;
mod picture;

pub(super) use decode::decode;
pub(super) use encode::encode;
