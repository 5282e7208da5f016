//! "This is me", and "report this story".

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::{Error, FieldErrors};
use crate::gallery::{Card, card, story_at};
use crate::reports::actions::{NewReport, report};
use crate::reports::report::Reason;
use crate::web::open_form::line;
use crate::web::{OpenForm, Refill, open_page, redirect};

#[derive(Serialize)]
struct NewPage {
    card: Option<Card>,
    reasons: [Reason; 4],
    sent: bool,
    form: Refill,
}

/// `?sent=yes` after the form was taken.
#[derive(Deserialize)]
pub struct Asked {
    sent: Option<String>,
}

pub async fn new(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let sent = asked.sent.is_some();
    show(
        &app,
        &request,
        &slug,
        StatusCode::OK,
        sent,
        Refill::default(),
    )
    .await
}

async fn show(
    app: &App,
    request: &HttpRequest,
    slug: &str,
    status: StatusCode,
    sent: bool,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let slug = slug.to_owned();
    let (shown, now) = app
        .db
        .read(move |conn| {
            let (_, story) = story_at(conn, &slug)?;
            let shown = NewPage {
                card: card(&story),
                reasons: Reason::ALL,
                sent,
                form,
            };
            Ok((shown, conn.now()?))
        })
        .await?;
    open_page(request, status, "reports/report.html", &shown, now)
}

/// Keeps the report, if the story is still public.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
    open: OpenForm,
) -> Result<HttpResponse, Error> {
    open.only(&["reason", "words", "contact"])?;
    let done = redirect(&format!("/stories/{slug}/report?sent=yes#main"));
    if open.is_void() {
        return Ok(done);
    }
    let reported = match read(&open) {
        Ok(new) => {
            let slug = slug.clone();
            app.db
                .write(move |conn| {
                    let (story, _) = story_at(conn, &slug)?;
                    report(conn, &story.id, &new)
                })
                .await
        }
        Err(error) => Err(error),
    };
    match reported {
        Ok(()) => {
            open.take();
            Ok(done)
        }
        Err(Error::Invalid(errors)) => {
            let form = Refill::refused(&open.form, &errors);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(&app, &request, &slug, status, false, form).await
        }
        Err(error) => Err(error),
    }
}

fn read(open: &OpenForm) -> Result<NewReport, Error> {
    let (form, mut errors) = (&open.form, FieldErrors::default());
    let reason = Reason::parse(&form.text("reason"));
    let new = NewReport {
        id: open.nonce.clone(),
        reason: reason.unwrap_or(Reason::Other),
        words: form.limited("words", 4000, &mut errors),
        contact: line(form, "contact", 200, &mut errors),
    };
    match reason {
        None => errors.add("reason", "field-choice"),
        Some(reason) if reason.needs_words() && new.words.is_empty() => {
            errors.add("words", "report-words-required");
        }
        Some(_) => {}
    }
    open.check_age(&mut errors);
    errors.check()?;
    Ok(new)
}
