//! Choosing a password by a link, and asking for such a link.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::json;

use super::welcome;
use crate::accounts::{choosing, delay, reset_password, set_password};
use crate::app::App;
use crate::error::Error;
use crate::mail::Mail;
use crate::web::client_address::client_address;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct EditPage {
    token: String,
    email: String,
    form: Refill,
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    token: Path<String>,
) -> Result<HttpResponse, Error> {
    let token = token.into_inner();
    let user = choosing::link_owner(&app, &token).await?;
    page(
        &request,
        "accounts/password.html",
        &EditPage {
            token,
            email: user.email,
            form: Refill::default(),
        },
    )
}

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    token: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["password"])?;
    let token = token.into_inner();
    match set_password(&app, &token, form.text("password")).await {
        Ok(step) => Ok(welcome(&visit, step)),
        Err(Error::Invalid(errors)) => {
            let user = choosing::link_owner(&app, &token).await?;
            let form = Refill::refused(&form, &errors);
            let edit = EditPage {
                token,
                email: user.email,
                form,
            };
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "accounts/password.html",
                &edit,
            )
        }
        Err(error) => Err(error),
    }
}

#[derive(Serialize)]
struct ResetPage {
    asked: bool,
    mail: bool,
    form: Refill,
}

pub async fn new(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let mail = app.mailer.is_configured();
    page(
        &request,
        "accounts/password_reset.html",
        &ResetPage {
            asked: false,
            mail,
            form: Refill::default(),
        },
    )
}

/// Answers the same whether or not there is such an account.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["email"])?;
    let email = form.text("email");
    let sender = client_address(&app.config.web, &request);
    let keys = vec![delay::key_of_address("reset", sender)];
    let (config, asked) = (app.config.clone(), email.clone());
    let found = app
        .db
        .write(move |conn| {
            delay::in_turn(conn, &keys)?;
            delay::failed(conn, &keys)?;
            reset_password(conn, &config, &asked)
        })
        .await?;
    if let Some((user, link)) = found {
        let values = json!({ "name": user.name, "url": link.url });
        let mail = Mail {
            to: user.email,
            subject: app
                .pages
                .render("mail/password_reset/subject.txt", &values)?
                .trim()
                .to_owned(),
            text: app.pages.render("mail/password_reset/body.txt", &values)?,
            html: None,
        };
        // Sent aside, so that the answer takes as long for an address we do not know.
        let mailer = app.mailer.clone();
        actix_web::rt::spawn(async move {
            if let Err(error) = mailer.send(&mail).await {
                tracing::warn!(%error, "password mail not sent");
            }
        });
    }
    let mail = app.mailer.is_configured();
    page(
        &request,
        "accounts/password_reset.html",
        &ResetPage {
            asked: true,
            mail,
            form: Refill::default(),
        },
    )
}
