//! Questions of visitors about a result: mailed to the clinic and kept nowhere else.
//!
//! ```text
//! asked ──mail taken──→ gone            its row belongs to its job: whatever ends the job ends the row
//!   └ the mail server refuses: parked ──tried again, or dropped by an admin──→ gone
//! ```

use crate::web::{Routes, Who};

mod actions;
mod enquiry;
mod forgetting;
mod jobs;
mod web;

pub use actions::ask;
pub use enquiry::{Enquiry, is_contact};
pub use forgetting::forget;
pub use jobs::SendEnquiry;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/stories/{slug}/question", Who::Anyone, web::new)
        .post("/stories/{slug}/question", Who::Anyone, web::create)
}
