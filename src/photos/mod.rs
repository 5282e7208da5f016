//! Photos of a case: sealed originals, their edits, renditions by level, pairs, and how bytes are served.
//!
//! ```text
//! uploaded → processing ──renditions made──→ ready ──edited──→ processing
//!                └ refused (the file can't be developed; the reason is shown)          removed*
//! ```

use crate::web::{Routes, Who};

mod advice;
mod comparable;
mod description;
mod details;
mod doubles;
mod focus;
mod forgetting;
mod framing;
mod jobs;
mod marks;
mod measured;
mod narrowing;
mod originals;
mod pairs;
mod photo;
mod prints;
mod progress;
mod proposal;
mod queries;
mod removal;
mod serving;
mod small;
mod suggestions;
mod sweep;
mod tally;
mod uploads;
mod web;

pub use advice::{PairAdvice, pair_advice};
pub use comparable::{aligned_words, comparison_words, unsure_words};
pub use description::{Description, describe, word};
pub use details::{Details, edit};
pub use doubles::{Double, LookCloser, doubles};
pub use focus::{published_edits, published_focus};
pub use forgetting::{DropFiles, forget};
pub use framing::{Framing, PairMeasures, frame_pair, measure_pair};
pub use jobs::{
    MakeAvif, MakeRenditions, call_off_taken_back, complete, page_of_paper, published, told,
};
pub use measured::MeasuredPairs;
pub use narrowing::show_less;
pub use originals::{OriginalView, original_views, view_original};
pub use pairs::{Pair, add_pair, add_pairs, pair, pairs, proposed_pairs, remove_pair};
pub use photo::{Angle, Photo, PhotoState, Stage, UNSAID};
pub use prints::{PrintUse, TakenPrint, outside_levels, take_print};
pub use progress::{Progress, progress};
pub use proposal::{Proposal, SessionDay, by_date, proposal, session_days};
pub use queries::{Rendition, best_level, content_sha256, kind, photo, photos, renditions};
pub use removal::remove;
pub use serving::{client_photo, original_photo, print_photo, public_photo, staff_photo};
pub use small::SmallRenditions;
pub use sweep::{keep_swept, sweep};
pub use tally::{Tally, covers, tallies};
pub use uploads::{NewPhoto, Uploaded, upload};
pub use web::media::{picture, serve_small};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/media/{publication}/{file}", Who::Anyone, web::media::show)
        .get("/staff/cases/{case}/photos", Who::Staff, web::photos::index)
        .post(
            "/staff/cases/{case}/photos",
            Who::Staff,
            web::uploads::create,
        )
        .post(
            "/staff/cases/{case}/descriptions",
            Who::Staff,
            web::descriptions::create,
        )
        .get("/staff/photos/{id}", Who::Staff, web::edits::edit)
        .post("/staff/photos/{id}", Who::Staff, web::edits::update)
        .post(
            "/staff/photos/{id}/alt",
            Who::Staff,
            web::descriptions::update,
        )
        .post("/staff/photos/{id}/delete", Who::Staff, web::photos::delete)
        .post(
            "/staff/photos/{id}/original",
            Who::Staff,
            web::originals::show,
        )
        .post("/staff/photos/{id}/print", Who::Staff, web::prints::create)
        .get("/admin/originals", Who::Admin, web::originals::index)
        .get(
            "/staff/photos/{id}/view/{file}",
            Who::Member,
            web::media::view,
        )
        .post("/staff/cases/{case}/pairs", Who::Staff, web::pairs::create)
        .get("/staff/pairs/{id}", Who::Staff, web::pair::show)
        .get("/staff/pairs/{id}/marks", Who::Staff, web::marks::show)
        .post("/staff/pairs/{id}/frame", Who::Staff, web::pair::update)
        .post("/staff/pairs/{id}/delete", Who::Staff, web::pairs::delete)
}
