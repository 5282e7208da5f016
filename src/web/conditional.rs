//! Whether the browser already has what it asks for.

use actix_web::HttpRequest;
use actix_web::http::header::IF_NONE_MATCH;

/// Whether the request's `If-None-Match` names this entity tag (with its quotes).
pub fn asks_for(request: &HttpRequest, tag: &str) -> bool {
    request
        .headers()
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(',')
                .any(|one| one.trim().trim_start_matches("W/") == tag)
        })
}
