//! How far photos are, for the script on a page that waits for them. Whoever asks is looking: those photos come first.

use std::time::Instant;

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header::ACCEPT;
use serde_json::json;

use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::photos::{Double, Photo, Progress, doubles, progress};
use crate::web::text::Texts;

pub(super) fn wants_json(request: &HttpRequest) -> bool {
    request
        .headers()
        .get(ACCEPT)
        .is_some_and(|value| value.as_bytes().starts_with(b"application/json"))
}

/// Tells how far the photos are that `read` finds.
pub(super) async fn tell(
    app: &App,
    read: impl FnOnce(&mut Conn) -> Result<Vec<Photo>, Error> + Send + 'static,
) -> Result<HttpResponse, Error> {
    let found = app.db.read(move |conn| {
        let all = read(conn)?;
        Ok((progress(conn, &all)?, doubles(conn, &all)?, all))
    });
    let (progress, doubles, all) = found.await?;
    let of = |photo: &Photo| progress.get(&photo.id).copied();
    look_at(
        app,
        all.iter().filter_map(|photo| Some((photo, of(photo)?))),
    );
    let told = |photo: &Photo| {
        let double = doubles.get(&photo.id);
        of(photo).map(|progress| one(&app.pages.texts, photo, progress, double))
    };
    let states: Vec<_> = all.iter().filter_map(told).collect();
    Ok(HttpResponse::Ok().json(json!({ "photos": states })))
}

fn one(
    texts: &Texts,
    photo: &Photo,
    progress: Progress,
    double: Option<&Double>,
) -> serde_json::Value {
    let why = photo.refusal.as_ref().or(photo.warning.as_ref());
    let double = double.map(|double| {
        json!({ "photo": double.id, "case": double.case_id, "here": double.case_id == photo.case_id })
    });
    json!({
        "id": photo.id,
        "state": photo.state,
        "progress": progress,
        "words": texts.get(progress.words()),
        "message": why.map(|id| texts.get(id)),
        "double": double,
    })
}

/// Someone has the page of these photos open: those still awaited are made before others.
pub(super) fn look_at<'a>(app: &App, some: impl Iterator<Item = (&'a Photo, Progress)>) {
    let awaited = some.filter(|(_, progress)| progress.is_awaited());
    app.attention
        .give(awaited.map(|(photo, _)| photo.id.as_str()), Instant::now());
}
