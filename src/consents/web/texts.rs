//! The versions of the consent text, and each as clients read it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::clinic;
use crate::consents::{self, ConsentText, to_ask_again};
use crate::error::Error;
use crate::web::{Refill, markdown, page, page_with_status};

#[derive(Serialize)]
struct Row {
    text: ConsentText,
    in_force: bool,
    resting: i64,
}

#[derive(Serialize)]
struct IndexPage {
    texts: Vec<Row>,
    draft: bool,
    /// How many cases wait to be asked again after a recall.
    again: usize,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let read = app.db.read(|conn| {
        let language = clinic::clinic(conn)?.language;
        let in_force = consents::text_in_force(conn, language)?.map(|text| text.id);
        let mut texts = Vec::new();
        for text in consents::all_texts(conn)? {
            texts.push(Row {
                in_force: in_force.as_ref() == Some(&text.id),
                resting: consents::resting_on(conn, &text.id)?,
                text,
            });
        }
        Ok(IndexPage {
            texts,
            draft: consents::text_draft(conn)?.is_some(),
            again: to_ask_again(conn)?.len(),
        })
    });
    page(&request, "consents/texts.html", &read.await?)
}

/// A part of a text as pages show it.
#[derive(Serialize)]
pub(super) struct Part {
    pub tag: String,
    pub html: String,
}

#[derive(Serialize)]
struct ShowPage {
    text: ConsentText,
    parts: Vec<Part>,
    in_force: bool,
    resting: i64,
    whole: bool,
    /// What is typed to recall it.
    name: String,
    form: Refill,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    text_page(
        &app,
        &request,
        id.into_inner(),
        StatusCode::OK,
        Refill::default(),
    )
    .await
}

/// The page of one version, also after a recall was refused.
pub(super) async fn text_page(
    app: &App,
    request: &HttpRequest,
    id: String,
    status: StatusCode,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let read = app.db.read(move |conn| {
        let text = consents::text(conn, &id)?;
        let language = clinic::clinic(conn)?.language;
        let in_force = consents::text_in_force(conn, language)?.map(|one| one.id);
        Ok(ShowPage {
            in_force: in_force.as_ref() == Some(&text.id),
            resting: consents::resting_on(conn, &id)?,
            whole: text.is_whole(),
            name: text.name(),
            parts: parts(&text),
            text,
            form,
        })
    });
    page_with_status(request, status, "consents/text.html", &read.await?)
}

fn parts(text: &ConsentText) -> Vec<Part> {
    let blocks = text.blocks().into_iter();
    blocks
        .map(|(tag, body)| Part {
            html: markdown::to_html(&body),
            tag,
        })
        .collect()
}
