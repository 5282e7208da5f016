//! Cases: what was done to whom, when, and the facts of it. A case is never published itself; its story is.

use crate::web::{Routes, Who};

mod actions;
mod case;
mod queries;
mod web;

pub use actions::{CaseForm, add, add_session, edit, remove_session};
pub use case::{Case, FACTS, Session};
pub use queries::{Listed, case, cases_of_client, newest, sessions};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff", Who::Member, web::home)
        .get("/staff/cases", Who::Staff, web::index)
        .get("/staff/cases/new", Who::Staff, web::new)
        .post("/staff/cases", Who::Staff, web::create)
        .get("/staff/cases/{id}", Who::Staff, web::show)
        .get("/staff/cases/{id}/edit", Who::Staff, web::edit)
        .post("/staff/cases/{id}", Who::Staff, web::update)
        .post(
            "/staff/cases/{id}/sessions",
            Who::Staff,
            web::create_session,
        )
        .post(
            "/staff/cases/{id}/sessions/{session}/delete",
            Who::Staff,
            web::delete_session,
        )
}
