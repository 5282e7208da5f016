//! The pages of each slice over HTTP.

mod clinic;
mod finding;
mod gallery;
mod listing;
mod look;
