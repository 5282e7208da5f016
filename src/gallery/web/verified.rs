//! What "verified" means here, and what it does not.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::error::Error;
use crate::web::page;

#[derive(Serialize)]
struct ShowPage {}

pub async fn show(request: HttpRequest) -> Result<HttpResponse, Error> {
    page(&request, "gallery/verified.html", &ShowPage {})
}
