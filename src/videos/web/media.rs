//! Public videos. The check comes before the conditional: a withdrawn video is never "not modified", and no part of it is left.

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HeaderName, HeaderValue,
};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::film::film;
use crate::app::App;
use crate::consents::{self, PublicVideo};
use crate::error::Error;
use crate::hash::sha256;
use crate::videos::serving::public_reel;
use crate::web::conditional::asks_for;

/// `/media/{publication}/video.mp4`, only while it is public.
pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    publication: Path<String>,
) -> Result<HttpResponse, Error> {
    let proof = proof(&app, &publication).await?;
    let reel = public_reel(&publication, &proof)?;
    Ok(marked(film(&app, &request, reel, "no-cache"), &proof))
}

/// `/media/{publication}/video.vtt`: what is said in it, as it was approved.
pub async fn captions(
    app: Data<App>,
    request: HttpRequest,
    publication: Path<String>,
) -> Result<HttpResponse, Error> {
    let proof = proof(&app, &publication).await?;
    let tag = format!("\"{}\"", sha256(proof.captions().as_bytes()));
    let mut answer = match asks_for(&request, &tag) {
        true => HttpResponse::NotModified().finish(),
        false => vtt(proof.captions()),
    };
    let headers = answer.headers_mut();
    if let Ok(tag) = tag.parse() {
        headers.insert(ETAG, tag);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(marked(answer, &proof))
}

async fn proof(app: &App, publication: &str) -> Result<PublicVideo, Error> {
    let publication = publication.to_owned();
    let asked = app
        .db
        .read(move |conn| consents::public_video(conn, &publication));
    asked.await
}

/// Captions as an answer.
pub(super) fn vtt(text: &str) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/vtt; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, "inline"))
        .body(text.to_owned())
}

fn marked(mut answer: HttpResponse, proof: &PublicVideo) -> HttpResponse {
    if !proof.indexable() {
        answer.headers_mut().insert(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex, noai, noimageai"),
        );
    }
    answer
}
