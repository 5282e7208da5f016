//! How pictures and words are collected and checked.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::clinic;
use crate::error::Error;
use crate::web::markdown::to_html;
use crate::web::page;

#[derive(Serialize)]
struct ShowPage {
    /// What the clinic adds in its own words: HTML made safe.
    collecting: String,
}

pub async fn show(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let clinic = app.db.read(clinic::clinic).await?;
    let shown = ShowPage {
        collecting: to_html(&clinic.collecting),
    };
    page(&request, "gallery/collecting.html", &shown)
}
