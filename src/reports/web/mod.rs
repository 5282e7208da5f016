//! The form that anyone may send, and the moderators' pages.

pub(super) mod desk;
pub(super) mod form;
