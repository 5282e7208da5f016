//! Forms that anyone may send, as somebody sends them who reads the page first.

use chrono::Duration;

use super::browser::{Browser, Page};
use super::studio::Studio;

/// Time goes by.
pub async fn later(studio: &Studio, by: Duration) {
    let db = &studio.clinic.app.db;
    let now = db.read(candor::db::Conn::now).await.unwrap();
    db.set_clock_offset(now - chrono::Utc::now().naive_utc() + by);
}

/// Sends these fields with a token, and the trap as people leave it.
pub async fn post(visitor: &Browser, path: &str, token: &str, fields: &[(&str, &str)]) -> Page {
    let mut all = vec![("form_token", token), ("website", "")];
    all.extend_from_slice(fields);
    visitor.post_bare(path, &all).await
}

/// Opens the form, reads it, and sends it.
pub async fn send(studio: &Studio, visitor: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let token = visitor.get(path).await.expect(200).field("form_token");
    later(studio, Duration::seconds(20)).await;
    post(visitor, path, &token, fields).await
}
