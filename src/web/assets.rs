//! Style sheets and scripts under one address per build, so that browsers may keep them for good: compressed when the
//! program is built and embedded; in debug builds read from disk.

use actix_web::http::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE,
    ETAG, VARY,
};
use actix_web::{HttpRequest, HttpResponse, web};
use bytes::Bytes;

use super::conditional::asks_for;
use super::encoding::Encoding;
use super::{Routes, Who};
use crate::error::Error;

#[cfg(debug_assertions)]
#[path = "assets/from_disk.rs"]
mod source;
#[cfg(not(debug_assertions))]
#[path = "assets/embedded.rs"]
mod source;

/// What is sent for one path.
pub struct Asset {
    pub kind: String,
    /// A hash of the bytes.
    pub tag: String,
    pub plain: Bytes,
    pub brotli: Option<Bytes>,
    pub gzip: Option<Bytes>,
}

/// The address of an asset, such as `css/public.css`.
pub fn address(path: &str) -> String {
    format!("/assets/{}/{path}", source::version())
}

/// The addresses of a module and of all that it imports, so that a page may ask for them at once.
///
/// # Errors
/// When a module is not there.
pub fn modules(path: &str) -> Result<Vec<String>, Error> {
    let paths = source::modules(path)?;
    Ok(paths.iter().map(|path| address(path)).collect())
}

pub fn routes() -> Routes {
    Routes::new().get("/assets/{version}/{path:.*}", Who::Anyone, show)
}

async fn show(
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (asked, path) = path.into_inner();
    let asset = asset(&path)?;
    Ok(respond(&request, &asset, asked == source::version()))
}

/// The asset at this path below `static/`, whatever its address is.
///
/// # Errors
/// `NotFound`.
pub fn asset(path: &str) -> Result<Asset, Error> {
    source::find(path)?.ok_or(Error::NotFound)
}

/// The asset in the best form that the browser takes. `lasting`: the address names these very bytes.
pub fn respond(request: &HttpRequest, asset: &Asset, lasting: bool) -> HttpResponse {
    let accepted = request
        .headers()
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let (encoding, body) = match Encoding::best(accepted) {
        Encoding::Brotli => (Encoding::Brotli, asset.brotli.as_ref()),
        Encoding::Gzip => (Encoding::Gzip, asset.gzip.as_ref()),
        Encoding::Plain => (Encoding::Plain, None),
    };
    let (encoding, body) = match body {
        Some(body) => (encoding, body),
        None => (Encoding::Plain, &asset.plain),
    };
    let tag = format!("\"{}{}\"", asset.tag, encoding.suffix());
    let fresh = asks_for(request, &tag);
    let mut answer = if fresh {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((ETAG, tag))
        .insert_header((VARY, "Accept-Encoding"))
        // Our frames on other sites may be sealed off and have no origin; there is nothing of anybody in these files.
        .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .insert_header(("cross-origin-resource-policy", "cross-origin"))
        .insert_header((
            CACHE_CONTROL,
            if lasting && !cfg!(debug_assertions) {
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            },
        ));
    if fresh {
        return answer.finish();
    }
    if let Some(name) = encoding.name() {
        answer.insert_header((CONTENT_ENCODING, name));
    }
    answer
        .insert_header((CONTENT_TYPE, asset.kind.as_str()))
        .body(body.clone())
}
