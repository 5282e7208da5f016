//! Putting the key into an app, and taking it away again.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::account::refused;
use super::recovery_codes::codes_page;
use crate::accounts::signing_in::knows_password;
use crate::accounts::{Actor, queries, second_factor, session_of};
use crate::app::App;
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, House, Refill, Visit, page_with_status, qr, redirect};

/// Begins; the password stands against who found a screen unlocked.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["password"])?;
    if !knows_password(&app, &actor, form.text("password")).await? {
        return refused(&app, &request, actor, "password", "password-wrong").await;
    }
    app.db
        .write(move |conn| second_factor::begin(conn, &actor))
        .await?;
    Ok(redirect("/account/second-factor"))
}

#[derive(Serialize)]
struct EditPage {
    qr: String,
    address: String,
    letters: String,
    form: Refill,
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
) -> Result<HttpResponse, Error> {
    key_page(&app, &request, actor, StatusCode::OK, Refill::default()).await
}

async fn key_page(
    app: &App,
    request: &HttpRequest,
    actor: Actor,
    status: StatusCode,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let read = app.db.read(move |conn| {
        let factor = second_factor::second_factor(conn, &actor.id)?;
        Ok((factor, queries::user(conn, &actor.id)?.email))
    });
    let (factor, email) = read.await?;
    // The key of one that is on is never shown again.
    let Some(factor) = factor.filter(|factor| factor.confirmed_at.is_none()) else {
        return Ok(redirect("/account"));
    };
    let key = factor.key(&app.config, &House::of(request).name, &email);
    let shown = EditPage {
        qr: qr::svg(&key.address)?,
        address: key.address,
        letters: key.letters,
        form,
    };
    page_with_status(request, status, "accounts/second_factor.html", &shown)
}

/// The first code: from now on it is asked for, and the recovery codes are shown, once.
pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["code"])?;
    let here = session_of(&request).ok_or(Error::SignInRequired)?;
    let (config, who, typed) = (app.config.clone(), actor.clone(), form.text("code"));
    let codes = app
        .db
        .write(move |conn| second_factor::confirm(conn, &config, &who, &here, &typed))
        .await?;
    match codes {
        Some(codes) => codes_page(&request, codes, true),
        None => {
            let mut errors = FieldErrors::default();
            errors.add("code", "second-factor-wrong");
            let form = Refill::refused(&Form::default(), &errors);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            key_page(&app, &request, actor, status, form).await
        }
    }
}

/// Switched off, with a code of it.
pub async fn delete(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["off_code"])?;
    let (config, who, typed) = (app.config.clone(), actor.clone(), form.text("off_code"));
    let done = app
        .db
        .write(move |conn| second_factor::remove(conn, &config, &who, &typed))
        .await?;
    if !done {
        return refused(&app, &request, actor, "off_code", "second-factor-wrong").await;
    }
    Ok(redirect_with(
        &visit,
        "/account",
        "notice-second-factor-off",
    ))
}
