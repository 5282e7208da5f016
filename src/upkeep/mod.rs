//! What an admin looks after: work in the background that waits, and work that needs a person.
//!
//! ```text
//! parked ──tried again──→ due          parked ──dropped──→ gone (never what a withdrawal still owes)
//! ```

use crate::web::{Routes, Who};

mod actions;
mod web;

pub use actions::{drop_job, is_owed, retry_job};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/admin/jobs", Who::Admin, web::index)
        .post("/admin/jobs/{id}/attempts", Who::Admin, web::create)
        .post("/admin/jobs/{id}/delete", Who::Admin, web::delete)
}
