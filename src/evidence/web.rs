//! The page that offers the evidence of a case, and the download.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::bundle::bundle;
use super::policy::may_take;
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::cases;
use crate::clients;
use crate::db::{CaseId, Conn};
use crate::error::Error;
use crate::web::{Form, page};

#[derive(Serialize)]
struct ShowPage {
    case: CaseId,
    client: String,
    /// Pictures are for those who work with them.
    pictures: bool,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    may_take(&actor)?;
    let id = CaseId::parse(&id).ok_or(Error::NotFound)?;
    let pictures = actor.has(Role::Staff) || actor.has(Role::Moderator);
    let shown = move |conn: &mut Conn| {
        let case = cases::case(conn, &id)?;
        Ok(ShowPage {
            client: clients::client(conn, &case.client_id)?.name,
            case: id,
            pictures,
        })
    };
    page(&request, "evidence/show.html", &app.db.read(shown).await?)
}

/// A POST, since it writes: who took it, and when.
pub async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    may_take(&actor)?;
    form.only(&["pictures"])?;
    let id = CaseId::parse(&id).ok_or(Error::NotFound)?;
    let bundle = bundle(&app, &actor, &id, form.ticked("pictures")).await?;
    let name = format!("attachment; filename=\"evidence-{id}.zip\"");
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(bundle.bytes))
}
