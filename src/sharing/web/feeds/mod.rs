//! What is new, as programs follow it.

use actix_web::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};

use crate::app::App;
use crate::error::Error;
use crate::gallery::Catalogue;
use crate::sharing::feed::{self, Entry};
use crate::web::kept::may_be_kept;
use crate::web::{House, Language};

pub mod atom;
pub mod json;

/// Said in every feed.
struct About {
    title: String,
    rights: String,
    clinic: String,
    language: Language,
}

impl About {
    fn of(app: &App, request: &HttpRequest) -> Self {
        let House { name, language, .. } = House::of(request);
        let texts = app.pages.texts_in(language);
        let text = |id: &str| texts.format(id, &[("clinic", &name)]);
        Self {
            title: text("feed-title"),
            rights: text("share-rights"),
            clinic: name,
            language,
        }
    }
}

async fn entries(
    app: &App,
    catalogue: &Catalogue,
    request: &HttpRequest,
) -> Result<Vec<Entry>, Error> {
    let stories = catalogue.now(app).await?;
    let texts = app.pages.texts_in(House::of(request).language);
    let config = app.config.clone();
    app.db
        .read(move |conn| feed::entries(conn, &stories, &config.web, &texts))
        .await
}

/// To be seen, not to be learned from. Who has it asks whether it changed, after we asked what is public.
fn answer(kind: &'static str, body: String) -> HttpResponse {
    let mut answer = HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .body(body);
    answer.headers_mut().insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noai, noimageai"),
    );
    may_be_kept(&mut answer);
    answer
}
