//! The pages of the client.
pub(super) mod ask;
pub(super) mod code;
pub(super) mod manage;
pub(super) mod open;
pub(super) mod photo;
pub(super) mod receipt;
