//! The first page: one story large, what the clinic does, the newest stories.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::clinic::{self, Location, Treatment};
use crate::error::Error;
use crate::gallery::cards::{Card, card, shown};
use crate::gallery::told::Told;
use crate::gallery::{Catalogue, Wish, markup};
use crate::web::markdown::to_html;
use crate::web::{House, page};

#[derive(Serialize)]
struct HomePage {
    about: String,
    treatments: Vec<Treatment>,
    locations: Vec<Location>,
    /// The newest story that anyone may see without being asked first.
    hero: Option<Card>,
    cards: Vec<Card>,
    /// Of the newest stories, the first words that may also be found by search engines: this page is.
    told: Option<Told>,
    /// For search engines: JSON-LD.
    markup: String,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let newest = catalogue.now(&app).await?.list(&Wish::default(), None, 7);
    let mut shown = app
        .db
        .read(move |conn| {
            let stories = shown(conn, &newest.stories)?;
            let mut found = stories.iter().filter(|story| story.indexable);
            let told = found.find_map(|story| Told::of(story).filter(|told| told.words.is_some()));
            let mut cards: Vec<Card> = stories.iter().filter_map(|story| card(story)).collect();
            let hero = cards.iter().position(|card| !card.sensitive);
            let hero = hero.map(|place| cards.remove(place));
            cards.truncate(6);
            Ok(HomePage {
                about: to_html(&clinic::clinic(conn)?.about),
                treatments: clinic::treatments(conn)?,
                locations: clinic::locations(conn)?,
                hero,
                cards,
                told,
                markup: String::new(),
            })
        })
        .await?;
    let link = |path: &str| app.config.web.link(path);
    shown.markup = markup::of_clinic(&House::of(&request), &shown.locations, link);
    page(&request, "gallery/home.html", &shown)
}
