//! oEmbed 1.0: how the page at one of our addresses is put into a frame. The answer holds nothing of anyone: whoever keeps it
//! keeps an address that is asked again.

use std::collections::HashMap;

use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use crate::app::App;
use crate::clinic;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::public_story;
use crate::sharing::address::Shown;
use crate::sharing::frame::Frame;
use crate::stories;
use crate::web::House;
use crate::web::kept::may_be_kept;

/// Pixels, where nobody says how many there are.
const WIDTH: usize = 720;

/// 404 for all that has no frame, in whatever way (so the specification has it); 501 for other formats than JSON. Names that we do
/// not know are passed over: consumers add their own.
pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse, Error> {
    if asked.get("format").is_some_and(|format| format != "json") {
        let texts = app.pages.texts_in(House::of(&request).language);
        let told = json!({ "error": texts.get("oembed-format") });
        return Ok(HttpResponse::NotImplemented().json(told));
    }
    let most = |name: &str, usual: usize| match asked.get(name) {
        None => Ok(usual),
        Some(text) => match text.parse::<usize>() {
            Ok(most) if most > 0 => Ok(most.min(usual)),
            _ => Err(Error::refused(400, "oembed-size")),
        },
    };
    let base = &app.config.web.base_url;
    let address = asked.get("url").map(String::as_str).unwrap_or_default();
    let frame = Shown::at(base, address).map(Frame::plain);
    let frame = frame.ok_or(Error::NotFound)?;
    let (width, height) = (most("maxwidth", WIDTH)?, most("maxheight", frame.height())?);
    let house = House::of(&request);
    let texts = app.pages.texts_in(house.language);
    let asked = frame.shown.clone();
    app.db.read(move |conn| check(conn, &asked)).await?;
    let title = title(&frame.shown);
    let title = texts.format(title, &[("clinic", &house.name)]);
    let html = frame.html(&app.config.web, &title, &width.to_string(), height);
    let told = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": house.name,
        "provider_url": app.config.web.link("/"),
        "title": title,
        "width": width,
        "height": height,
        "html": html,
        "cache_age": 86400,
    });
    let mut answer = HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .body(told.to_string());
    may_be_kept(&mut answer);
    Ok(answer)
}

/// The id of a title. It names the clinic, and nobody: a consumer keeps it.
pub fn title(shown: &Shown) -> &'static str {
    match shown {
        Shown::Story(_) => "embed-title-story",
        Shown::Gallery(_) => "embed-title-gallery",
        Shown::Testimonials => "embed-title-testimonials",
    }
}

/// Whether there is something to show in a frame, and anyone who may.
fn check(conn: &mut Conn, shown: &Shown) -> Result<(), Error> {
    if !clinic::may_be_framed(conn)? {
        return Err(Error::NotFound);
    }
    match shown {
        Shown::Story(slug) => {
            let story = stories::by_slug(conn, slug)?.ok_or(Error::NotFound)?;
            let public = public_story(conn, &story)?;
            public.map(|_| ()).ok_or(Error::NotFound)
        }
        Shown::Gallery(Some(slug)) => clinic::treatment_by_slug(conn, slug).map(|_| ()),
        Shown::Gallery(None) | Shown::Testimonials => Ok(()),
    }
}
