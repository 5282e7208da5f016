//! Pictures over HTTP. The check comes before the conditional: a revoked photo is never "not modified".

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use crate::accounts::Actor;
use crate::app::App;
use crate::consents::{self, StaffGrant};
use crate::db::PhotoId;
use crate::error::Error;
use crate::imaging::{Level, WIDTHS};
use crate::photos::serving::{Served, public_photo, staff_photo};
use crate::web::conditional::asks_for;

/// `/media/{publication}/{width}.{jpg|avif}`: only sizes that exist, only while it is public.
pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (publication, file) = path.into_inner();
    let (width, format) = size(&file).ok_or(Error::NotFound)?;
    let grant = app
        .db
        .read(move |conn| consents::public_media(conn, &publication, width, &format))
        .await?;
    let tag = format!("\"{}\"", grant.sha256());
    let mut answer = if asks_for(&request, &tag) {
        HttpResponse::NotModified().finish()
    } else {
        picture(public_photo(&app, &grant).await?)
    };
    let headers = answer.headers_mut();
    if let Ok(tag) = tag.parse() {
        headers.insert(ETAG, tag);
    }
    headers.insert(
        CACHE_CONTROL,
        actix_web::http::header::HeaderValue::from_static("no-cache"),
    );
    if !grant.indexable() {
        headers.insert(
            actix_web::http::header::HeaderName::from_static("x-robots-tag"),
            actix_web::http::header::HeaderValue::from_static("noindex, noai, noimageai"),
        );
    }
    Ok(answer)
}

/// A width and an extension as we write them; any other address is none of ours.
fn size(file: &str) -> Option<(i32, String)> {
    let (width, format) = file.split_once('.')?;
    if !matches!(format, "jpg" | "avif") || width.len() > 4 || width.starts_with(['0', '+']) {
        return None;
    }
    Some((width.parse().ok()?, format.to_owned()))
}

/// `/staff/photos/{id}/view/{level}-{width}.jpg` for those who work with photos.
pub async fn view(
    app: Data<App>,
    actor: Actor,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let grant = StaffGrant::of(&actor)?;
    let (id, file) = path.into_inner();
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let (level, width) = file
        .strip_suffix(".jpg")
        .and_then(|name| name.split_once('-'))
        .ok_or(Error::NotFound)?;
    let level = match level {
        "bare" => None,
        other => Some(Level::parse(other).ok_or(Error::NotFound)?),
    };
    let width = width
        .parse()
        .ok()
        .filter(|w| WIDTHS.contains(w))
        .ok_or(Error::NotFound)?;
    let width = i32::try_from(width).map_err(|_| Error::NotFound)?;
    let mut answer = picture(staff_photo(&app, &grant, &id, level, width).await?);
    answer.headers_mut().insert(
        CACHE_CONTROL,
        actix_web::http::header::HeaderValue::from_static("private, no-store"),
    );
    Ok(answer)
}

/// The bytes as an answer that a browser may only treat as a picture.
pub fn picture(served: Served) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, served.format.content_type()))
        .insert_header(("content-disposition", "inline"))
        .body(served.bytes)
}
