//! Words of clients in a frame on another site.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::framed::{Framed, refused};
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::{Catalogue, Index, Told, Wish, shown_on};
use crate::sharing::audience::Audience;
use crate::sharing::look::Look;
use crate::sharing::options::Options;

const SHOWN: usize = 9;

#[derive(Serialize)]
struct TestimonialsFrame {
    look: Look,
    testimonials: Vec<Told>,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let asked = (&**app, &**catalogue, &request);
    Framed::of_stories(
        asked,
        Audience::Own,
        "sharing/testimonials.html",
        testimonials,
    )
    .await
}

/// On a partner's site.
pub async fn lend(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    partner: Path<String>,
) -> Result<HttpResponse, Error> {
    let audience = Audience::Partner(partner.into_inner());
    let asked = (&**app, &**catalogue, &request);
    Framed::of_stories(asked, audience, "sharing/testimonials.html", testimonials).await
}

fn testimonials(
    conn: &mut Conn,
    stories: &Index,
    audience: &Audience,
    query: &str,
) -> Result<TestimonialsFrame, Error> {
    let known = |name: &str| Look::NAMES.contains(&name);
    let options = Options::read(query, known).map_err(refused)?;
    let look = Look::read(&options).map_err(refused)?;
    let wish = Wish::spoken().shown_on(audience.place());
    let listed = stories.list(&wish, None, SHOWN);
    let found = shown_on(conn, &listed.stories, audience.place())?;
    let told = found.iter().filter_map(|story| Told::of(story));
    Ok(TestimonialsFrame {
        look,
        // A rating alone is no word.
        testimonials: told.filter(|told| told.words.is_some()).collect(),
    })
}
