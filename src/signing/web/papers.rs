//! A consent on paper, for staff: print the sheet, hand in its scan, write down what it says.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use serde::Serialize;

use crate::accounts::{self, Actor};
use crate::app::App;
use crate::clients::Client;
use crate::clinic;
use crate::consents::{self, Consent, ConsentState, Paper, PaperStage, Scan};
use crate::db::{CaseId, Conn};
use crate::error::Error;
use crate::signing::pictures::Album;
use crate::signing::sheet::{Printed, Sheet, print};
use crate::signing::staff::ready_to_ask;
use crate::signing::stands_for::StandsFor;
use crate::signing::web::preview::{Preview, preview};
use crate::web::text::Texts;
use crate::web::{Form, House, Refill, page_in, page_with_status, redirect};

/// The sheet that a case's consent is to be signed on, or was.
///
/// # Errors
/// `NotFound` where none was printed, or the client was asked otherwise since.
pub(super) fn paper_of(conn: &mut Conn, case: &CaseId) -> Result<(Consent, Paper), Error> {
    let consent = consents::latest_for_case(conn, case)?
        .filter(Consent::is_on_paper)
        .ok_or(Error::NotFound)?;
    let paper = consents::paper(conn, &consent.id)?.ok_or(Error::NotFound)?;
    Ok((consent, paper))
}

#[derive(Serialize)]
struct ShowPage {
    case: CaseId,
    client: Client,
    consent: Consent,
    paper: Paper,
    stage: PaperStage,
    /// It is still a draft.
    open: bool,
    /// What the sheet shows has changed since it was printed.
    outdated: bool,
    scans: Vec<Scan>,
    lines: Vec<Printed>,
    /// Who wrote down what it says, and who verified it.
    transcribed_by: Option<String>,
    verified_by: Option<String>,
    /// There is nobody else who could verify it.
    alone: bool,
    form: Refill,
}

fn show_page(
    conn: &mut Conn,
    texts: &Texts,
    case: CaseId,
    form: Refill,
) -> Result<ShowPage, Error> {
    let (consent, paper) = paper_of(conn, &case)?;
    let sheet = Sheet::of(conn, consent.clone())?;
    let mut name = |id: &Option<crate::db::UserId>| match id {
        Some(id) => accounts::user(conn, id).map(|user| Some(user.name)),
        None => Ok(None),
    };
    let (transcribed_by, verified_by) = (name(&paper.transcribed_by)?, name(&paper.verified_by)?);
    Ok(ShowPage {
        stage: consents::stage(conn, &paper)?,
        open: consent.state() == ConsentState::Sent,
        outdated: sheet.sha256 != paper.shown_sha256,
        scans: consents::scans(conn, &paper.consent_id)?,
        lines: sheet.lines(conn, texts, paper.read()?.as_ref())?,
        alone: accounts::users_with_role(conn, None)?.len() < 2,
        client: sheet.client,
        transcribed_by,
        verified_by,
        case,
        consent,
        paper,
        form,
    })
}

/// The page, also for a form on it that was refused.
pub(super) async fn answer(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    case: CaseId,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let texts = app.pages.texts.clone();
    let shown = app
        .db
        .read(move |conn| show_page(conn, &texts, case, form))
        .await?;
    page_with_status(request, status, "signing/paper.html", &shown)
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    answer(&app, &request, StatusCode::OK, case, Refill::default()).await
}

/// Prints a sheet. An older one is worth nothing any more.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let texts = app.pages.texts_in(House::of(&request).language);
    let asked = case.clone();
    app.db
        .write(move |conn| {
            let client = ready_to_ask(conn, &actor, &asked, &texts)?;
            print(conn, &actor, &client, &asked)
        })
        .await?;
    Ok(redirect(&format!("/staff/cases/{case}/consent/paper")))
}

#[derive(Serialize)]
struct SheetPage {
    case: CaseId,
    clinic: String,
    /// IANA name; the dates are shown in it.
    zone: String,
    client: String,
    stands_for: Option<StandsFor>,
    code: String,
    until: NaiveDateTime,
    outdated: bool,
    lines: Vec<Printed>,
    story: Preview,
}

/// The sheet itself, in the client's language, to be printed.
pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let pages = app.pages.clone();
    let (language, shown) = app
        .db
        .read(move |conn| {
            let (consent, paper) = paper_of(conn, &case)?;
            if consent.state() != ConsentState::Sent {
                return Err(Error::NotFound);
            }
            let language = consents::language(conn, &consent.id)?;
            let sheet = Sheet::of(conn, consent)?;
            let album = Album::of(conn, &case)?;
            let clinic = clinic::clinic(conn)?;
            let shown = SheetPage {
                clinic: clinic.name,
                zone: clinic.time_zone,
                outdated: sheet.sha256 != paper.shown_sha256,
                lines: sheet.lines(conn, &pages.texts_in(language), None)?,
                story: preview(conn, &sheet.asking, &album)?,
                stands_for: StandsFor::of(conn, &sheet.asking)?,
                client: sheet.client.name,
                code: paper.code,
                until: paper.until,
                case,
            };
            Ok((language, shown))
        })
        .await?;
    page_in(
        &request,
        language,
        StatusCode::OK,
        "signing/sheet.html",
        &shown,
    )
}
