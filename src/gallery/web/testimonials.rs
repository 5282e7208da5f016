//! Words of clients, each with what must be disclosed beside it; a selection, and called one.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::Error;
use crate::gallery::cards::{Filter, listed};
use crate::gallery::story::PublicStory;
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

/// What one person said.
#[derive(Serialize)]
struct Told {
    slug: String,
    title: String,
    words: String,
    rating: Option<i32>,
    attribution: Option<String>,
    disclosures: Vec<String>,
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
        .read(move |conn| listed(conn, &Filter::default(), cursor, PAGE, told))
        .await?;
    let shown = IndexPage {
        testimonials,
        later,
        next: next.map(|cursor| cursor.encode()),
    };
    page(&request, "gallery/testimonials.html", &shown)
}

/// Of the stories that are public now, those whose words are.
fn told(story: PublicStory) -> Option<Told> {
    Some(Told {
        words: story.words?,
        slug: story.slug,
        title: story.title,
        rating: story.rating,
        attribution: story.attribution,
        disclosures: story.disclosures,
    })
}
