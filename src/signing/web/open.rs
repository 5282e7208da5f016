//! The first page of a private link. It says little, and nothing happens until the button is pressed.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::app::App;
use crate::clients;
use crate::clinic;
use crate::consents::{self, ClosedLink, LinkPurpose};
use crate::error::Error;
use crate::jobs::{Job, Lease};
use crate::mail::Mail;
use crate::signing::session::{self, Client};
use crate::web::{Form, Visit, page, page_with_status, redirect};

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
    let found = app
        .db
        .read(move |conn| {
            let link = consents::token_link(conn, &asked)?;
            let language = consents::language(conn, &link.consent_id)?;
            Ok((clinic::clinic(conn)?.name, link, language))
        })
        .await;
    let (clinic, link, language) = match found {
        Err(Error::NotFound) => return closed(&app, &request, token).await,
        found => found?,
    };
    Visit::of(&request).set_language(language);
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

#[derive(Serialize)]
struct ClosedPage {
    clinic: String,
    why: &'static str,
    forgotten_at: Option<NaiveDateTime>,
    kept_until: Option<NaiveDateTime>,
}

/// A link of ours that opens nothing any more says why; one that never was ours looks like any unknown address.
async fn closed(app: &App, request: &HttpRequest, token: String) -> Result<HttpResponse, Error> {
    let read = app.db.read(move |conn| {
        let why = consents::closed_link(conn, &token)?.ok_or(Error::NotFound)?;
        let language = consents::language_of_closed(conn, &token)?;
        Ok((clinic::clinic(conn)?.name, why, language))
    });
    let (clinic, why, language) = read.await?;
    Visit::of(request).set_language(language);
    let (status, why, forgotten_at, kept_until) = match why {
        ClosedLink::Signed => (StatusCode::NOT_FOUND, "signed", None, None),
        ClosedLink::Replaced => (StatusCode::NOT_FOUND, "replaced", None, None),
        ClosedLink::Withdrawn => (StatusCode::NOT_FOUND, "withdrawn", None, None),
        ClosedLink::Expired => (StatusCode::NOT_FOUND, "expired", None, None),
        ClosedLink::Forgotten { at, kept_until } => {
            (StatusCode::GONE, "forgotten", Some(at), kept_until)
        }
    };
    let shown = ClosedPage {
        clinic,
        why,
        forgotten_at,
        kept_until,
    };
    page_with_status(request, status, "signing/closed.html", &shown)
}

/// Moves the token from the address into a short-lived cookie.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    token: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let token = token.into_inner();
    let asked = token.clone();
    let opened = app
        .db
        .write(move |conn| {
            let link = consents::token_link(conn, &asked)?;
            Ok((consents::open_session(conn, &link, None)?, link.purpose))
        })
        .await;
    let (secret, purpose) = match opened {
        Err(Error::NotFound) => return closed(&app, &request, token).await,
        opened => opened?,
    };
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
            let url = consents::invite_url(&app.config, &self.link, LinkPurpose::Invite);
            let values = json!({ "clinic": clinic, "url": url });
            app.mailer
                .send(&Mail {
                    to,
                    subject: app
                        .pages
                        .render_in(language, "mail/invite/subject.txt", &values)?
                        .trim()
                        .to_owned(),
                    text: app
                        .pages
                        .render_in(language, "mail/invite/body.txt", &values)?,
                    html: None,
                })
                .await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
