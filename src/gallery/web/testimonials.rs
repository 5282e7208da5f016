//! Words of clients, each with what must be disclosed beside it; a selection, and called one, or all that clients allow.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clinic::{self, Display};
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
    /// All that clients allow; otherwise a selection (G20).
    all: bool,
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
    let read = app
        .db
        .read(move |conn| Ok((shown(conn, &stories)?, clinic::display(conn)?)));
    let (stories, display) = read.await?;
    let shown = IndexPage {
        // A rating alone is no word.
        testimonials: stories
            .iter()
            .filter_map(|story| Told::or_filmed(story))
            .filter(|told| told.words.is_some() || told.filmed)
            .collect(),
        all: display == Display::All,
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
