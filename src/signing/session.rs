//! The browser session of a client, found from its cookie; and the mail with the one-time code.

use actix_web::body::BoxBody;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::app::App;
use crate::clients;
use crate::consents::{self, ClientSession};
use crate::error::Error;
use crate::jobs::{Job, Lease};
use crate::mail::Mail;
use crate::web::Visit;

const COOKIE: &str = "client";

/// The cookie that keeps a session's secret. Strict: no other site's link carries it.
pub(super) fn cookie(visit: &Visit, secret: String) -> Cookie<'static> {
    visit.cookie(COOKIE, secret, SameSite::Strict)
}

pub(super) fn no_cookie(visit: &Visit) -> Cookie<'static> {
    visit.expired(COOKIE)
}

/// Middleware: finds the client's session behind the cookie.
///
/// # Errors
/// When the database does not answer and a cookie had to be looked up.
pub async fn identify(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    match recognise(&request).await {
        Ok(()) => next.call(request).await,
        Err(error) => Ok(request.error_response(error)),
    }
}

async fn recognise(request: &ServiceRequest) -> Result<(), Error> {
    let visit = Visit::of(request.request());
    let (Some(secret), Some(app)) = (
        visit.read_cookie(request.request(), COOKIE),
        request.app_data::<web::Data<App>>().cloned(),
    ) else {
        return Ok(());
    };
    if let Some(session) = app
        .db
        .read(move |conn| consents::session(conn, &secret))
        .await?
    {
        visit.bind(&session.id);
        visit.set_client_link();
        visit.set_language(session.language);
        request.extensions_mut().insert(Found(session));
    }
    Ok(())
}

#[derive(Clone)]
struct Found(ClientSession);

/// The client's session of a request.
pub struct Client(pub ClientSession);

impl FromRequest for Client {
    type Error = Error;
    type Future = std::future::Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.extensions().get::<Found>().cloned();
        std::future::ready(found.map(|found| Self(found.0)).ok_or(Error::LinkRequired))
    }
}

/// Mails a new one-time code. The code is made when the mail is written, so that no queue holds one.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendCode {
    pub link: String,
    pub client: crate::db::ClientId,
}

impl Job for SendCode {
    const NAME: &'static str = "send_code";

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let (config, link, client) = (app.config.clone(), self.link.clone(), self.client.clone());
        let (code, email, language) = app
            .db
            .write(move |conn| {
                let to = clients::address(conn, &client)?;
                let consent = consents::consent_of_link(conn, &link)?;
                let language = consents::language(conn, &consent)?;
                let code = consents::sign_code(conn, &config, &link)?;
                Ok((code, to, language))
            })
            .await?;
        if let Some(to) = email {
            let values = json!({ "code": code });
            app.mailer
                .send(&Mail {
                    to,
                    subject: app
                        .pages
                        .render_in(language, "mail/code/subject.txt", &values)?
                        .trim()
                        .to_owned(),
                    text: app
                        .pages
                        .render_in(language, "mail/code/body.txt", &values)?,
                    html: None,
                })
                .await?;
        }
        app.db.write(move |conn| lease.finish(conn)).await
    }
}
