//! The admin's pages of the clinic.
pub(super) mod clinic;
pub(super) mod house;
pub(super) mod treatments;
