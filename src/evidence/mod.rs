//! The evidence of one case as a file that a lawyer can read: what was signed and how, what it allowed and for how long, what
//! was decided and shown, what was taken back, and how each of these can be checked without us.
//!
//! Nothing is written for it: it is put together from what is kept anyway, when a moderator or an admin asks, and that they
//! asked stands in the audit chain.

use crate::web::{Routes, Who};

mod bundle;
mod case_file;
mod photo;
mod policy;
mod queries;
mod story;
mod web;

pub use bundle::{Bundle, bundle};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/cases/{id}/evidence", Who::Member, web::show)
        .post("/staff/cases/{id}/evidence", Who::Member, web::create)
}
