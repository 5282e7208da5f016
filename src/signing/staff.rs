//! The staff's side of a consent: ask, hand over the tablet, say a code, print the receipt, note a withdrawal.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::allowed::Allowed;
use super::receipt::{Receipt, receipt as gather_receipt};
use super::session;
use super::withdrawal::take_back;
use crate::accounts::{self, Actor, session_of};
use crate::app::App;
use crate::cases;
use crate::clients::{self, Client, Representative};
use crate::consents::{
    self, Consent, ConsentState, LinkPurpose, Method, PaperStage, ReceiptHow, Scope, Standing,
};
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;
use crate::photos;
use crate::stories;
use crate::web::flash::redirect_with;
use crate::web::text::Texts;
use crate::web::{Form, House, Visit, page, page_in, redirect};

#[derive(Serialize)]
struct ShowPage {
    case: CaseId,
    client: Client,
    /// Where mail goes: to the client, or to who acts for them.
    address: Option<String>,
    representative: Option<Representative>,
    consent: Option<Consent>,
    /// How it stands, with the days that matter.
    standing: Option<Standing>,
    /// It was in force and its time is over.
    ended: bool,
    /// What was signed, or is asked with, was recalled.
    recalled: bool,
    allowed: Option<Allowed>,
    /// Why nothing of it is shown: someone disputes it.
    suspended: Option<String>,
    /// Something is paused by the client.
    paused: bool,
    /// How far the sheet has come, where it is to be signed on paper.
    paper: Option<PaperStage>,
    pairs: usize,
    ready: bool,
    story: bool,
    mail: bool,
    /// Made a moment ago: shown once.
    link: Option<String>,
    qr: Option<String>,
    code: Option<String>,
}

fn show_page(conn: &mut Conn, case: CaseId, mail: bool) -> Result<ShowPage, Error> {
    let found = cases::case(conn, &case)?;
    let pairs = photos::pairs(conn, &case)?;
    let now = conn.now()?;
    let consent = consents::latest_for_case(conn, &case)?;
    let standing = consents::standings(conn, &[case.to_string()])?.remove(&case);
    let recalled = match &consent {
        Some(one) => consents::text(conn, &one.text_id)?.recalled_at.is_some(),
        None => false,
    };
    Ok(ShowPage {
        recalled,
        ended: consent
            .as_ref()
            .is_some_and(|one| one.state() == ConsentState::Active)
            && standing
                .as_ref()
                .and_then(|one| one.expires_at)
                .is_some_and(|end| end <= now),
        allowed: Allowed::of(&consents::live_grants(conn, &case)?),
        suspended: match consents::suspended_for_case(conn, &case)? {
            Some(one) => Some(consents::suspended_why(conn, &one.id)?.unwrap_or_default()),
            None => None,
        },
        paused: consents::paused_of_client(conn, &found.client_id)?
            .iter()
            .any(|one| one.grant.case_id == case),
        paper: match &consent {
            Some(one) if one.state() == ConsentState::Sent => {
                consents::stage_of_case(conn, &case, None)?
            }
            _ => None,
        },
        consent,
        standing,
        client: clients::client(conn, &found.client_id)?,
        address: clients::address(conn, &found.client_id)?,
        representative: clients::representative(conn, &found.client_id)?,
        ready: pairs
            .iter()
            .all(|pair| pair.before.is_ready() && pair.after.is_ready()),
        pairs: pairs.len(),
        story: stories::of_case(conn, &case)?.is_some(),
        case,
        mail,
        link: None,
        qr: None,
        code: None,
    })
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let mail = app.mailer.is_configured();
    let shown = app.db.read(move |conn| show_page(conn, case, mail)).await?;
    page(&request, "signing/staff.html", &shown)
}

/// Asks by a private link (shown, printed or mailed), or hands this tablet over: then it is the client's, until
/// someone of the staff signs in again.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["method", "send"])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let method = Method::parse(&form.text("method"))
        // A sheet is printed on a page of its own.
        .filter(|method| *method != Method::Paper)
        .ok_or_else(|| Error::field("method", "field-choice"))?;
    let (config, who, asked_case) = (app.config.clone(), actor.clone(), case.clone());
    let send = form.ticked("send") && method == Method::Link;
    let own_session = session_of(&request);
    let texts = app.pages.texts_in(House::of(&request).language);
    let (asked, secret) = app
        .db
        .write(move |conn| {
            let client = ready_to_ask(conn, &who, &asked_case, &texts)?;
            let asked = consents::ask(conn, &config, &who, &client, &asked_case, method)?;
            if send {
                crate::jobs::enqueue(
                    conn,
                    &super::web::open::SendInvite {
                        link: asked.link.clone(),
                        client: client.clone(),
                    },
                )?;
            }
            if method == Method::Link {
                return Ok((asked, None));
            }
            // The tablet: a witnessed session for the client, and none for the staff on this browser.
            let link = consents::link_by_id(conn, &asked.link)?;
            let secret = consents::open_session(conn, &link, Some(&who.id))?;
            if let Some(own) = &own_session {
                accounts::sign_out(conn, &who, own)?;
            }
            Ok((asked, Some(secret)))
        })
        .await?;
    if let Some(secret) = secret {
        let mut answer = redirect("/c/ask");
        // Cookies of our own making are always valid.
        let _ = answer.add_cookie(&session::cookie(&visit, secret));
        let _ = answer.add_cookie(&accounts::no_cookie(&visit));
        return Ok(answer);
    }
    let url = consents::invite_url(&app.config, &asked.link, LinkPurpose::Invite);
    let mail = app.mailer.is_configured();
    let mut shown = app.db.read(move |conn| show_page(conn, case, mail)).await?;
    shown.qr = Some(crate::web::qr::svg(&url)?);
    shown.link = Some(url);
    page(&request, "signing/staff.html", &shown)
}

/// There is something to ask about, and a story of it. Gives whom to ask.
///
/// # Errors
/// `Refused` without a pair, or while one is still being made.
pub(super) fn ready_to_ask(
    conn: &mut Conn,
    actor: &Actor,
    case: &CaseId,
    texts: &Texts,
) -> Result<ClientId, Error> {
    let pairs = photos::pairs(conn, case)?;
    let ready = pairs
        .iter()
        .all(|pair| pair.before.is_ready() && pair.after.is_ready());
    if pairs.is_empty() || !ready {
        return Err(Error::refused(409, "consent-needs-pairs"));
    }
    stories::create(conn, actor, case, texts)?;
    Ok(cases::case(conn, case)?.client_id)
}

/// A one-time code to say on the phone, where no mail can carry it.
pub async fn create_code(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let (config, mail) = (app.config.clone(), app.mailer.is_configured());
    let shown = app
        .db
        .write(move |conn| {
            let consent = consents::latest_for_case(conn, &case)?.ok_or(Error::NotFound)?;
            let code = consents::code_for_link(conn, &config, &actor, &consent.id)?;
            let mut shown = show_page(conn, case, mail)?;
            shown.code = Some(code);
            Ok(shown)
        })
        .await?;
    page(&request, "signing/staff.html", &shown)
}

#[derive(Serialize)]
struct ReceiptPage {
    receipt: Receipt,
    staff: bool,
}

/// The receipt to print.
pub async fn receipt(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let config = app.config.clone();
    let receipt = app
        .db
        .read(move |conn| {
            let consent = consents::latest_for_case(conn, &case)?.ok_or(Error::NotFound)?;
            gather_receipt(conn, &config, &consent.id)
        })
        .await?;
    // It is the client's to read.
    page_in(
        &request,
        receipt.language,
        StatusCode::OK,
        "signing/receipt_print.html",
        &ReceiptPage {
            receipt,
            staff: true,
        },
    )
}

/// "I handed the printed receipt over."
pub async fn update_receipt(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/consent");
    app.db
        .write(move |conn| {
            let consent = consents::latest_for_case(conn, &case)?.ok_or(Error::NotFound)?;
            consents::deliver_receipt(conn, &consent, &actor.doer(), ReceiptHow::Printed)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-receipt"))
}

/// The client told the clinic to stop: staff can only make things more private.
pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/consent");
    app.db
        .write(move |conn| {
            let client = cases::case(conn, &case)?.client_id;
            take_back(conn, &actor.doer(), &client, &Scope::All)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-withdrawn"))
}
