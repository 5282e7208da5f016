//! The question for a code, between password and session.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Serialize;

use super::welcome;
use crate::accounts::{SignedIn, second_factor};
use crate::app::App;
use crate::error::{Error, FieldErrors};
use crate::web::{Form, Refill, Visit, page, page_with_status, redirect};

const COOKIE: &str = "second-factor";

#[derive(Serialize)]
struct NewPage {
    form: Refill,
}

pub(super) fn cookie(visit: &Visit, token: String) -> Cookie<'static> {
    visit.cookie(COOKIE, token, SameSite::Lax)
}

pub async fn new(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
) -> Result<HttpResponse, Error> {
    let open = match visit.read_cookie(&request, COOKIE) {
        Some(token) => second_factor::is_open(&app, &token).await?,
        None => false,
    };
    if !open {
        return Ok(redirect("/sign-in"));
    }
    let form = Refill::default();
    page(&request, "accounts/sign_in_code.html", &NewPage { form })
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["code"])?;
    let Some(token) = visit.read_cookie(&request, COOKIE) else {
        return Ok(redirect("/sign-in"));
    };
    match second_factor::answer(&app, token, form.text("code")).await {
        Ok(Some(session)) => {
            let mut response = welcome(&visit, SignedIn::Session(session));
            // A cookie of our own making is always valid.
            let _ = response.add_cookie(&visit.expired(COOKIE));
            Ok(response)
        }
        Ok(None) => {
            let mut errors = FieldErrors::default();
            errors.add("code", "second-factor-wrong");
            let form = Refill::refused(&Form::default(), &errors);
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "accounts/sign_in_code.html",
                &NewPage { form },
            )
        }
        // Over, or the account is disabled: from the beginning.
        Err(Error::SignInRequired) => Ok(redirect("/sign-in")),
        Err(error) => Err(error),
    }
}
