//! The one-time code that stands between a link and the photos.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::clients;
use crate::consents::{self, CodeCheck, LinkPurpose};
use crate::error::{Error, FieldErrors};
use crate::jobs;
use crate::signing::session::{Client, SendCode};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status, redirect};

#[derive(Serialize)]
struct EditPage {
    /// Whether a code can be mailed; otherwise the clinic says it.
    mail: bool,
    form: Refill,
}

async fn show(
    app: &App,
    request: &HttpRequest,
    client: &Client,
    status: StatusCode,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let id = client.0.link.client_id.clone();
    let email = app.db.read(move |conn| clients::address(conn, &id)).await?;
    let mail = app.mailer.is_configured() && email.is_some();
    page_with_status(
        request,
        status,
        "signing/code.html",
        &EditPage { mail, form },
    )
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
) -> Result<HttpResponse, Error> {
    if client.0.is_confirmed() {
        return Ok(redirect(onward(&client)));
    }
    show(&app, &request, &client, StatusCode::OK, Refill::default()).await
}

fn onward(client: &Client) -> &'static str {
    match client.0.link.purpose {
        LinkPurpose::Invite => "/c/ask",
        LinkPurpose::Manage => "/c/manage",
    }
}

pub async fn create(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let link = client.0.link;
    app.db
        .write(move |conn| {
            jobs::enqueue(
                conn,
                &SendCode {
                    link: link.id,
                    client: link.client_id,
                },
            )
        })
        .await?;
    Ok(redirect_with(&visit, "/c/code", "notice-code-sent"))
}

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["code"])?;
    let (config, session, code) = (app.config.clone(), client.0.clone(), form.text("code"));
    let checked = app
        .db
        .write(move |conn| consents::check_code(conn, &config, &session, &code))
        .await?;
    let message = match checked {
        CodeCheck::Confirmed => return Ok(redirect(onward(&client))),
        CodeCheck::Wrong => "code-wrong",
        CodeCheck::Spent => "code-spent",
    };
    let mut errors = FieldErrors::default();
    errors.add("code", message);
    show(
        &app,
        &request,
        &client,
        StatusCode::UNPROCESSABLE_ENTITY,
        Refill::refused(&form, &errors),
    )
    .await
}
