//! The admins' pages of consent texts.
pub(super) mod recalls;
pub(super) mod text_drafts;
pub(super) mod texts;
