//! Forgetting a client: everything is taken back, what holds anything of the person is emptied or removed, and files go by jobs
//! that are tried until they are gone. What has to be kept is kept for as long as the clinic's profile says, and no longer.
//!
//! ```text
//! known ──an admin, once, for good──→ forgotten      evidence of signatures: kept ──its day has come──→ gone
//! ```
//! Each slice empties its own tables (`forgetting.rs`); here is what all of it is: one transaction under the client's lock. The
//! ledger keeps it, so that a restored backup forgets again before it serves anything.

use crate::web::{Routes, Who};

mod actions;
mod bundle;
mod outlook;
mod replay;
mod sweep;
mod web;

pub use actions::erase;
pub use outlook::{Outlook, outlook};
pub use replay::replay;
pub use sweep::keep_no_longer;

/// The pages of this slice.
pub fn routes() -> Routes {
    use web::{erasures, kept};
    Routes::new()
        .get("/admin/erasures", Who::Admin, erasures::index)
        .get("/admin/clients/{id}/erasure", Who::Admin, erasures::new)
        .post("/admin/clients/{id}/erasure", Who::Admin, erasures::create)
        .post(
            "/admin/erasures/{consent}/evidence",
            Who::Admin,
            kept::create,
        )
}
