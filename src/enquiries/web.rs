//! "Ask about this result": the form, or how else the clinic is reached.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::actions::ask;
use super::enquiry::{Enquiry, is_contact};
use crate::app::App;
use crate::clinic;
use crate::db::Conn;
use crate::error::{Error, FieldErrors};
use crate::gallery::{Card, card, story_at};
use crate::web::open_form::line;
use crate::web::{OpenForm, Refill, open_page, redirect};

#[derive(Serialize)]
struct NewPage {
    card: Option<Card>,
    /// There is a mailbox for questions, and a way to it.
    by_form: bool,
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
    let (slug, mail) = (slug.to_owned(), app.mailer.is_configured());
    let (shown, now) = app
        .db
        .read(move |conn| {
            let (_, story) = story_at(conn, &slug)?;
            let shown = NewPage {
                card: card(&story),
                by_form: mail && !clinic::clinic(conn)?.enquiry_email.is_empty(),
                sent,
                form,
            };
            Ok((shown, conn.now()?))
        })
        .await?;
    open_page(request, status, "enquiries/question.html", &shown, now)
}

/// Takes the question, if the story is still public.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
    open: OpenForm,
) -> Result<HttpResponse, Error> {
    open.only(&["name", "contact", "call_at", "question"])?;
    let done = redirect(&format!("/stories/{slug}/question?sent=yes#main"));
    if open.is_void() {
        return Ok(done);
    }
    let mail = app.mailer.is_configured();
    let asked = match read(&open) {
        Ok(enquiry) => {
            let slug = slug.clone();
            app.db
                .write(move |conn| take(conn, &slug, &enquiry, mail))
                .await
        }
        Err(error) => Err(error),
    };
    match asked {
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

fn read(open: &OpenForm) -> Result<Enquiry, Error> {
    let (form, mut errors) = (&open.form, FieldErrors::default());
    let enquiry = Enquiry {
        id: open.nonce.clone(),
        name: line(form, "name", 120, &mut errors),
        contact: line(form, "contact", 200, &mut errors),
        call_at: line(form, "call_at", 120, &mut errors),
        question: form.required("question", 4000, &mut errors),
    };
    if errors.0.is_empty() && !is_contact(&enquiry.contact) {
        errors.add("contact", "question-contact-refused");
    }
    open.check_age(&mut errors);
    errors.check()?;
    Ok(enquiry)
}

fn take(conn: &mut Conn, slug: &str, enquiry: &Enquiry, mail: bool) -> Result<(), Error> {
    let (story, _) = story_at(conn, slug)?;
    if !mail || clinic::clinic(conn)?.enquiry_email.is_empty() {
        return Err(Error::Conflict);
    }
    ask(conn, &story.id, enquiry)
}
