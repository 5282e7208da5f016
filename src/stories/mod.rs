//! Stories: the publishable composition of a case: pairs, facts, the client's words, a narrative.
//!
//! ```text
//! draft → submitted → changes_requested | refused | published → unpublished
//!    ↑________________________|                  └ edited: submitted again; the approved revision stays public
//! ```
//! What the public sees is the snapshot that was approved, and of it only what the predicate says is public now.

mod actions;
mod forgetting;
mod lint;
mod queries;
mod snapshot;
mod standing;
mod story;

pub use actions::{StoryForm, create, edit, mark_published, reopen, set_state, submit, unpublish};
pub use forgetting::forget;
pub use lint::personal_data;
pub use queries::{
    Approved, Decided, approved, by_ids, by_slug, decisions, of_case, snapshot_of_approval,
    snapshots, story, waiting,
};
pub use snapshot::{PairShown, PhotoShown, Snapshot, VideoShown, compose, seen};
pub use standing::{Standing, standings};
pub use story::{Story, StoryState};
