//! The first page of a private link. It says little, and nothing happens until the button is pressed.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::app::App;
use crate::clients;
use crate::clinic;
use crate::consents::{self, LinkPurpose};
use crate::error::Error;
use crate::jobs::{Job, Lease};
use crate::mail::Mail;
use crate::signing::session::{self, Client};
use crate::web::{Form, Visit, page, redirect};

#[derive(Serialize)]
struct ShowPage {
    clinic: String,
    invite: bool,
    token: String,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    token: Path<String>,
) -> Result<HttpResponse, Error> {
    let token = token.into_inner();
    let asked = token.clone();
    let (clinic, link) = app
        .db
        .read(move |conn| {
            Ok((
                clinic::clinic(conn)?.name,
                consents::token_link(conn, &asked)?,
            ))
        })
        .await?;
    let invite = link.purpose == LinkPurpose::Invite;
    page(
        &request,
        "signing/open.html",
        &ShowPage {
            clinic,
            invite,
            token,
        },
    )
}

/// Moves the token from the address into a short-lived cookie.
pub async fn create(
    app: Data<App>,
    visit: Visit,
    token: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let token = token.into_inner();
    let (secret, purpose) = app
        .db
        .write(move |conn| {
            let link = consents::token_link(conn, &token)?;
            Ok((consents::open_session(conn, &link, None)?, link.purpose))
        })
        .await?;
    let mut answer = redirect(match purpose {
        LinkPurpose::Invite => "/c/ask",
        LinkPurpose::Manage => "/c/manage",
    });
    // A cookie of our own making is always valid.
    let _ = answer.add_cookie(&session::cookie(&visit, secret));
    Ok(answer)
}

/// Leaves the client's pages on this browser.
pub async fn delete(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    app.db
        .write(move |conn| consents::close_session(conn, &client.0))
        .await?;
    let mut answer = redirect("/");
    // A cookie of our own making is always valid.
    let _ = answer.add_cookie(&session::no_cookie(&visit));
    Ok(answer)
}

/// Mails an invitation; the queue holds the link's id only.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendInvite {
    pub link: String,
    pub client: crate::db::ClientId,
}

impl Job for SendInvite {
    const NAME: &'static str = "send_invite";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let asked = self.client.clone();
        let (client, clinic) = app
            .db
            .read(move |conn| Ok((clients::client(conn, &asked)?, clinic::clinic(conn)?.name)))
            .await?;
        if let Some(to) = client.email {
            let url = consents::invite_url(&app.config, &self.link, LinkPurpose::Invite);
            let values = json!({ "clinic": clinic, "url": url });
            app.mailer
                .send(&Mail {
                    to,
                    subject: app
                        .pages
                        .render("mail/invite/subject.txt", &values)?
                        .trim()
                        .to_owned(),
                    text: app.pages.render("mail/invite/body.txt", &values)?,
                    html: None,
                })
                .await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
