//! How pictures and words are collected and checked.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::error::Error;
use crate::web::page;

#[derive(Serialize)]
struct ShowPage {}

pub async fn show(request: HttpRequest) -> Result<HttpResponse, Error> {
    page(&request, "gallery/collecting.html", &ShowPage {})
}
