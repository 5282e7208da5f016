//! Words of clients, each with what must be disclosed beside it; a selection, and called one.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::Error;
use crate::gallery::cards::shown;
use crate::gallery::told::Told;
use crate::gallery::{Catalogue, Wish};
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
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let cursor = asked
        .after
        .as_deref()
        .map(|text| Cursor::decode(text).ok_or(Error::NotFound))
        .transpose()?;
    let later = cursor.is_some();
    let all = catalogue.now(&app).await?;
    let listed = all.list(&Wish::spoken(), cursor.as_ref(), PAGE);
    let stories = listed.stories;
    let stories = app.db.read(move |conn| shown(conn, &stories)).await?;
    let shown = IndexPage {
        // A rating alone is no word.
        testimonials: stories
            .iter()
            .filter_map(Told::of)
            .filter(|told| told.words.is_some())
            .collect(),
        later,
        next: listed.next.map(|cursor| cursor.encode()),
    };
    let mut answer = page(&request, "gallery/testimonials.html", &shown)?;
    // Not everyone whose words stand here agreed to be found by them.
    answer.headers_mut().insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, noai"),
    );
    Ok(answer)
}
