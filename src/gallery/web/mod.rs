//! The pages that everyone may read.

pub mod collecting;
pub mod find;
pub mod home;
pub mod link_cards;
pub mod locations;
pub mod practitioners;
pub mod robots;
pub mod shortlist;
pub mod sitemap;
pub mod stories;
pub mod story;
pub mod testimonials;
pub mod treatments;
pub mod verified;
