//! The pages of each slice over HTTP.

mod clinic;
mod look;
