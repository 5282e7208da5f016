//! JSON Feed 1.1.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

use super::{About, answer, entries};
use crate::app::App;
use crate::error::Error;
use crate::gallery::Catalogue;
use crate::sharing::feed::Entry;

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let entries = entries(&app, &catalogue, &request).await?;
    let about = About::of(&app, &request);
    let link = |path: &str| app.config.web.link(path);
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.title,
        "home_page_url": link("/"),
        "feed_url": link("/feed.json"),
        "language": about.language,
        "authors": [{ "name": about.clinic, "url": link("/") }],
        // What is ours to say begins with an underscore, as the specification has it.
        "_consent": { "about": link("/how-we-collect"), "channel": "search", "rights": about.rights },
        "items": entries.iter().map(item).collect::<Vec<_>>(),
    });
    let body = feed.to_string();
    Ok(answer("application/feed+json; charset=utf-8", body))
}

fn item(entry: &Entry) -> Value {
    let mut item = json!({
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": entry.published,
    });
    if let Some(picture) = &entry.picture {
        item["image"] = json!(picture);
    }
    item
}
