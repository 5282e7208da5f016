//! Whose site this is and how it looks: what the frame of every page shows of the clinic.

use actix_web::{HttpMessage, HttpRequest};
use serde::Serialize;

use super::language::Language;

/// Kept in the request's extensions by the clinic's middleware; empty where no clinic was looked up.
#[derive(Debug, Clone, Default, Serialize)]
pub struct House {
    pub name: String,
    /// What visitors are spoken to in.
    pub language: Language,
    /// IANA name; dates are shown in it.
    pub time_zone: String,
    pub tagline: String,
    pub phone: String,
    /// `tel:` and digits, or empty.
    pub phone_link: String,
    pub email: String,
    /// Empty, or begins with `https://`.
    pub booking_url: String,
    /// The pictures are drawn: every public page says so.
    pub illustrated: bool,
    /// Path of the generated style sheet, when a look was chosen.
    pub theme: Option<String>,
    pub logo: Option<HouseLogo>,
}

/// The clinic's logo in the size in which pages show it.
#[derive(Debug, Clone, Serialize)]
pub struct HouseLogo {
    pub src: String,
    pub width: i32,
    pub height: i32,
}

impl House {
    /// The request's house; an empty one outside the server (unit tests).
    pub fn of(request: &HttpRequest) -> Self {
        request
            .extensions()
            .get::<Self>()
            .cloned()
            .unwrap_or_default()
    }
}
