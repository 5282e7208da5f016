//! One message carried over a redirect: the id of a text, never the text itself.

use actix_web::HttpResponse;
use actix_web::cookie::SameSite;

use super::{Visit, redirect};

/// Redirects to `path`, where the message `notice` (a Fluent id) is shown once.
pub fn redirect_with(visit: &Visit, path: &str, notice: &str) -> HttpResponse {
    let mut response = redirect(path);
    let cookie = visit.cookie("flash", notice.to_owned(), SameSite::Lax);
    // A cookie of our own making is always valid.
    let _ = response.add_cookie(&cookie);
    response
}

/// A message id as our own redirects send them; anything else in the cookie is ignored.
pub fn accept(value: &str) -> Option<String> {
    let fits = value.starts_with("notice-")
        && value.len() < 80
        && value
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    fits.then(|| value.to_owned())
}
