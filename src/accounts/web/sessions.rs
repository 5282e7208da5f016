//! Signing in and out.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Serialize;

use super::welcome;
use crate::accounts::{Actor, any_user, session, session_of, sign_in, sign_out};
use crate::app::App;
use crate::error::Error;
use crate::web::client_address::client_address;
use crate::web::{Form, Refill, Visit, page, page_with_status, redirect};

#[derive(Serialize)]
struct NewPage {
    form: Refill,
    mail: bool,
}

pub async fn new(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    if !app.db.read(any_user).await? {
        return Ok(redirect("/first-run"));
    }
    let mail = app.mailer.is_configured();
    page(
        &request,
        "accounts/sign_in.html",
        &NewPage {
            form: Refill::default(),
            mail,
        },
    )
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["email", "password"])?;
    let address = client_address(&app.config.web, &request);
    match sign_in(&app, &form.text("email"), form.text("password"), address).await {
        Ok(step) => Ok(welcome(&visit, step)),
        Err(Error::Invalid(errors)) => {
            let form = Refill::refused(&form, &errors);
            let mail = app.mailer.is_configured();
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "accounts/sign_in.html",
                &NewPage { form, mail },
            )
        }
        Err(error) => Err(error),
    }
}

pub async fn delete(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let session = session_of(&request).ok_or(Error::SignInRequired)?;
    app.db
        .write(move |conn| sign_out(conn, &actor, &session))
        .await?;
    let mut response = redirect("/sign-in");
    // A cookie of our own making is always valid.
    let _ = response.add_cookie(&session::no_cookie(&visit));
    Ok(response)
}
