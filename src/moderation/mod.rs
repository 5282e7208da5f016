//! Moderation: the queue, the gates as four lights, and the decision, which publishes in one transaction.

use crate::web::{Routes, Who};

mod decision;
mod gates;
mod review;
mod web;

pub use decision::{Decided, Reason, Verdict, decide};
pub use gates::{Gate, Light};
pub use review::{Review, review};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/moderation", Who::Moderator, web::index)
        .get("/moderation/stories/{id}", Who::Moderator, web::show)
        .post("/moderation/stories/{id}", Who::Moderator, web::create)
}
