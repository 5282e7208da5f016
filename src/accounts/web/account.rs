//! One's own account: its second factor.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use serde::Serialize;

use crate::accounts::second_factor::{recovery_codes_left, second_factor};
use crate::accounts::{Actor, FactorStanding, factor_standing, queries};
use crate::app::App;
use crate::error::{Error, FieldErrors};
use crate::web::{Form, Refill, page_with_status};

#[derive(Serialize)]
struct ShowPage {
    email: String,
    on_since: Option<NaiveDateTime>,
    /// A key was made and its first code not given yet.
    begun: bool,
    codes_left: i64,
    /// The clinic asks those who decide for it, this person among them.
    asked: bool,
    form: Refill,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
) -> Result<HttpResponse, Error> {
    account_page(&app, &request, actor, StatusCode::OK, Refill::default()).await
}

/// The page, also after something on it was refused.
pub(super) async fn account_page(
    app: &App,
    request: &HttpRequest,
    actor: Actor,
    status: StatusCode,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let read = app.db.read(move |conn| {
        let factor = second_factor(conn, &actor.id)?;
        let on_since = factor.as_ref().and_then(|factor| factor.confirmed_at);
        Ok(ShowPage {
            email: queries::user(conn, &actor.id)?.email,
            begun: factor.is_some() && on_since.is_none(),
            on_since,
            codes_left: recovery_codes_left(conn, &actor.id)?,
            asked: factor_standing(conn, &actor)? != FactorStanding::NotAsked,
            form,
        })
    });
    page_with_status(request, status, "accounts/account.html", &read.await?)
}

/// The page with one field refused.
pub(super) async fn refused(
    app: &App,
    request: &HttpRequest,
    actor: Actor,
    field: &str,
    message: &str,
) -> Result<HttpResponse, Error> {
    let mut errors = FieldErrors::default();
    errors.add(field, message);
    let form = Refill::refused(&Form::default(), &errors);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    account_page(app, request, actor, status, form).await
}
