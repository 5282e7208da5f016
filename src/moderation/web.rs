//! The moderators' pages.
mod decision_page;
pub(super) mod decisions;
pub(super) mod queue;
