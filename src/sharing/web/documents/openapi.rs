//! The API described for programs.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use crate::app::App;
use crate::sharing::api::openapi::document;
use crate::sharing::web::answer::found;
use crate::web::House;

pub async fn show(app: Data<App>, request: HttpRequest) -> HttpResponse {
    let clinic = House::of(&request).name;
    found(&document(&app.config.web, &app.pages.texts, &clinic))
}
