//! The places where people are treated.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use url::form_urlencoded::Serializer;

use crate::app::App;
use crate::clinic::{self, Location};
use crate::error::Error;
use crate::gallery::cards::{Card, cards};
use crate::gallery::{Catalogue, Wish};
use crate::web::markdown::to_html;
use crate::web::page;

#[derive(Serialize)]
struct IndexPage {
    locations: Vec<Location>,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let locations = app.db.read(clinic::locations).await?;
    page(&request, "gallery/locations.html", &IndexPage { locations })
}

#[derive(Serialize)]
struct ShowPage {
    location: Location,
    /// HTML made safe.
    directions: String,
    cards: Vec<Card>,
    /// Where the others are, when there are more.
    more: Option<String>,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let stories = catalogue.now(&app).await?;
    let shown = app
        .db
        .read(move |conn| {
            let location = clinic::location_by_slug(conn, &slug)?;
            let listed = stories.list(&Wish::of_town(&location.town), None, 6);
            Ok(ShowPage {
                more: listed.next.map(|_| all_of(&location.town)),
                directions: to_html(&location.directions),
                location,
                cards: cards(conn, &listed.stories)?,
            })
        })
        .await?;
    page(&request, "gallery/location.html", &shown)
}

/// The list of all stories of a town.
fn all_of(town: &str) -> String {
    let query = Serializer::new(String::new())
        .append_pair("location", town)
        .finish();
    format!("/stories?{query}")
}
