//! The private record of a client, and the pseudonymous id that stands for it outside.

use crate::web::{Routes, Who};

mod actions;
mod client;
mod forgetting;
mod queries;
mod representative;
mod requests;
mod web;

pub use actions::{ClientForm, add, edit};
pub use client::Client;
pub use forgetting::{Forgotten, forget, forgotten};
pub use queries::{client, hold, lock, name_pattern, place_of, raise_epoch, search, with_email};
pub use representative::{
    Authority, NewRepresentative, Representative, address, end_representative, is_of_the_clinic,
    name_representative, representative, representatives,
};
pub use requests::{Request, RequestKind, answer_request, open_requests, request, requests};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/staff/clients/new", Who::Staff, web::new)
        .post("/staff/clients", Who::Staff, web::create)
        .get("/staff/clients/{id}/edit", Who::Staff, web::edit)
        .post("/staff/clients/{id}", Who::Staff, web::update)
}
