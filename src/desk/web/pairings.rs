//! All pairs that the page proposed, put side by side in one step; the story is drafted with them.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use crate::accounts::Actor;
use crate::app::App;
use crate::db::{CaseId, PhotoId};
use crate::error::Error;
use crate::photos::add_pairs;
use crate::stories;
use crate::web::flash::redirect_with;
use crate::web::{Form, House, Visit};

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["pair"])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let sent = form.all("pair");
    let wanted = sent.iter().map(|text| {
        let (before, after) = text.split_once(' ')?;
        Some((PhotoId::parse(before)?, PhotoId::parse(after)?))
    });
    let wanted: Vec<_> = wanted.collect::<Option<_>>().ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/photos");
    let texts = app.pages.texts_in(House::of(&request).language);
    app.db
        .write(move |conn| {
            add_pairs(conn, &actor, &case, &wanted)?;
            stories::create(conn, &actor, &case, &texts).map(|_| ())
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-paired-all"))
}
