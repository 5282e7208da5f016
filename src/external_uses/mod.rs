//! Copies that left for a place that is not ours: a post, a print run, the press, an advertisement (G28).
//!
//! ```text
//! recorded ──no grant stands for it any more──→ due ──someone saw it gone, with proof──→ removed*      * terminal
//! ```
//! Due is computed, never stored: a withdrawal, less of a photo, a pause and the end of time all make it so by themselves.
//! The pages are on the desk.

mod actions;
mod external_use;
mod forgetting;
mod queries;
mod telling;

pub use actions::{NewUse, open, place, record, remove};
pub use external_use::ExternalUse;
pub use forgetting::forget;
pub use queries::{Standing, due, of_case, of_client};
pub use telling::{TellDue, keep_told, tell_due};
