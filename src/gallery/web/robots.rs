//! What search engines need not ask for.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_TYPE;

pub async fn show() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/plain; charset=utf-8"))
        .body("User-agent: *\nDisallow: /staff\nDisallow: /moderation\nDisallow: /admin\nDisallow: /c/\n")
}
