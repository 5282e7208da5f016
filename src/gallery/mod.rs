//! The public pages: home, gallery, story, treatment. All they show comes through the predicate.

use crate::web::{Routes, Who};

mod story;
mod web;

pub use story::{Card, Picture, PublicStory, card, public_story};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Who::Anyone, web::home)
        .get("/stories", Who::Anyone, web::index)
        .get("/stories/{slug}", Who::Anyone, web::show)
        .get("/treatments/{slug}", Who::Anyone, web::treatment)
        .get("/robots.txt", Who::Anyone, web::robots)
}
