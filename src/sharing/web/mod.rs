//! The doors for other sites and for programs: GET only, without cookies, the same for everyone who asks.

pub mod accents;
mod answer;
pub mod documents;
pub mod feeds;
mod framed;
pub mod galleries;
pub mod oembed;
pub mod openings;
pub mod practitioners;
pub mod scripts;
pub mod sites;
pub mod stories;
pub mod story_frames;
pub mod testimonial_frames;
pub mod testimonials;
pub mod treatments;
