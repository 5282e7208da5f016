//! A client's own photos, for the client who proved to be one.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::{Data, Path};

use crate::app::App;
use crate::consents::ClientGrant;
use crate::db::PhotoId;
use crate::error::Error;
use crate::imaging::{Level, WIDTHS};
use crate::photos::{client_photo, picture};
use crate::signing::session::Client;

pub async fn show(
    app: Data<App>,
    client: Client,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let grant = ClientGrant::of(&client.0).map_err(|_| Error::NotFound)?;
    let (id, file) = path.into_inner();
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let (level, width) = version(&file).ok_or(Error::NotFound)?;
    let mut answer = picture(client_photo(&app, &grant, &id, level, width).await?);
    answer
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(answer)
}

/// `area_only-1024.jpg`, in the widths that exist; `area_only.jpg` is the one for a phone.
fn version(file: &str) -> Option<(Level, i32)> {
    let name = file.strip_suffix(".jpg")?;
    let (level, width) = match name.split_once('-') {
        Some((level, width)) => (level, width.parse().ok()?),
        None => (name, 640),
    };
    if !WIDTHS.contains(&width) {
        return None;
    }
    Some((Level::parse(level)?, i32::try_from(width).ok()?))
}
