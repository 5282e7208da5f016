//! Sealed originals: given out one at a time, each time with a reason; and the list of who looked.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::accounts::Actor;
use crate::app::App;
use crate::consents::StaffGrant;
use crate::db::PhotoId;
use crate::error::{Error, FieldErrors};
use crate::photos::{OriginalView, original_photo, original_views, view_original};
use crate::web::{Form, page};

const PER_PAGE: i64 = 50;

/// A POST, since it writes: who looked, when and why. The file comes as a download without the name it once had.
pub async fn show(
    app: Data<App>,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let grant = StaffGrant::of(&actor)?;
    form.only(&["reason"])?;
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let reason = form.required("reason", 300, &mut errors);
    errors.check()?;
    let photo = id.clone();
    let viewed = app
        .db
        .write(move |conn| view_original(conn, &actor, &grant, &photo, &reason))
        .await?;
    let bytes = original_photo(&app, &viewed).await?;
    let (kind, extension) = match viewed.kind.as_str() {
        "png" => ("image/png", "png"),
        "webp" => ("image/webp", "webp"),
        "heic" => ("image/heic", "heic"),
        _ => ("image/jpeg", "jpg"),
    };
    let name = format!("attachment; filename=\"original-{id}.{extension}\"");
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(bytes))
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    page: u32,
}

#[derive(Serialize)]
struct IndexPage {
    views: Vec<OriginalView>,
    next: Option<u32>,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let number = asked.page.min(100_000);
    let skip = i64::from(number) * PER_PAGE;
    let mut views = app
        .db
        .read(move |conn| original_views(conn, skip, PER_PAGE + 1))
        .await?;
    let more = i64::try_from(views.len()).unwrap_or_default() > PER_PAGE;
    views.truncate(usize::try_from(PER_PAGE).unwrap_or_default());
    let next = more.then_some(number + 1);
    page(
        &request,
        "photos/originals.html",
        &IndexPage { views, next },
    )
}
