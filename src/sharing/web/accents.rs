//! The colour of a frame as a style sheet: the address says it all, and our own rules make it readable.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Path;

use crate::clinic::Theme;
use crate::error::Error;

/// `/embed/accent-7a4e24.css`.
pub async fn show(accent: Path<String>) -> Result<HttpResponse, Error> {
    let sheet = Theme::of(Some(&format!("#{accent}")), None).sheet();
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "public, max-age=86400"))
        .insert_header(("cross-origin-resource-policy", "cross-origin"))
        .body(sheet.ok_or(Error::NotFound)?.css))
}
