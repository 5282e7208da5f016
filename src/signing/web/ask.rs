//! The questions, one a page: show one, keep its answer, go on to the next.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::answers::answer;
use super::questions::{Question, question};
use super::signature::sign;
use crate::app::App;
use crate::clinic;
use crate::consents::{self, ConsentState};
use crate::error::Error;
use crate::signing::asking::gather;
use crate::signing::session::Client;
use crate::signing::steps::Step;
use crate::web::{Form, Refill, page, page_with_status, redirect};

/// On to the first question without an answer.
pub async fn index(app: Data<App>, client: Client) -> Result<HttpResponse, Error> {
    if !client.0.is_confirmed() {
        return Ok(redirect("/c/code"));
    }
    let id = client.0.link.consent_id.clone();
    let (consent, answers) = app
        .db
        .read(move |conn| {
            let consent = consents::consent(conn, &id)?;
            let mut answers = consent.answers();
            answers.keep_to(&consents::channels_used(conn)?);
            Ok((consent, answers))
        })
        .await?;
    Ok(match consent.state() {
        ConsentState::Sent => redirect(&format!("/c/ask/{}", Step::next(&answers).as_str())),
        ConsentState::SignedPending => redirect("/c/receipt"),
        _ => redirect("/c/manage"),
    })
}

#[derive(Deserialize, Default)]
pub struct Asked {
    /// Asks for the page where each picture has an answer of its own.
    #[serde(default)]
    each: String,
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    step: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    if !client.0.is_confirmed() {
        return Ok(redirect("/c/code"));
    }
    let step = Step::parse(&step).ok_or(Error::NotFound)?;
    let each = !asked.each.is_empty();
    show(&app, &request, &client, step, each, StatusCode::OK, None).await
}

#[derive(Serialize)]
struct NothingPage {
    clinic: String,
}

enum Shown {
    Question(Box<Question>),
    /// No pair of photos stands beside the request (any more).
    Nothing(String),
    NotOpen,
}

async fn show(
    app: &App,
    request: &HttpRequest,
    client: &Client,
    step: Step,
    each: bool,
    status: StatusCode,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let id = client.0.link.consent_id.clone();
    let texts = app.pages.texts_in(client.0.language);
    let shown = app
        .db
        .read(move |conn| {
            let consent = consents::consent(conn, &id)?;
            if consent.state() != ConsentState::Sent {
                return Ok(Shown::NotOpen);
            }
            let asking = gather(conn, consent)?;
            if asking.photos.is_empty() {
                return Ok(Shown::Nothing(clinic::clinic(conn)?.name));
            }
            let asked = question(conn, &texts, step, each, &asking, form)?;
            Ok(Shown::Question(Box::new(asked)))
        })
        .await?;
    match shown {
        Shown::Question(shown) => page_with_status(request, status, "signing/ask.html", &shown),
        Shown::Nothing(clinic) => page(request, "signing/nothing.html", &NothingPage { clinic }),
        Shown::NotOpen => Ok(redirect("/c/ask")),
    }
}

const FIELDS: &[&str] = &[
    "revision",
    "answer",
    "photo",
    "level",
    "level_*",
    "place",
    "also_partner_embed",
    "also_instagram",
    "also_facebook",
    "also_youtube",
    "also_tiktok",
    "also_print",
    "also_press",
    "also_ads",
    "also_education",
    "name",
    "words",
    "rating",
    "incentive",
    "incentive_tied",
    "insider",
    "fact",
    "facts_asked",
    "signer_name",
    "agree",
    "shown_sha256",
];

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    step: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(FIELDS)?;
    client.0.require_confirmed()?;
    let step = Step::parse(&step).ok_or(Error::NotFound)?;
    let done = match step {
        Step::Story => sign(&app, &request, &client, &form).await,
        _ => answer(&app, &client, step, &form).await,
    };
    let (status, refill) = match done {
        Ok(path) => return Ok(redirect(path)),
        Err(Error::Invalid(errors)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill::refused(&form, &errors),
        ),
        Err(Error::Conflict) => {
            let mut errors = crate::error::FieldErrors::default();
            errors.add("conflict", "ask-changed");
            (StatusCode::CONFLICT, Refill::refused(&form, &errors))
        }
        Err(error) => return Err(error),
    };
    let each = form.text("answer") == "some";
    show(&app, &request, &client, step, each, status, Some(refill)).await
}
