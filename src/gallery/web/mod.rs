//! The pages that everyone may read.

pub mod collecting;
pub mod home;
pub mod practitioners;
pub mod robots;
pub mod stories;
pub mod testimonials;
pub mod treatments;
