//! What tests stand on: servers of their own, each gone with its value, and the people who use them.

pub mod app;
pub mod authenticator;
pub mod browser;
pub mod film;
pub mod forms;
pub mod head;
pub mod open_form;
pub mod s3;
pub mod smtp;
pub mod studio;
pub mod wire;
