//! Whose site this is and how it looks: what the frame of every page shows of the clinic.

use actix_web::{HttpMessage, HttpRequest};
use serde::Serialize;

/// Kept in the request's extensions by the clinic's middleware; empty where no clinic was looked up.
#[derive(Debug, Clone, Default, Serialize)]
pub struct House {
    pub name: String,
    /// IANA name; dates are shown in it.
    pub time_zone: String,
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
