//! The headers that keep an answer from being taken for what we did not mean.

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue, STRICT_TRANSPORT_SECURITY};

use super::policy;

const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", policy::PAGE),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    (
        "permissions-policy",
        "camera=(self), microphone=(), geolocation=(), interest-cohort=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
    // Whoever agreed to be found agreed to nothing else.
    ("x-robots-tag", "noai, noimageai"),
];

/// Puts them on an answer that does not carry its own.
pub fn put_on(headers: &mut HeaderMap, secure: bool) {
    for (name, value) in HEADERS {
        if !headers.contains_key(*name) {
            headers.insert(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
    }
    if secure {
        headers.insert(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
}
