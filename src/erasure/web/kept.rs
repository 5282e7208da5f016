//! Evidence that is kept of someone who was forgotten, handed to an admin.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};

use crate::accounts::Actor;
use crate::app::App;
use crate::consents::view_kept;
use crate::db::ConsentId;
use crate::erasure::bundle::bundle;
use crate::error::Error;
use crate::web::Form;

/// A POST, since it writes: who took it, and when.
pub async fn create(
    app: Data<App>,
    actor: Actor,
    consent: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = ConsentId::parse(&consent).ok_or(Error::NotFound)?;
    let asked = id.clone();
    let viewed = app
        .db
        .write(move |conn| view_kept(conn, &actor, &asked))
        .await?;
    let bytes = bundle(&app, &viewed).await?;
    let name = format!("attachment; filename=\"kept-evidence-{id}.zip\"");
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(bytes))
}
