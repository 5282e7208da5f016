//! What others show or read of the gallery: frames on the clinic's other sites, feeds, and the API. Everything goes through the
//! same predicate as the pages; what is withdrawn is gone here in the same moment, since nothing is handed out but addresses
//! that are asked again.
//!
//! ```text
//! frames, oEmbed   channel website: on sites that an admin said are the clinic's (clinic/sites.rs)
//! partners' frames channel partner_embed: each partner has addresses of its own, which that partner alone may frame
//! API              channel website: closed until an admin opens it for the clinic's own programs
//! feeds            channel search: collected by strangers, so only what search engines may keep
//! ```

use crate::web::{Routes, Who};

mod address;
mod api;
mod audience;
mod feed;
mod frame;
mod look;
mod opening;
mod options;
mod web;

/// The pages of this slice.
pub fn routes() -> Routes {
    use web::{
        accents, documents, feeds, galleries, oembed, openings, practitioners, scripts, sites,
        stories, story_frames, testimonial_frames, testimonials, treatments,
    };
    let (all, admin) = (Who::Anyone, Who::Admin);
    Routes::new()
        .get("/embed/stories/{slug}", all, story_frames::show)
        .get("/embed/gallery", all, galleries::show)
        .get("/embed/testimonials", all, testimonial_frames::show)
        .get(
            "/embed/for/{partner}/stories/{slug}",
            all,
            story_frames::lend,
        )
        .get("/embed/for/{partner}/gallery", all, galleries::lend)
        .get(
            "/embed/for/{partner}/testimonials",
            all,
            testimonial_frames::lend,
        )
        .get("/embed/accent-{accent:[0-9a-f]{6}}.css", all, accents::show)
        .get("/embed.js", all, scripts::show)
        .get("/oembed", all, oembed::show)
        .get("/feed.xml", all, feeds::atom::show)
        .get("/feed.json", all, feeds::json::show)
        .get("/api", all, documents::show)
        .get("/api/v1/openapi.json", all, documents::openapi::show)
        .get("/api/v1/stories", all, stories::index)
        .get("/api/v1/stories/{slug}", all, stories::show)
        .get("/api/v1/testimonials", all, testimonials::index)
        .get("/api/v1/treatments", all, treatments::index)
        .get("/api/v1/practitioners", all, practitioners::index)
        .get("/admin/clinic/embeds", admin, sites::index)
        .post("/admin/clinic/embeds", admin, sites::create)
        .post("/admin/clinic/embeds/{id}/delete", admin, sites::delete)
        .post("/admin/clinic/api", admin, openings::create)
        .post("/admin/clinic/api/delete", admin, openings::delete)
}
