//! Cases: what was done to whom, when, and the facts of it. A case is never published itself; its story is.

use crate::web::{Routes, Who};

mod actions;
mod case;
mod forgetting;
mod overview;
mod queries;
mod web;

pub use actions::{CaseForm, add, add_session, edit, remove_session};
pub use case::{Case, FACTS, Session, fact_label};
pub use forgetting::forget;
pub use overview::{Named, Wanted, named, people, session_counts};
pub use queries::{case, cases_of_client, sessions, treated_count};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff", Who::Member, web::home)
        .get("/staff/cases/new", Who::Staff, web::new)
        .post("/staff/cases", Who::Staff, web::create)
        .get("/staff/cases/{id}/edit", Who::Staff, web::edit)
        .post("/staff/cases/{id}", Who::Staff, web::update)
}
