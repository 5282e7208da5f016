//! The trust model's faults (F01–F22): what breaks, breaks closed, and nothing that was acknowledged is lost.

mod accounts;
mod arena;
mod database;
mod double;
mod instances;
mod kill;
mod outage;
mod queue;
mod races;
mod starved;
pub mod support;
mod sweep;
mod turns;
