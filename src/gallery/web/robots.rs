//! What search engines need not ask for, and whom we ask to stay away: what clients allow is to be seen, not to be learned from.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::Data;

use crate::app::App;

/// Crawlers of makers of models, by the names that their makers publish.
const COLLECTORS: [&str; 16] = [
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-training-data-crawler",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "ImagesiftBot",
    "meta-externalagent",
    "Omgilibot",
    "PerplexityBot",
];

pub async fn show(app: Data<App>) -> HttpResponse {
    let collectors = COLLECTORS
        .map(|name| format!("User-agent: {name}\n"))
        .concat();
    let sitemap = app.config.web.link("/sitemap.xml");
    // Below a path nobody asks for this file: the lines are there to be copied into that of the site around us.
    let at = app.config.web.prefix();
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/plain; charset=utf-8"))
        .body(format!(
            "User-agent: *\nDisallow: {at}/staff\nDisallow: {at}/moderation\nDisallow: {at}/admin\nDisallow: {at}/c/\n\n\
             {collectors}Disallow: {at}/\n\nSitemap: {sitemap}\n"
        ))
}
