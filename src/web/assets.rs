//! Style sheets and scripts, embedded, under one address per build so that browsers may keep them for good.

use std::sync::OnceLock;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use actix_web::{HttpResponse, web};
use sha2::{Digest, Sha256};

use super::{Routes, Who};
use crate::error::Error;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/static"]
struct Files;

/// The address of an asset, such as `css/public.css`.
pub fn address(path: &str) -> String {
    format!("/assets/{}/{path}", version())
}

/// A hash over all assets.
fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let mut hash = Sha256::new();
        for name in Files::iter() {
            if let Some(file) = Files::get(&name) {
                hash.update(name.as_bytes());
                hash.update(file.metadata.sha256_hash());
            }
        }
        hash.finalize()
            .iter()
            .take(6)
            .map(|b| format!("{b:02x}"))
            .collect()
    })
}

pub fn routes() -> Routes {
    Routes::new().get("/assets/{version}/{path:.*}", Who::Anyone, show)
}

async fn show(path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let (asked, path) = path.into_inner();
    let file = Files::get(&path).ok_or(Error::NotFound)?;
    let cache = if asked == version() && !cfg!(debug_assertions) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let kind = mime_guess::from_path(&path).first_or_octet_stream();
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind.as_ref()))
        .insert_header((CACHE_CONTROL, cache))
        .insert_header((ETAG, format!("\"{}\"", version())))
        .body(file.data.into_owned()))
}
