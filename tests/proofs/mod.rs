//! The rules of the trust model, each proved by a test that carries its id (`docs/trust.md` maps them).

mod channels;
mod doors;
mod floods;
mod hostile;
pub mod narrowing;
mod photos;
mod sessions;
mod undoing;
mod withdrawals;
