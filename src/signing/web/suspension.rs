//! A consent that someone disputes is suspended at once, by staff or by a moderator.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::consents;
use crate::db::CaseId;
use crate::error::Error;
use crate::external_uses;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit};

pub async fn create(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["why"])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = match actor.has(Role::Staff) {
        true => format!("/staff/cases/{case}/consent"),
        false => "/moderation".to_owned(),
    };
    let why = form.text("why");
    app.db
        .write(move |conn| {
            consents::suspend(conn, &actor, &case, &why)?;
            external_uses::tell_due(conn)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-suspended"))
}
