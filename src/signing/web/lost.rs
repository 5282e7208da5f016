//! "Lost your link?": the same answer for an address that is known and one that is not.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::app::App;
use crate::audit::Doer;
use crate::clients;
use crate::clinic;
use crate::consents::{self, LinkPurpose};
use crate::db::{ClientId, Conn};
use crate::error::{Error, FieldErrors};
use crate::jobs::{self, Job, Lease};
use crate::mail::Mail;
use crate::web::open_form::line;
use crate::web::{OpenForm, Refill, open_page, redirect};

#[derive(Serialize)]
struct NewPage {
    /// A mail can be sent.
    mail: bool,
    sent: bool,
    form: Refill,
}

/// `?sent=yes` after the form was taken.
#[derive(Deserialize)]
pub struct Asked {
    sent: Option<String>,
}

pub async fn new(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let sent = asked.sent.is_some();
    show(&app, &request, StatusCode::OK, sent, Refill::default()).await
}

async fn show(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    sent: bool,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let now = app.db.read(Conn::now).await?;
    let mail = app.mailer.is_configured();
    let shown = NewPage { mail, sent, form };
    open_page(request, status, "signing/lost.html", &shown, now)
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    open: OpenForm,
) -> Result<HttpResponse, Error> {
    open.only(&["email"])?;
    let done = redirect("/lost-link?sent=yes#main");
    if open.is_void() {
        return Ok(done);
    }
    let mut errors = FieldErrors::default();
    let email = line(&open.form, "email", 200, &mut errors);
    if !email.contains('@') {
        errors.add("email", "field-email");
    }
    open.check_age(&mut errors);
    if !errors.0.is_empty() {
        let form = Refill::refused(&open.form, &errors);
        return show(
            &app,
            &request,
            StatusCode::UNPROCESSABLE_ENTITY,
            false,
            form,
        )
        .await;
    }
    app.db.write(move |conn| send(conn, &email)).await?;
    open.take();
    Ok(done)
}

/// To everyone who gave this address: a couple may share one.
fn send(conn: &mut Conn, email: &str) -> Result<(), Error> {
    for client in clients::with_email(conn, email)? {
        if let Some(link) = consents::send_again(conn, &Doer::Visitor, &client)? {
            jobs::enqueue(conn, &SendManageLink { link, client })?;
        }
    }
    Ok(())
}

/// Mails a manage link to the address on file; the queue holds its id only.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendManageLink {
    pub link: String,
    pub client: ClientId,
}

impl Job for SendManageLink {
    const NAME: &'static str = "send_manage_link";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let (asked, link) = (self.client.clone(), self.link.clone());
        let (to, clinic, language) = app
            .db
            .read(move |conn| {
                let consent = consents::consent_of_link(conn, &link)?;
                let language = consents::language(conn, &consent)?;
                let to = clients::address(conn, &asked)?;
                Ok((to, clinic::clinic(conn)?.name, language))
            })
            .await?;
        if let Some(to) = to {
            let url = consents::invite_url(&app.config, &self.link, LinkPurpose::Manage);
            let values = json!({ "clinic": clinic, "url": url });
            let mail = Mail {
                to,
                subject: app
                    .pages
                    .render_in(language, "mail/manage/subject.txt", &values)?
                    .trim()
                    .to_owned(),
                text: app
                    .pages
                    .render_in(language, "mail/manage/body.txt", &values)?,
                html: None,
            };
            app.mailer.send(&mail).await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
