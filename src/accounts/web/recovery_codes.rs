//! New recovery codes: shown once.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::account::refused;
use crate::accounts::{Actor, second_factor};
use crate::app::App;
use crate::error::Error;
use crate::web::{Form, page};

#[derive(Serialize)]
struct CodesPage {
    codes: Vec<String>,
    /// The second factor was switched on just now.
    begun: bool,
}

pub(super) fn codes_page(
    request: &HttpRequest,
    codes: Vec<String>,
    begun: bool,
) -> Result<HttpResponse, Error> {
    let shown = CodesPage { codes, begun };
    page(request, "accounts/recovery_codes.html", &shown)
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["new_code"])?;
    let (config, who, typed) = (app.config.clone(), actor.clone(), form.text("new_code"));
    let codes = app
        .db
        .write(move |conn| second_factor::new_recovery_codes(conn, &config, &who, &typed))
        .await?;
    match codes {
        Some(codes) => codes_page(&request, codes, false),
        None => refused(&app, &request, actor, "new_code", "second-factor-wrong").await,
    }
}
