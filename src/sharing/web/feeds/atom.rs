//! Atom (RFC 4287).

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::{About, answer, entries};
use crate::app::App;
use crate::error::Error;
use crate::gallery::Catalogue;
use crate::sharing::feed::{Entry, updated};
use crate::web::Language;

#[derive(Serialize)]
struct Feed {
    language: Language,
    title: String,
    rights: String,
    clinic: String,
    home: String,
    address: String,
    updated: String,
    entries: Vec<Entry>,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let entries = entries(&app, &catalogue, &request).await?;
    let About {
        title,
        rights,
        clinic,
        language,
    } = About::of(&app, &request);
    let feed = Feed {
        language,
        title,
        rights,
        clinic,
        home: app.config.web.link("/"),
        address: app.config.web.link("/feed.xml"),
        updated: updated(&entries),
        entries,
    };
    let body = app.pages.render_in(language, "sharing/feed.xml", &feed)?;
    Ok(answer("application/atom+xml; charset=utf-8", body))
}
