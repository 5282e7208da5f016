//! Photos of a case: sealed originals, their edits, renditions by level, pairs, and how bytes are served.
//!
//! ```text
//! uploaded → processing ──renditions made──→ ready ──edited──→ processing
//!                └ refused (the file can't be developed; the reason is shown)          removed*
//! ```

use crate::web::{Routes, Who};

mod actions;
mod jobs;
mod pairs;
mod photo;
mod queries;
mod serving;
mod sweep;
mod web;

pub use actions::{Details, NewPhoto, Uploaded, edit, remove, upload};
pub use jobs::published;
pub use jobs::{MakeAvif, MakeRenditions};
pub use pairs::{Pair, add_pair, pairs, remove_pair};
pub use photo::{Angle, Photo, PhotoState, Stage};
pub use queries::{Rendition, best_level, content_sha256, photo, photos, renditions};
pub use serving::{client_photo, public_photo, staff_photo};
pub use sweep::{keep_swept, sweep};
pub use web::media::picture;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/media/{publication}/{file}", Who::Anyone, web::media::show)
        .get("/staff/cases/{case}/photos", Who::Staff, web::photos::index)
        .post(
            "/staff/cases/{case}/photos",
            Who::Staff,
            web::photos::create,
        )
        .get("/staff/photos/{id}", Who::Staff, web::photos::edit)
        .post("/staff/photos/{id}", Who::Staff, web::photos::update)
        .post("/staff/photos/{id}/delete", Who::Staff, web::photos::delete)
        .get(
            "/staff/photos/{id}/view/{file}",
            Who::Member,
            web::media::view,
        )
        .post("/staff/cases/{case}/pairs", Who::Staff, web::pairs::create)
        .post("/staff/pairs/{id}/delete", Who::Staff, web::pairs::delete)
}
