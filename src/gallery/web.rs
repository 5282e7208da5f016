//! The pages that everyone may read.

use actix_web::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::story::{Card, PublicStory, card, public_story};
use crate::app::App;
use crate::clinic::{self, Treatment};
use crate::db::Conn;
use crate::error::Error;
use crate::stories;
use crate::web::markdown::to_html;
use crate::web::page;
use crate::web::paging::Cursor;

const PAGE: usize = 12;

/// The cards after `cursor`, and where the next page begins. Candidates are read in batches until the page is full:
/// what is not public now is passed over.
fn cards(
    conn: &mut Conn,
    treatment: Option<&str>,
    mut cursor: Option<Cursor>,
    wanted: usize,
) -> Result<(Vec<Card>, Option<Cursor>), Error> {
    let mut found = Vec::new();
    loop {
        let batch = stories::newest_published(conn, treatment, cursor.as_ref(), 24)?;
        if batch.is_empty() {
            return Ok((found, None));
        }
        for (story, published_at) in batch {
            if found.len() == wanted {
                return Ok((found, cursor));
            }
            cursor = Some(Cursor {
                at: published_at,
                id: story.id.to_string(),
            });
            if let Some(shown) = public_story(conn, &story)?.and_then(card) {
                found.push(shown);
            }
        }
    }
}

#[derive(Serialize)]
struct HomePage {
    about: String,
    treatments: Vec<Treatment>,
    cards: Vec<Card>,
}

pub async fn home(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let shown = app
        .db
        .read(|conn| {
            Ok(HomePage {
                about: to_html(&clinic::clinic(conn)?.about),
                treatments: clinic::treatments(conn)?,
                cards: cards(conn, None, None, 6)?.0,
            })
        })
        .await?;
    page(&request, "gallery/home.html", &shown)
}

#[derive(Deserialize)]
pub struct Asked {
    treatment: Option<String>,
    after: Option<String>,
}

#[derive(Serialize)]
struct IndexPage {
    treatments: Vec<Treatment>,
    chosen: String,
    cards: Vec<Card>,
    next: Option<String>,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner();
    let cursor = asked
        .after
        .as_deref()
        .map(|text| Cursor::decode(text).ok_or(Error::NotFound))
        .transpose()?;
    let chosen = asked.treatment.unwrap_or_default();
    let shown = app
        .db
        .read(move |conn| {
            let treatments = clinic::treatments(conn)?;
            let treatment = match chosen.as_str() {
                "" => None,
                slug => Some(
                    treatments
                        .iter()
                        .find(|t| t.slug == slug)
                        .ok_or(Error::NotFound)?
                        .id
                        .clone(),
                ),
            };
            let (cards, next) = cards(conn, treatment.as_deref(), cursor, PAGE)?;
            Ok(IndexPage {
                treatments,
                chosen,
                cards,
                next: next.map(|c| c.encode()),
            })
        })
        .await?;
    page(&request, "gallery/index.html", &shown)
}

#[derive(Serialize)]
struct ShowPage {
    story: PublicStory,
    treatment: Treatment,
}

/// 200 while anything of it is public, 410 once it was, else 404.
pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let shown = app
        .db
        .read(move |conn| {
            let story = stories::by_slug(conn, &slug)?.ok_or(Error::NotFound)?;
            match public_story(conn, &story)? {
                Some(public) => Ok(ShowPage {
                    treatment: clinic::treatment(conn, &public.treatment_id)?,
                    story: public,
                }),
                None if story.first_published_at.is_some() => Err(Error::Gone),
                None => Err(Error::NotFound),
            }
        })
        .await?;
    let indexable = shown.story.indexable;
    let mut answer = page(&request, "gallery/show.html", &shown)?;
    if !indexable {
        answer.headers_mut().insert(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex, noai, noimageai"),
        );
    }
    Ok(answer)
}

#[derive(Serialize)]
struct TreatmentPage {
    treatment: Treatment,
    body: String,
    aftercare: String,
    cards: Vec<Card>,
}

pub async fn treatment(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let shown = app
        .db
        .read(move |conn| {
            let treatment = clinic::treatment_by_slug(conn, &slug)?;
            let (cards, _) = cards(conn, Some(&treatment.id), None, 6)?;
            Ok(TreatmentPage {
                body: to_html(&treatment.body),
                aftercare: to_html(&treatment.aftercare),
                treatment,
                cards,
            })
        })
        .await?;
    page(&request, "gallery/treatment.html", &shown)
}

pub async fn robots() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/plain; charset=utf-8"))
        .body("User-agent: *\nDisallow: /staff\nDisallow: /moderation\nDisallow: /admin\nDisallow: /c/\n")
}
