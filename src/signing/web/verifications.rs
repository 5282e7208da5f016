//! The second person: compares what was read off a signed sheet with its scan. Who wrote it down never verifies it (S53).

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::{self, Actor, Role};
use crate::app::App;
use crate::consents::{self, ConsentState, Paper, PaperStage, Scan, StaffGrant, Transcript};
use crate::db::{CaseId, Conn, ConsentId};
use crate::error::Error;
use crate::signing::sheet::{Printed, Sheet, verify};
use crate::web::flash::redirect_with;
use crate::web::text::Texts;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct Waiting {
    client: String,
    paper: Paper,
    /// Who wrote it down.
    by: String,
}

#[derive(Serialize)]
struct IndexPage {
    waiting: Vec<Waiting>,
}

/// Sheets that wait for whoever looks.
pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
) -> Result<HttpResponse, Error> {
    StaffGrant::of(&actor)?;
    let shown = app
        .db
        .read(move |conn| {
            let mut waiting = Vec::new();
            for paper in consents::papers_to_verify(conn, &actor)? {
                waiting.push(Waiting {
                    client: crate::clients::client(conn, &paper.client_id)?.name,
                    by: writer(conn, &paper)?.unwrap_or_default(),
                    paper,
                });
            }
            Ok(IndexPage { waiting })
        })
        .await?;
    page(&request, "signing/papers.html", &shown)
}

fn writer(conn: &mut Conn, paper: &Paper) -> Result<Option<String>, Error> {
    match &paper.transcribed_by {
        Some(id) => Ok(Some(accounts::user(conn, id)?.name)),
        None => Ok(None),
    }
}

#[derive(Serialize)]
struct ShowPage {
    /// For those who may go there.
    case: Option<CaseId>,
    client: String,
    paper: Paper,
    stage: PaperStage,
    transcript: Transcript,
    transcript_sha256: String,
    scans: Vec<Scan>,
    lines: Vec<Printed>,
    by: String,
    /// Whoever looks wrote it down.
    own: bool,
    /// With these marks nothing is allowed.
    nothing: bool,
    outdated: bool,
    form: Refill,
}

fn show_page(
    conn: &mut Conn,
    texts: &Texts,
    actor: &Actor,
    id: &ConsentId,
    form: Refill,
) -> Result<Option<ShowPage>, Error> {
    StaffGrant::of(actor)?;
    let consent = consents::consent(conn, id)?;
    let paper = consents::paper(conn, id)?.ok_or(Error::NotFound)?;
    let (Some(transcript), Some(transcript_sha256)) = (paper.read()?, paper.transcript_sha256())
    else {
        return Ok(None);
    };
    if consent.state() != ConsentState::Sent || !consent.is_on_paper() {
        return Ok(None);
    }
    let is_staff = actor.has(Role::Staff);
    let case = is_staff.then(|| consent.case_id.clone());
    let sheet = Sheet::of(conn, consent)?;
    let answers = transcript.answers();
    Ok(Some(ShowPage {
        case,
        stage: consents::stage(conn, &paper)?,
        scans: consents::scans(conn, id)?,
        lines: sheet.lines(conn, texts, Some(&transcript))?,
        by: writer(conn, &paper)?.unwrap_or_default(),
        own: paper.transcribed_by.as_ref() == Some(&actor.id),
        nothing: answers.granted_photos().is_empty() || answers.channels().is_empty(),
        outdated: sheet.sha256 != paper.shown_sha256,
        client: sheet.client.name,
        transcript,
        transcript_sha256,
        paper,
        form,
    }))
}

async fn answer(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    (actor, id): (Actor, ConsentId),
    form: Refill,
) -> Result<HttpResponse, Error> {
    let texts = app.pages.texts.clone();
    let shown = app
        .db
        .read(move |conn| show_page(conn, &texts, &actor, &id, form))
        .await?;
    match shown {
        Some(shown) => page_with_status(request, status, "signing/verification.html", &shown),
        // It was verified, given back or replaced meanwhile.
        None => Ok(crate::web::redirect("/papers")),
    }
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id = ConsentId::parse(&id).ok_or(Error::NotFound)?;
    answer(
        &app,
        &request,
        StatusCode::OK,
        (actor, id),
        Refill::default(),
    )
    .await
}

/// It says what the sheet says: from now on it is signed.
pub async fn create(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["transcript_sha256"])?;
    let id = ConsentId::parse(&id).ok_or(Error::NotFound)?;
    let (config, mail) = (app.config.clone(), app.mailer.is_configured());
    let is_staff = actor.has(Role::Staff);
    let seen = form.text("transcript_sha256");
    let case = app
        .db
        .write(move |conn| {
            verify(conn, &config, &actor, &id, (&seen, mail))?;
            Ok(consents::consent(conn, &id)?.case_id)
        })
        .await?;
    let back = match is_staff {
        true => format!("/staff/cases/{case}/consent"),
        false => "/papers".to_owned(),
    };
    Ok(redirect_with(&visit, &back, "notice-verified"))
}

/// It does not: whoever wrote it down begins anew.
pub async fn delete(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["why"])?;
    let id = ConsentId::parse(&id).ok_or(Error::NotFound)?;
    let (why, who, of) = (form.text("why"), actor.clone(), id.clone());
    let done = app
        .db
        .write(move |conn| consents::return_paper(conn, &who, &of, &why))
        .await;
    match done {
        Ok(_) => Ok(redirect_with(&visit, "/papers", "notice-paper-returned")),
        Err(Error::Invalid(errors)) => {
            let refill = Refill::refused(&form, &errors);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            answer(&app, &request, status, (actor, id), refill).await
        }
        Err(error) => Err(error),
    }
}
