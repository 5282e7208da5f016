//! The pages of the desk.
pub(super) mod case;
pub(super) mod cases;
mod checklist;
pub(super) mod clients;
pub(super) mod duties;
pub(super) mod pairings;
pub(super) mod preview;
mod rows;
pub(super) mod sessions;
pub(super) mod story;
mod things;
pub(super) mod uses;
