//! The people who treat.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::clinic::{self, Practitioner};
use crate::error::Error;
use crate::gallery::cards::{Card, cards};
use crate::gallery::{Catalogue, Wish};
use crate::web::markdown::to_html;
use crate::web::page;

#[derive(Serialize)]
struct IndexPage {
    practitioners: Vec<Practitioner>,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let practitioners = app.db.read(clinic::practitioners).await?;
    let shown = IndexPage { practitioners };
    page(&request, "gallery/practitioners.html", &shown)
}

#[derive(Serialize)]
struct ShowPage {
    practitioner: Practitioner,
    /// HTML made safe.
    bio: String,
    cards: Vec<Card>,
    /// There are more than these.
    more: bool,
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
            let practitioner = clinic::practitioner_by_slug(conn, &slug)?;
            let listed = stories.list(&Wish::of_practitioner(&practitioner.id), None, 6);
            Ok(ShowPage {
                bio: to_html(&practitioner.bio),
                practitioner,
                cards: cards(conn, &listed.stories)?,
                more: listed.next.is_some(),
            })
        })
        .await?;
    page(&request, "gallery/practitioner.html", &shown)
}
