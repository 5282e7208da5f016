//! Tokens in every form: an HMAC over a cookie of this browser and its session, so that no other site can post.

use actix_web::HttpRequest;
use actix_web::http::header::{HOST, ORIGIN};

use super::Visit;
use crate::config::Config;
use crate::error::Error;

/// The name of the hidden field.
pub const FIELD: &str = "form_token";

/// The token for forms on this page.
///
/// # Errors
/// When the operating system has no randomness to give.
pub fn token(config: &Config, visit: &Visit) -> Result<String, Error> {
    let seed = match visit.seed() {
        Some(seed) => seed,
        None => {
            let seed = crate::db::random_hex(16)?;
            visit.set_fresh_seed(seed.clone());
            seed
        }
    };
    let tag = config.secrets.session.sign(&message(&seed, visit));
    Ok(tag.iter().map(|b| format!("{b:02x}")).collect())
}

/// Checks the token of a posted form, and that the browser says the form was ours.
///
/// # Errors
/// `Forbidden` when it was not.
pub fn check(config: &Config, request: &HttpRequest, token: &str) -> Result<(), Error> {
    same_origin(config, request)?;
    let visit = Visit::of(request);
    let seed = visit.seed().ok_or(Error::Forbidden)?;
    let tag = decode(token).ok_or(Error::Forbidden)?;
    if config.secrets.session.verify(&message(&seed, &visit), &tag) {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}

/// What browsers say of where a POST comes from, where they say it.
///
/// # Errors
/// `Forbidden` when it is another site.
pub(super) fn same_origin(config: &Config, request: &HttpRequest) -> Result<(), Error> {
    let header = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok());
    match header("sec-fetch-site") {
        Some("same-origin" | "none") => return Ok(()),
        Some(_) => return Err(Error::Forbidden),
        None => {}
    }
    // Our pages send no referrer, so some browsers call our own origin "null": the token decides then.
    let Some(origin) = header(ORIGIN.as_str()).filter(|origin| *origin != "null") else {
        return Ok(());
    };
    let base = config.web.base_url.origin().ascii_serialization();
    let here =
        header(HOST.as_str()).map(|host| format!("{}://{host}", config.web.base_url.scheme()));
    if origin == base || here.as_deref() == Some(origin) {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}

fn message(seed: &str, visit: &Visit) -> Vec<u8> {
    format!("form:{seed}:{}", visit.binding()).into_bytes()
}

/// The bytes of 64 hexadecimal digits.
pub(super) fn decode(hex: &str) -> Option<Vec<u8>> {
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    (0..64)
        .step_by(2)
        .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).ok())
        .collect()
}
