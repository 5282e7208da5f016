//! The HTTP toolkit, without a domain: pages, forms, tokens against forged forms, routes with who may call them.

mod arriving;
pub mod assets;
pub mod bundle;
pub mod client_address;
pub mod compress;
pub mod conditional;
pub mod csrf;
pub mod days;
pub mod design;
pub mod encoding;
pub mod error_page;
pub mod flash;
pub mod forms;
pub mod headers;
pub mod house;
pub mod kept;
pub mod language;
pub mod markdown;
pub mod nowhere;
mod numbers;
pub mod open_form;
pub mod pages;
pub mod paging;
mod patience;
pub mod policy;
pub mod prefix;
pub mod qr;
pub mod ranges;
pub mod routes;
mod senders;
mod speech;
pub mod text;
pub mod upload;
pub mod visit;

pub use forms::{Form, Refill};
pub use house::{House, HouseLogo};
pub use language::Language;
pub use open_form::OpenForm;
pub use pages::{open_page, page, page_for_anyone, page_in, page_with_status};
pub use routes::{Routes, Who};
pub use senders::Senders;
pub use visit::Visit;

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;

/// Sends the browser on after a POST (303: the next request is a GET).
pub fn redirect(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, path))
        .finish()
}
