//! Out of the lists, and back.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::CLINIC;
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic;
use crate::error::Error;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit};

pub async fn create(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let (kind, id) = path.into_inner();
    let back = list(&kind);
    app.db
        .write(move |conn| clinic::archive(conn, &actor, &kind, &id))
        .await?;
    Ok(redirect_with(&visit, back, "notice-archived"))
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let (kind, id) = path.into_inner();
    let back = list(&kind);
    app.db
        .write(move |conn| clinic::restore(conn, &actor, &kind, &id))
        .await?;
    Ok(redirect_with(&visit, back, "notice-restored"))
}

fn list(kind: &str) -> &'static str {
    if kind == "treatments" {
        "/admin/treatments"
    } else {
        CLINIC
    }
}
