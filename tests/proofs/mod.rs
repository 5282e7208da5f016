//! The rules of the trust model, each proved by a test that carries its id (`docs/trust.md` maps them).

mod accounts;
mod channels;
mod disputes;
mod doors;
mod ending;
mod floods;
mod hostile;
pub mod narrowing;
mod paper;
mod photos;
mod profiles;
mod second_factor;
mod sessions;
mod texts;
mod undoing;
pub mod videos;
mod withdrawals;
