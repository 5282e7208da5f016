//! What the clinic offers.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::clinic::{self, Treatment};
use crate::error::Error;
use crate::gallery::cards::{Card, Filter, cards};
use crate::web::markdown::to_html;
use crate::web::page;

#[derive(Serialize)]
struct IndexPage {
    treatments: Vec<Treatment>,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let treatments = app.db.read(clinic::treatments).await?;
    page(&request, "gallery/treatments.html", &IndexPage { treatments })
}

#[derive(Serialize)]
struct ShowPage {
    treatment: Treatment,
    body: String,
    aftercare: String,
    cards: Vec<Card>,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let shown = app
        .db
        .read(move |conn| {
            let treatment = clinic::treatment_by_slug(conn, &slug)?;
            let mut filter = Filter::default();
            filter.wanted.treatment = Some(treatment.id.clone());
            let (cards, _) = cards(conn, &filter, None, 3)?;
            Ok(ShowPage {
                body: to_html(&treatment.body),
                aftercare: to_html(&treatment.aftercare),
                treatment,
                cards,
            })
        })
        .await?;
    page(&request, "gallery/treatment.html", &shown)
}
