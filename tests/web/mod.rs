//! The pages of each slice over HTTP.

mod api;
mod asking;
mod below;
mod clinic;
mod embeds;
mod feeds;
mod finding;
mod gallery;
mod languages;
mod link_cards;
mod listing;
mod locales;
mod look;
mod openness;
mod partners;
mod reading;
mod reporting;
