//! The whole suite as one program, so that it links once.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on says so"
)]

mod delivery;
mod demo;
mod faults;
mod journeys;
mod mail;
mod model;
mod owner;
mod proofs;
mod staff;
mod storage;
mod support;
mod web;
