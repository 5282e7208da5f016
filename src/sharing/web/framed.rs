//! A page for a frame: who may put it there, and the quiet note that stands there when there is nothing to show.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::{Catalogue, Index};
use crate::sharing::audience::Audience;
use crate::sharing::look::Look;
use crate::web::{page_for_anyone, policy};

/// Who may frame a page, and what is on it.
pub struct Framed<P> {
    pub origins: Vec<String>,
    pub page: Result<P, Error>,
}

/// Nothing to show: withdrawn, never there, or asked for in a way that means nothing.
#[derive(Serialize)]
struct Note {
    look: Look,
    message: &'static str,
}

impl<P: Serialize> Framed<P> {
    /// The page that `make` makes for an audience; nothing for a partner that nobody listed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn made_for(
        conn: &mut Conn,
        audience: &Audience,
        make: impl FnOnce(&mut Conn) -> Result<P, Error>,
    ) -> Result<Self, Error> {
        let origins = audience.origins(conn)?;
        let stranger = matches!(audience, Audience::Partner(_)) && origins.is_empty();
        let page = match stranger {
            true => Err(Error::NotFound),
            false => make(conn),
        };
        Ok(Self { origins, page })
    }

    /// Answers an audience with what `make` makes of the public stories and of what the address asks.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of_stories(
        (app, catalogue, request): (&App, &Catalogue, &HttpRequest),
        audience: Audience,
        template: &str,
        make: fn(&mut Conn, &Index, &Audience, &str) -> Result<P, Error>,
    ) -> Result<HttpResponse, Error>
    where
        P: Send + 'static,
    {
        let stories = catalogue.now(app).await?;
        let query = request.query_string().to_owned();
        let read = app.db.read(move |conn| {
            Self::made_for(conn, &audience, |conn| {
                make(conn, &stories, &audience, &query)
            })
        });
        read.await?.answer(request, template)
    }

    /// The page; what can't be shown becomes a note with the status that says why, so that the site around it is left whole.
    ///
    /// # Errors
    /// When we can't tell at all.
    pub fn answer(self, request: &HttpRequest, template: &str) -> Result<HttpResponse, Error> {
        let mut answer = match self.page {
            Ok(page) => page_for_anyone(request, StatusCode::OK, template, &page)?,
            Err(error) => {
                let message = match error.status() {
                    400 => "embed-refused",
                    404 => "embed-nothing",
                    410 => "embed-gone",
                    _ => return Err(error),
                };
                let note = Note {
                    look: Look::default(),
                    message,
                };
                let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::NOT_FOUND);
                page_for_anyone(request, status, "sharing/note.html", &note)?
            }
        };
        let policy = HeaderValue::from_str(&policy::framed_by(&self.origins))
            .map_err(|_| Error::internal("policy"))?;
        let headers = answer.headers_mut();
        headers.insert(CONTENT_SECURITY_POLICY, policy);
        let more = [
            ("cross-origin-resource-policy", "cross-origin"),
            ("x-robots-tag", "noindex, noai, noimageai"),
        ];
        for (name, value) in more {
            headers.insert(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        Ok(answer)
    }
}

/// The address says something that means nothing here.
pub fn refused<T>(_: T) -> Error {
    Error::refused(400, "embed-refused")
}
