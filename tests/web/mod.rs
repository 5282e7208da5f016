//! The pages of each slice over HTTP.

mod asking;
mod clinic;
mod finding;
mod gallery;
mod languages;
mod listing;
mod locales;
mod look;
mod openness;
mod reporting;
