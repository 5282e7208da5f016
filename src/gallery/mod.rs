//! The public pages: home, stories, treatments, people, words. All they show of clients comes through the predicate.

use crate::web::{Routes, Who};

mod angles;
mod cards;
mod catalogue;
mod compare;
mod figures;
mod film;
mod lasting;
mod made;
mod markup;
mod named;
mod picture;
mod preview;
mod sought;
mod story;
mod told;
mod web;

pub use angles::{PublicAngle, PublicStage, Since};
pub use cards::{Card, card, cards, shown, shown_on};
pub use catalogue::{Catalogue, Index, Listed, Sort, Wish, label};
pub use compare::{Asked, Compare, compare};
pub use picture::Picture;
pub use preview::{preview, preview_pairs};
pub use sought::{Asked as AskedOfList, Sought};
pub use story::{Place, PublicStory, public_story, story_at, story_on};
pub use told::Told;
pub use web::link_cards::LinkCards;
pub use web::story::StoryPage;

/// The pages of this slice.
pub fn routes() -> Routes {
    const OF_A_PAGE: &str = "/{page:stories|treatments|practitioners|locations|testimonials|find|how-we-collect|verified}/card.png";
    const OF_ONE: &str = "/{kind:stories|treatments|practitioners|locations}/{slug}/card.png";
    Routes::new()
        // First: no slug has a dot.
        .get("/card.png", Who::Anyone, web::link_cards::home)
        .get(OF_A_PAGE, Who::Anyone, web::link_cards::page)
        .get(OF_ONE, Who::Anyone, web::link_cards::show)
        .get("/", Who::Anyone, web::home::show)
        .get("/stories", Who::Anyone, web::stories::index)
        .get("/stories/{slug}", Who::Anyone, web::story::show)
        .get("/find", Who::Anyone, web::find::show)
        .get("/shortlist", Who::Anyone, web::shortlist::show)
        .get("/treatments", Who::Anyone, web::treatments::index)
        .get("/treatments/{slug}", Who::Anyone, web::treatments::show)
        .get("/practitioners", Who::Anyone, web::practitioners::index)
        .get(
            "/practitioners/{slug}",
            Who::Anyone,
            web::practitioners::show,
        )
        .get("/locations", Who::Anyone, web::locations::index)
        .get("/locations/{slug}", Who::Anyone, web::locations::show)
        .get("/testimonials", Who::Anyone, web::testimonials::index)
        .get("/how-we-collect", Who::Anyone, web::collecting::show)
        .get("/verified", Who::Anyone, web::verified::show)
        .get("/robots.txt", Who::Anyone, web::robots::show)
        .get("/sitemap.xml", Who::Anyone, web::sitemap::index)
        .get("/sitemaps/{name}.xml", Who::Anyone, web::sitemap::part)
}
