//! What tests stand on: servers of their own, each gone with its value.

pub mod s3;
pub mod smtp;
pub mod wire;
