//! How pictures and words are collected and checked.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::clinic;
use crate::error::Error;
use crate::gallery::Catalogue;
use crate::gallery::figures::Figures;
use crate::web::markdown::to_html;
use crate::web::page;

#[derive(Serialize)]
struct ShowPage {
    /// What the clinic adds in its own words: HTML made safe.
    collecting: String,
    figures: Figures,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let public = catalogue.now(&app).await?;
    let shown = app
        .db
        .read(move |conn| {
            Ok(ShowPage {
                collecting: to_html(&clinic::clinic(conn)?.collecting),
                figures: Figures::of(conn, &public)?,
            })
        })
        .await?;
    page(&request, "gallery/collecting.html", &shown)
}
