//! Cards for previews of links: pages that have no photo to lend are shown by their title, in the clinic's colour. A card lies
//! below the address of its page and goes with it; it names what anyone may know, and of a story its treatment alone.

use std::sync::Arc;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;

use crate::app::App;
use crate::clinic;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::story::story_at;
use crate::hash::sha256;
use crate::imaging::{TextCard, text_card};
use crate::shelf::Shelf;
use crate::web::House;
use crate::web::conditional::asks_for;

/// Cards of one content version. One for each instance, shared by its threads.
#[derive(Clone)]
pub struct LinkCards(Arc<Shelf<Drawn>>);

#[derive(Clone)]
struct Drawn {
    png: Bytes,
    tag: String,
}

const BYTES: usize = 4 << 20;

impl Default for LinkCards {
    fn default() -> Self {
        Self(Arc::new(Shelf::new(BYTES)))
    }
}

/// What a card says.
struct Said {
    /// Above the title; may be empty.
    kind: String,
    title: String,
}

/// Pages that are lists or tell of the clinic, and the text that is their title.
const PAGES: [(&str, &str); 8] = [
    ("stories", "nav-stories"),
    ("treatments", "nav-treatments"),
    ("practitioners", "nav-practitioners"),
    ("locations", "locations-title"),
    ("testimonials", "nav-testimonials"),
    ("find", "find-title"),
    ("how-we-collect", "nav-collecting"),
    ("verified", "verified-title"),
];

/// `/card.png`: the clinic's own.
pub async fn home(
    app: Data<App>,
    cards: Data<LinkCards>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let House { name, tagline, .. } = House::of(&request);
    answer(&app, &cards, &request, tagline, move |_| {
        Ok(Said {
            kind: String::new(),
            title: name,
        })
    })
    .await
}

/// `/treatments/card.png` and the like.
pub async fn page(
    app: Data<App>,
    cards: Data<LinkCards>,
    request: HttpRequest,
    page: Path<String>,
) -> Result<HttpResponse, Error> {
    let House { name, language, .. } = House::of(&request);
    let known = PAGES.iter().find(|(known, _)| *known == page.as_str());
    let (_, title) = known.ok_or(Error::NotFound)?;
    let title = app.pages.texts_in(language).get(title);
    answer(&app, &cards, &request, name, move |_| {
        Ok(Said {
            kind: String::new(),
            title,
        })
    })
    .await
}

/// `/treatments/scalp/card.png` and the like; a story's is gone (410) when the story is.
pub async fn show(
    app: Data<App>,
    cards: Data<LinkCards>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (kind, slug) = path.into_inner();
    let House { name, language, .. } = House::of(&request);
    let texts = app.pages.texts_in(language);
    answer(&app, &cards, &request, name, move |conn| {
        Ok(match kind.as_str() {
            "treatments" => Said {
                kind: texts.get("case-treatment"),
                title: clinic::treatment_by_slug(conn, &slug)?.name,
            },
            "practitioners" => {
                let person = clinic::practitioner_by_slug(conn, &slug)?;
                Said {
                    kind: person.title,
                    title: person.name,
                }
            }
            "locations" => {
                let place = clinic::location_by_slug(conn, &slug)?;
                Said {
                    kind: place.town,
                    title: place.name,
                }
            }
            "stories" => {
                let (_, story) = story_at(conn, &slug)?;
                Said {
                    kind: texts.get("link-card-story"),
                    title: clinic::treatment(conn, &story.treatment_id)?.name,
                }
            }
            _ => return Err(Error::NotFound),
        })
    })
    .await
}

/// The card from memory, or drawn now. `foot` stands below the title.
async fn answer<F>(
    app: &App,
    cards: &LinkCards,
    request: &HttpRequest,
    foot: String,
    said: F,
) -> Result<HttpResponse, Error>
where
    F: FnOnce(&mut Conn) -> Result<Said, Error> + Send + 'static,
{
    // The address says all there is to know.
    if !request.query_string().is_empty() {
        return Err(Error::NotFound);
    }
    let epoch = app.db.epoch().await?;
    let path = request.path();
    let drawn = match cards.0.get(epoch, path) {
        Some(drawn) => drawn,
        None => {
            let rtl = House::of(request).language.direction() == "rtl";
            let read = app.db.read(move |conn| {
                let said = said(conn)?;
                Ok((said, clinic::clinic(conn)?.theme()))
            });
            let (said, theme) = read.await?;
            let drawn = draw(app, said, foot, theme.accent_on_light(), rtl).await?;
            let (now, bytes) = (app.db.epoch_at_hand(), drawn.png.len());
            cards
                .0
                .put(epoch, now, path.to_owned(), drawn.clone(), bytes);
            drawn
        }
    };
    Ok(respond(request, &drawn))
}

async fn draw(
    app: &App,
    said: Said,
    foot: String,
    accent: [u8; 3],
    rtl: bool,
) -> Result<Drawn, Error> {
    let logo = clinic::present_logo(app).await?;
    let made = tokio::task::spawn_blocking(move || {
        text_card(&TextCard {
            kind: &said.kind,
            title: &said.title,
            foot: &foot,
            logo: logo.as_ref().map(|(_, png)| png.as_ref()),
            accent,
            rtl,
        })
    });
    let png = made
        .await
        .map_err(|e| Error::internal(format!("card: {e}")))?
        .map_err(|refusal| Error::internal(format!("card: {refusal:?}")))?;
    Ok(Drawn {
        tag: format!("\"{}\"", &sha256(&png)[..16]),
        png: Bytes::from(png),
    })
}

fn respond(request: &HttpRequest, drawn: &Drawn) -> HttpResponse {
    let has_it = asks_for(request, &drawn.tag);
    let mut answer = match has_it {
        true => HttpResponse::NotModified(),
        false => HttpResponse::Ok(),
    };
    answer
        .insert_header((ETAG, drawn.tag.as_str()))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .insert_header(("x-robots-tag", "noindex, noai, noimageai"))
        // Made to be shown elsewhere, and nothing of a client is on it.
        .insert_header(("cross-origin-resource-policy", "cross-origin"));
    match has_it {
        true => answer.finish(),
        false => answer
            .insert_header((CONTENT_TYPE, "image/png"))
            .body(drawn.png.clone()),
    }
}
