//! Copies of a case that left for places that are not ours: written down, placed, and how they stand (G28).

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;
use serde::Serialize;

use super::things::thing;
use crate::accounts::Actor;
use crate::app::App;
use crate::cases;
use crate::clients;
use crate::consents::{self, Channel, What};
use crate::db::{CaseId, Conn};
use crate::error::{Error, FieldErrors};
use crate::external_uses::{self, ExternalUse, NewUse, Standing};
use crate::web::days::day_in;
use crate::web::flash::redirect_with;
use crate::web::text::Texts;
use crate::web::{Form, House, Refill, Visit, page_with_status};

#[derive(Serialize)]
struct IndexPage {
    case: CaseId,
    client: String,
    uses: Vec<Line>,
    /// What may be put elsewhere now.
    allowed: Vec<Allowed>,
    today: NaiveDate,
    form: Refill,
}

/// A copy and how it stands.
#[derive(Serialize)]
pub(super) struct Line {
    of: ExternalUse,
    standing: Standing,
    thing: String,
    address: Option<String>,
}

impl Line {
    pub(super) fn of(
        conn: &mut Conn,
        texts: &Texts,
        (one, standing): (ExternalUse, Standing),
    ) -> Result<Self, Error> {
        Ok(Self {
            thing: thing(conn, texts, &one.what, &one.subject_id)?,
            address: one.address().map(str::to_owned),
            standing,
            of: one,
        })
    }
}

#[derive(Serialize)]
struct Allowed {
    /// Place, kind and id of the thing.
    value: String,
    label: String,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    show(&app, &request, StatusCode::OK, case, None).await
}

async fn show(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    case: CaseId,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let (zone, texts) = (House::of(request).time_zone, app.pages.texts.clone());
    let shown = app
        .db
        .read(move |conn| {
            let found = cases::case(conn, &case)?;
            let mut uses = Vec::new();
            for one in external_uses::of_case(conn, &case)? {
                uses.push(Line::of(conn, &texts, one)?);
            }
            let today = day_in(conn.now()?, &zone);
            Ok(IndexPage {
                client: clients::client(conn, &found.client_id)?.name,
                allowed: allowed(conn, &texts, &case)?,
                form: form.unwrap_or_else(|| Refill::with([("used_on", today.to_string())])),
                today,
                case,
                uses,
            })
        })
        .await?;
    page_with_status(request, status, "desk/uses.html", &shown)
}

fn allowed(conn: &mut Conn, texts: &Texts, case: &CaseId) -> Result<Vec<Allowed>, Error> {
    let mut all = Vec::new();
    for grant in consents::live_grants(conn, case)? {
        let Some(channel) = Channel::parse(&grant.channel).filter(|one| one.is_outside()) else {
            continue;
        };
        let place = texts.get(&format!("channel-{}", channel.as_str().replace('_', "-")));
        let thing = thing(conn, texts, &grant.what, &grant.subject_id)?;
        all.push(Allowed {
            value: format!("{}:{}:{}", channel.as_str(), grant.what, grant.subject_id),
            label: format!("{place} · {thing}"),
        });
    }
    all.sort_by(|a, b| a.label.cmp(&b.label));
    Ok(all)
}

/// What was put where, on which day.
fn read(form: &Form, case: &CaseId) -> Result<NewUse, Error> {
    form.only(&["use", "place", "used_on"])?;
    let mut errors = FieldErrors::default();
    let wanted = form.text("use");
    let mut parts = wanted.splitn(3, ':');
    let channel = parts.next().and_then(Channel::parse);
    let what = parts.next().and_then(What::parse);
    let subject = parts.next().unwrap_or_default().to_owned();
    if channel.is_none() || what.is_none() || subject.is_empty() {
        errors.add("use", "field-choice");
    }
    let place = form.required("place", 2000, &mut errors);
    let used_on = form.date("used_on", &mut errors);
    if used_on.is_none() && errors.0.iter().all(|(field, _)| field != "used_on") {
        errors.add("used_on", "field-required");
    }
    errors.check()?;
    let (Some(channel), Some(what), Some(used_on)) = (channel, what, used_on) else {
        return Err(Error::field("use", "field-choice"));
    };
    Ok(NewUse {
        case: case.clone(),
        what,
        subject,
        channel,
        place,
        used_on,
    })
}

/// Writes one down: refused unless the client allows exactly this thing in exactly this place now.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let done = match read(&form, &case) {
        Ok(new) => {
            app.db
                .write(move |conn| {
                    let client = cases::case(conn, &new.case)?.client_id;
                    external_uses::record(conn, &actor, &client, &new)
                })
                .await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => Ok(redirect_with(&visit, &path(&case), "notice-saved")),
        Err(Error::Invalid(errors)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let refill = Refill::refused(&form, &errors);
            show(&app, &request, status, case, Some(refill)).await
        }
        Err(error) => Err(error),
    }
}

/// Says where a copy stands.
pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["place"])?;
    let place = form.text("place");
    let case = app
        .db
        .write(move |conn| external_uses::place(conn, &actor, &id, &place))
        .await?;
    Ok(redirect_with(&visit, &path(&case), "notice-saved"))
}

fn path(case: &CaseId) -> String {
    format!("/staff/cases/{case}/uses")
}
