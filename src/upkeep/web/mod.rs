//! The pages of upkeep.

pub mod audit;
pub mod jobs;
