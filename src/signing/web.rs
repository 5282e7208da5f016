//! The pages of the client.
pub(super) mod again;
mod answers;
pub(super) mod ask;
pub(super) mod channels;
pub(super) mod code;
pub(super) mod disputes;
pub(super) mod lost;
pub(super) mod manage;
pub(super) mod open;
pub(super) mod pause;
pub(super) mod photo;
mod preview;
mod questions;
pub(super) mod receipt;
pub(super) mod renewals;
pub(super) mod requests;
mod signature;
pub(super) mod suspension;
