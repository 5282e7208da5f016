//! Moderation: the queue, the gates as four lights, and the decision, which publishes in one transaction.

use crate::web::{Routes, Who};

mod changes;
mod decision;
mod gate;
mod gates;
mod history;
mod queue;
mod review;
mod undoing;
mod web;

pub use decision::{Decided, Reason, Verdict, decide};
pub use gate::{Gate, Light};
pub use review::{Review, review};
pub use undoing::{UNDO_TIME, undo};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/moderation", Who::Moderator, web::queue::index)
        .get(
            "/moderation/stories/{id}",
            Who::Moderator,
            web::decisions::show,
        )
        .post(
            "/moderation/stories/{id}",
            Who::Moderator,
            web::decisions::create,
        )
        .post(
            "/moderation/decisions/{id}/delete",
            Who::Moderator,
            web::decisions::delete,
        )
}
