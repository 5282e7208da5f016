//! What an admin looks after: work in the background that waits, work that needs a person, and the chain of who did what.
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
        .get("/admin/jobs", Who::Admin, web::jobs::index)
        .get("/admin/audit", Who::Admin, web::audit::index)
        .post("/admin/jobs/{id}/attempts", Who::Admin, web::jobs::create)
        .post("/admin/jobs/{id}/delete", Who::Admin, web::jobs::delete)
}
