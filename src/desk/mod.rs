//! The desk: where staff see how each case stands and what to do next. All of it is computed from what the slices
//! below know; nothing is stored here, so it can't be out of date.

use crate::web::{Routes, Who};

mod facts;
mod status;
mod steps;
mod web;
mod words;

pub use facts::{Facts, gather};
pub use status::{Status, Tab};
pub use steps::{Step, StepState, steps};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/clients", Who::Staff, web::clients::index)
        .get("/staff/clients/{id}", Who::Staff, web::clients::show)
        .get("/staff/cases", Who::Staff, web::cases::index)
        .get("/staff/cases/{id}", Who::Staff, web::case::show)
        .post(
            "/staff/cases/{id}/sessions",
            Who::Staff,
            web::sessions::create,
        )
        .post(
            "/staff/cases/{id}/sessions/{session}/delete",
            Who::Staff,
            web::sessions::delete,
        )
        .post(
            "/staff/cases/{case}/pairings",
            Who::Staff,
            web::pairings::create,
        )
        .get("/staff/cases/{case}/uses", Who::Staff, web::uses::index)
        .post("/staff/cases/{case}/uses", Who::Staff, web::uses::create)
        .post("/staff/uses/{id}", Who::Staff, web::uses::update)
        .get("/staff/duties", Who::Staff, web::duties::index)
        .post(
            "/staff/uses/{id}/removal",
            Who::Staff,
            web::duties::create_removal,
        )
        .post(
            "/staff/stories/{id}/search-removals",
            Who::Staff,
            web::duties::create_search,
        )
        .post("/staff/requests/{id}", Who::Staff, web::duties::update)
        .get("/staff/cases/{case}/story", Who::Staff, web::story::edit)
        .post("/staff/cases/{case}/story", Who::Staff, web::story::update)
        .get(
            "/staff/cases/{case}/story/preview",
            Who::Staff,
            web::preview::show,
        )
        .post(
            "/staff/cases/{case}/story/submission",
            Who::Staff,
            web::story::create_submission,
        )
        .post(
            "/staff/cases/{case}/story/unpublishing",
            Who::Staff,
            web::story::delete,
        )
}
