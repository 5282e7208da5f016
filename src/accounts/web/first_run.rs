//! The first page of a new installation: it makes the first admin, once.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Serialize;

use super::welcome;
use crate::accounts::{NewUser, Role, SignedIn, any_user, create_first_admin};
use crate::app::App;
use crate::error::Error;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct NewPage {
    form: Refill,
}

pub async fn new(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    if app.db.read(any_user).await? {
        return Err(Error::NotFound);
    }
    page(
        &request,
        "accounts/first_run.html",
        &NewPage {
            form: Refill::default(),
        },
    )
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["name", "email", "password"])?;
    if app.db.read(any_user).await? {
        return Err(Error::NotFound);
    }
    let new = NewUser {
        name: form.text("name"),
        email: form.text("email"),
        roles: Role::ALL.to_vec(),
    };
    match create_first_admin(&app, new, form.text("password")).await {
        Ok(token) => Ok(welcome(&visit, SignedIn::Session(token))),
        Err(Error::Invalid(errors)) => {
            let form = Refill::refused(&form, &errors);
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "accounts/first_run.html",
                &NewPage { form },
            )
        }
        Err(error) => Err(error),
    }
}
