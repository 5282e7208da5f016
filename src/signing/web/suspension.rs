//! A consent that someone disputes: suspended by staff at once, lifted by a moderator once that is settled.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::accounts::Actor;
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
    let back = format!("/staff/cases/{case}/consent");
    let why = form.text("why");
    app.db
        .write(move |conn| {
            consents::suspend(conn, &actor, &case, &why)?;
            external_uses::tell_due(conn)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-suspended"))
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let is_staff = actor.has(crate::accounts::Role::Staff);
    let back = match is_staff {
        true => format!("/staff/cases/{case}/consent"),
        false => "/moderation".to_owned(),
    };
    app.db
        .write(move |conn| {
            consents::lift_suspension(conn, &actor, &case)?;
            external_uses::tell_due(conn)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-suspension-lifted"))
}
