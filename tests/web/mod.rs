//! The pages of each slice over HTTP.

mod clinic;
mod gallery;
mod look;
