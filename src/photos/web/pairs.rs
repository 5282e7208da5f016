//! Putting photos side by side.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::accounts::Actor;
use crate::app::App;
use crate::db::{CaseId, PhotoId};
use crate::error::Error;
use crate::photos::{add_pair, remove_pair};
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit};

pub async fn create(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["before_id", "after_id"])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let before = PhotoId::parse(&form.text("before_id"))
        .ok_or_else(|| Error::field("before_id", "field-choice"))?;
    let after = PhotoId::parse(&form.text("after_id"))
        .ok_or_else(|| Error::field("after_id", "field-choice"))?;
    let back = format!("/staff/cases/{case}/photos");
    app.db
        .write(move |conn| add_pair(conn, &actor, &case, &before, &after))
        .await?;
    Ok(redirect_with(&visit, &back, "notice-paired"))
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = id.into_inner();
    let case = app
        .db
        .write(move |conn| remove_pair(conn, &actor, &id))
        .await?;
    Ok(redirect_with(
        &visit,
        &format!("/staff/cases/{case}/photos"),
        "notice-unpaired",
    ))
}
