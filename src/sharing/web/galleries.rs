//! The newest stories in a frame on another site, all or those of one treatment.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::framed::{Framed, refused};
use crate::app::App;
use crate::clinic;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::{Card, Catalogue, Index, Wish, card, shown_on};
use crate::sharing::audience::Audience;
use crate::sharing::frame::columns;
use crate::sharing::look::Look;
use crate::sharing::options::Options;

const SHOWN: usize = 12;

#[derive(Serialize)]
struct GalleryFrame {
    look: Look,
    /// Leaves it to the width when there is none.
    columns: Option<usize>,
    /// Slug and name, when the list is one treatment's.
    treatment: Option<(String, String)>,
    cards: Vec<Card>,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let asked = (&**app, &**catalogue, &request);
    Framed::of_stories(asked, Audience::Own, "sharing/gallery.html", gallery).await
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
    Framed::of_stories(asked, audience, "sharing/gallery.html", gallery).await
}

fn gallery(
    conn: &mut Conn,
    stories: &Index,
    audience: &Audience,
    query: &str,
) -> Result<GalleryFrame, Error> {
    let known = |name: &str| matches!(name, "treatment" | "columns") || Look::NAMES.contains(&name);
    let options = Options::read(query, known).map_err(refused)?;
    let (look, columns) = (Look::read(&options), columns(&options));
    let (look, columns) = (look.map_err(refused)?, columns.map_err(refused)?);
    let treatment = match options.get("treatment") {
        None => None,
        Some(slug) => Some(clinic::treatment_by_slug(conn, slug).map_err(unknown)?),
    };
    let wish = treatment.as_ref().map(|one| Wish::of_treatment(&one.id));
    let wish = wish.unwrap_or_default().shown_on(audience.place());
    let listed = stories.list(&wish, None, SHOWN);
    let found = shown_on(conn, &listed.stories, audience.place())?;
    Ok(GalleryFrame {
        look,
        columns,
        treatment: treatment.map(|one| (one.slug, one.name)),
        cards: found.iter().filter_map(|story| card(story)).collect(),
    })
}

/// A treatment that is not there is a slip in the address, as any other.
fn unknown(error: Error) -> Error {
    match error {
        Error::NotFound => refused(()),
        error => error,
    }
}
