//! What visitors report about a story: that it shows them without their yes, that a photo is someone else's, that it misleads.
//!
//! ```text
//! open ──a moderator settles it──→ taken_down | kept        what was written is emptied then
//! ```
//! A report hides nothing by itself: anyone could take anybody's story down by it. It alarms every moderator by mail, waits
//! on top of their pages, and there one press takes the story down. Who is shown has a quicker way, which asks nobody: the
//! link of their receipt, sent again on the page "Your link".

use crate::web::{Routes, Who};

mod actions;
mod forgetting;
mod jobs;
mod queries;
mod report;
mod web;

pub use actions::{NewReport, report, settle};
pub use forgetting::forget;
pub use jobs::TellModerator;
pub use queries::{count_open, is_reported};
pub use report::{Outcome, Reason, Report};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/stories/{slug}/report", Who::Anyone, web::form::new)
        .post("/stories/{slug}/report", Who::Anyone, web::form::create)
        .get("/moderation/reports", Who::Moderator, web::desk::index)
        .get("/moderation/reports/{id}", Who::Moderator, web::desk::edit)
        .post(
            "/moderation/reports/{id}",
            Who::Moderator,
            web::desk::update,
        )
}
