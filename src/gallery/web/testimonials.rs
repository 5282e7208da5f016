//! Words of clients, each with what must be disclosed beside it; a selection, and called one.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::Error;
use crate::gallery::cards::{Filter, listed};
use crate::gallery::story::PublicStory;
use crate::gallery::told::Told;
use crate::web::page;
use crate::web::paging::Cursor;

const PAGE: usize = 12;

#[derive(Default, Deserialize)]
pub struct Asked {
    after: Option<String>,
}

#[derive(Serialize)]
struct IndexPage {
    testimonials: Vec<Told>,
    later: bool,
    next: Option<String>,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let cursor = asked
        .after
        .as_deref()
        .map(|text| Cursor::decode(text).ok_or(Error::NotFound))
        .transpose()?;
    let later = cursor.is_some();
    let (testimonials, next) = app
        .db
        .read(move |conn| listed(conn, &Filter::default(), cursor, PAGE, in_words))
        .await?;
    let shown = IndexPage {
        testimonials,
        later,
        next: next.map(|cursor| cursor.encode()),
    };
    let mut answer = page(&request, "gallery/testimonials.html", &shown)?;
    // Not everyone whose words stand here agreed to be found by them.
    answer.headers_mut().insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, noai"),
    );
    Ok(answer)
}

/// A rating alone is no word.
fn in_words(story: PublicStory) -> Option<Told> {
    Told::of(&story).filter(|told| told.words.is_some())
}
