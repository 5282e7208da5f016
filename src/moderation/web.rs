//! The moderators' pages.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use serde::Serialize;

use super::decision::{Decided, Reason, Verdict, decide};
use super::gates::{Gate, Light};
use super::review::review;
use crate::accounts::Actor;
use crate::app::App;
use crate::db::StoryId;
use crate::error::{Error, FieldErrors};
use crate::stories::{self, Snapshot, Story};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct IndexPage {
    waiting: Vec<Story>,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let waiting = app.db.read(stories::waiting).await?;
    page(&request, "moderation/index.html", &IndexPage { waiting })
}

#[derive(Serialize)]
struct LightShown {
    light: Light,
    passed: bool,
    gates: Vec<Gate>,
}

#[derive(Serialize)]
struct LevelOf {
    id: String,
    level: Option<&'static str>,
}

#[derive(Serialize)]
struct ShowPage {
    story: Story,
    snapshot: Snapshot,
    narrative: String,
    levels: Vec<LevelOf>,
    attribution: Option<String>,
    words_granted: bool,
    consent_until: Option<NaiveDateTime>,
    consent_places: Vec<String>,
    lights: Vec<LightShown>,
    passes: bool,
    reasons: Vec<&'static str>,
    sources_sha256: String,
    epoch: i64,
    form: Refill,
}

async fn show_page(app: &App, actor: Actor, id: &str, form: Refill) -> Result<ShowPage, Error> {
    let id = StoryId::parse(id).ok_or(Error::NotFound)?;
    let config = app.config.clone();
    let review = app
        .db
        .read(move |conn| review(conn, &config, &actor, &id))
        .await?;
    let passes = review.passes();
    let facts = review.facts;
    let lights = [Light::Consent, Light::Photos, Light::Facts, Light::Words]
        .into_iter()
        .map(|light| {
            let gates: Vec<Gate> = review
                .gates
                .iter()
                .filter(|gate| gate.light == light)
                .cloned()
                .collect();
            LightShown {
                light,
                passed: gates.iter().all(|gate| gate.passed),
                gates,
            }
        })
        .collect();
    let places = facts
        .consent
        .as_ref()
        .and_then(|c| c.answers().place)
        .map(|p| p.channels())
        .unwrap_or_default();
    Ok(ShowPage {
        narrative: crate::web::markdown::to_html(&facts.snapshot.narrative),
        levels: facts
            .photos
            .iter()
            .map(|one| LevelOf {
                id: one.photo.id.to_string(),
                level: one.level.map(|level| level.as_str()),
            })
            .collect(),
        attribution: facts.attribution.clone(),
        words_granted: facts.words_grant.is_some(),
        consent_until: facts.consent.as_ref().and_then(|c| c.expires_at),
        consent_places: places
            .iter()
            .map(|channel| channel.as_str().replace('_', "-"))
            .map(|channel| app.pages.texts.get(&format!("channel-{channel}")))
            .collect(),
        reasons: Reason::ALL.iter().map(|reason| reason.name()).collect(),
        story: facts.story,
        snapshot: facts.snapshot,
        lights,
        passes,
        sources_sha256: review.sources_sha256,
        epoch: review.epoch,
        form,
    })
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let shown = show_page(&app, actor, &id, Refill::default()).await?;
    page(&request, "moderation/show.html", &shown)
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["verdict", "reason", "note", "sources_sha256", "epoch"])?;
    let story = StoryId::parse(&id).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let note = form.limited("note", 2000, &mut errors);
    let verdict = Verdict::parse(&form.text("verdict"));
    if verdict.is_none() {
        errors.add("verdict", "field-choice");
    }
    errors.check()?;
    let decided = Decided {
        verdict: verdict.unwrap_or(Verdict::RequestChanges),
        reasons: form
            .all("reason")
            .iter()
            .filter_map(|reason| Reason::parse(reason))
            .collect(),
        note,
        sources_sha256: form.text("sources_sha256"),
        epoch: form.text("epoch").parse().unwrap_or(-1),
    };
    let (config, who) = (app.config.clone(), actor.clone());
    let (status, errors) = match app
        .db
        .write(move |conn| decide(conn, &config, &who, &story, &decided))
        .await
    {
        Ok(()) => return Ok(redirect_with(&visit, "/moderation", "notice-decided")),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
        Err(Error::Conflict) => (StatusCode::CONFLICT, conflict("moderation-stale")),
        Err(Error::Refused { message, .. }) => (StatusCode::CONFLICT, conflict(&message)),
        Err(error) => return Err(error),
    };
    let shown = show_page(&app, actor, &id, Refill::refused(&form, &errors)).await?;
    page_with_status(&request, status, "moderation/show.html", &shown)
}

fn conflict(message: &str) -> FieldErrors {
    let mut errors = FieldErrors::default();
    errors.add("conflict", message);
    errors
}
