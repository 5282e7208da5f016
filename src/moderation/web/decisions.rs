//! Deciding on a story, and taking a decision back.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};

use super::decision_page::decision_page;
use crate::accounts::Actor;
use crate::app::App;
use crate::db::StoryId;
use crate::error::{Error, FieldErrors};
use crate::gallery::Asked;
use crate::moderation::decision::{Decided, Reason, Verdict, decide};
use crate::moderation::undoing::undo;
use crate::photos::MeasuredPairs;
use crate::stories;
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status, redirect};

pub async fn show(
    app: Data<App>,
    kept: Data<MeasuredPairs>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner().revealed();
    let shown = decision_page(&app, &kept, actor, &id, asked, Refill::default()).await?;
    page(&request, "moderation/show.html", &shown)
}

pub async fn create(
    app: Data<App>,
    kept: Data<MeasuredPairs>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[
        "verdict",
        "reason",
        "note",
        "words_looked",
        "words_reason",
        "sources_sha256",
        "epoch",
    ])?;
    let story = StoryId::parse(&id).ok_or(Error::NotFound)?;
    let decided = decided(&form)?;
    let (config, who) = (app.config.clone(), actor.clone());
    let done = app
        .db
        .write(move |conn| {
            let waiting = stories::waiting(conn)?;
            decide(conn, &config, &who, &story, &decided)?;
            // The one that stood behind it is next; after the last, the one that waits longest.
            let behind = waiting.iter().skip_while(|one| one.id != story).nth(1);
            let next = behind.or(waiting.iter().find(|one| one.id != story));
            Ok(next.map(|one| one.id.clone()))
        })
        .await;
    let (status, errors) = match done {
        Ok(next) => {
            let path = next.map_or("/moderation".to_owned(), |id| {
                format!("/moderation/stories/{id}")
            });
            // What was decided stands there, with the way to take it back.
            return Ok(redirect(&path));
        }
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
        Err(Error::Conflict) => (StatusCode::CONFLICT, conflict("moderation-stale")),
        Err(Error::Refused { message, .. }) => (StatusCode::CONFLICT, conflict(&message)),
        Err(error) => return Err(error),
    };
    let asked = Asked::default().revealed();
    let form = Refill::refused(&form, &errors);
    let shown = decision_page(&app, &kept, actor, &id, asked, form).await?;
    page_with_status(&request, status, "moderation/show.html", &shown)
}

fn decided(form: &Form) -> Result<Decided, Error> {
    let mut errors = FieldErrors::default();
    let note = form.limited("note", 2000, &mut errors);
    let words_reason = form.limited("words_reason", 500, &mut errors);
    let verdict = Verdict::parse(&form.text("verdict"));
    if verdict.is_none() {
        errors.add("verdict", "field-choice");
    }
    errors.check()?;
    Ok(Decided {
        verdict: verdict.unwrap_or(Verdict::RequestChanges),
        reasons: form
            .all("reason")
            .iter()
            .filter_map(|reason| Reason::parse(reason))
            .collect(),
        note,
        // Ticked and said: the one without the other is no answer.
        words_reason: match form.ticked("words_looked") {
            true => words_reason,
            false => String::new(),
        },
        sources_sha256: form.text("sources_sha256"),
        epoch: form.text("epoch").parse().unwrap_or(-1),
    })
}

fn conflict(message: &str) -> FieldErrors {
    let mut errors = FieldErrors::default();
    errors.add("conflict", message);
    errors
}

/// Takes a decision back: the story waits again, and is shown.
pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let decision = id.into_inner();
    let story = app
        .db
        .write(move |conn| undo(conn, &actor, &decision))
        .await?;
    Ok(redirect_with(
        &visit,
        &format!("/moderation/stories/{story}"),
        "notice-undone",
    ))
}
