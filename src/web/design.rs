//! The living page of all components, for admins: what a page is made of, in every state.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::{Refill, Routes, Who, page};
use crate::error::Error;

/// The pages of this module.
pub fn routes() -> Routes {
    Routes::new().get("/admin/components", Who::Admin, index)
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: &'static str,
}

#[derive(Serialize)]
struct IndexPage {
    form: Refill,
    refused: Refill,
    options: Vec<Choice>,
    colours: &'static [&'static str],
}

async fn index(request: HttpRequest) -> Result<HttpResponse, Error> {
    let shown = IndexPage {
        form: Refill::with([
            ("name", "Noor Hale".to_owned()),
            ("about", "Point by point.".to_owned()),
        ]),
        refused: Refill {
            errors: [("town_refused".to_owned(), "field-required".to_owned())].into(),
            ..Refill::default()
        },
        options: vec![
            Choice {
                value: "north",
                label: "North Street",
            },
            Choice {
                value: "harbour",
                label: "Harbour Road",
            },
        ],
        colours: COLOURS,
    };
    page(&request, "design/index.html", &shown)
}

/// Custom properties of `static/css/tokens.css`; each has a class `swatch-<name>`.
const COLOURS: &[&str] = &[
    "bone", "paper", "sunk", "ink", "soft", "line", "edge", "accent", "well", "wait", "danger",
    "stage",
];
