//! The rules of the trust model, each proved by a test that carries its id (`docs/trust.md` maps them).

mod accounts;
mod addresses;
mod channels;
mod conditions;
mod disputes;
mod doors;
mod ending;
mod erasure;
mod floods;
mod gates;
mod hostile;
pub mod narrowing;
mod paper;
mod photos;
mod predicate;
mod profiles;
mod representatives;
mod requests;
mod second_factor;
mod sessions;
mod tablet;
pub mod texts;
mod undoing;
mod uploads;
pub mod videos;
mod withdrawals;
