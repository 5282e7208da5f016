//! A client's own photos, for the client who proved to be one.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::{Data, Path};

use crate::app::App;
use crate::consents::ClientGrant;
use crate::db::PhotoId;
use crate::error::Error;
use crate::imaging::Level;
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
    let level = file
        .strip_suffix(".jpg")
        .and_then(Level::parse)
        .ok_or(Error::NotFound)?;
    let mut answer = picture(client_photo(&app, &grant, &id, level, 640).await?);
    answer
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(answer)
}
