//! The pages of cases, and the page that work begins with.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::{Case, CaseForm, FACTS, Listed, Session, actions, queries};
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::clients::{self, Client};
use crate::clinic;
use crate::consents;
use crate::db::{CaseId, ClientId, Conn};
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::paging::Cursor;
use crate::web::text::Texts;
use crate::web::{Form, Refill, Visit, page, page_with_status, redirect};

const PAGE: i64 = 50;

/// A choice of a list, in words.
#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

#[derive(Serialize)]
struct IndexPage {
    cases: Vec<Listed>,
    next: Option<String>,
}

#[derive(Deserialize)]
pub struct Paging {
    after: Option<String>,
}

/// Where one lands after signing in: the page of one's own work.
pub async fn home(actor: Actor) -> Result<HttpResponse, Error> {
    Ok(redirect(if actor.has(Role::Staff) {
        "/staff/cases"
    } else if actor.has(Role::Moderator) {
        "/moderation"
    } else {
        "/admin/clinic"
    }))
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    paging: Query<Paging>,
) -> Result<HttpResponse, Error> {
    let cursor = paging.after.as_deref().and_then(Cursor::decode);
    let mut cases = app
        .db
        .read(move |conn| queries::newest(conn, cursor.as_ref(), PAGE + 1))
        .await?;
    let more = cases.len() as i64 > PAGE;
    cases.truncate(PAGE as usize);
    let next = cases.last().filter(|_| more).map(|last| {
        Cursor {
            at: last.created_at,
            id: last.id.to_string(),
        }
        .encode()
    });
    page(&request, "cases/index.html", &IndexPage { cases, next })
}

#[derive(Deserialize)]
pub struct ForClient {
    client: Option<String>,
}

#[derive(Serialize)]
struct EditPage {
    case: Option<Case>,
    client: Client,
    treatments: Vec<Choice>,
    practitioners: Vec<Choice>,
    locations: Vec<Choice>,
    facts: Vec<FactField>,
    form: Refill,
}

#[derive(Serialize)]
struct FactField {
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
}

fn edit_page(
    conn: &mut Conn,
    texts: &Texts,
    case: Option<Case>,
    client: Client,
    form: Refill,
) -> Result<EditPage, Error> {
    let choice = |value: String, label: String| Choice { value, label };
    Ok(EditPage {
        treatments: clinic::treatments(conn)?
            .into_iter()
            .map(|t| choice(t.id, t.name))
            .collect(),
        practitioners: clinic::practitioners(conn)?
            .into_iter()
            .map(|p| choice(p.id, p.name))
            .collect(),
        locations: clinic::locations(conn)?
            .into_iter()
            .map(|l| choice(l.id, l.name))
            .collect(),
        facts: FACTS
            .iter()
            .map(|(name, values)| FactField {
                name,
                label: format!("fact-{}", name.replace('_', "-")),
                choices: values
                    .iter()
                    .map(|v| choice((*v).to_owned(), fact_label(texts, name, v)))
                    .collect(),
            })
            .collect(),
        case,
        client,
        form,
    })
}

/// A fact's value in words.
pub fn fact_label(texts: &Texts, name: &str, value: &str) -> String {
    texts.get(&format!("fact-{}-{value}", name.replace('_', "-")))
}

pub async fn new(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<ForClient>,
) -> Result<HttpResponse, Error> {
    let id = asked
        .client
        .as_deref()
        .and_then(ClientId::parse)
        .ok_or(Error::NotFound)?;
    let texts = app.pages.texts.clone();
    let edit = app
        .db
        .read(move |conn| {
            let client = clients::client(conn, &id)?;
            let form = Refill::with([("key", CaseId::new().to_string())]);
            edit_page(conn, &texts, None, client, form)
        })
        .await?;
    page(&request, "cases/edit.html", &edit)
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    let client = ClientId::parse(&form.text("client_id")).ok_or(Error::NotFound)?;
    let asked = client.clone();
    let done = match read(&form) {
        Ok(wanted) => {
            let key = wanted.key.clone();
            match app
                .db
                .write(move |conn| actions::add(conn, &actor, &asked, &wanted))
                .await
            {
                // Sent twice at the same moment: the other one won.
                Err(error) if Conn::is_unique_violation(&error) => Ok(key),
                added => added,
            }
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(id) => Ok(redirect_with(
            &visit,
            &format!("/staff/cases/{id}"),
            "notice-saved",
        )),
        Err(Error::Invalid(errors)) => {
            let (texts, refill) = (app.pages.texts.clone(), Refill::refused(&form, &errors));
            let edit = app
                .db
                .read(move |conn| {
                    let client = clients::client(conn, &client)?;
                    edit_page(conn, &texts, None, client, refill)
                })
                .await?;
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "cases/edit.html",
                &edit,
            )
        }
        Err(error) => Err(error),
    }
}

#[derive(Serialize)]
struct ShowPage {
    case: Case,
    client: Client,
    treatment: String,
    facts: Vec<(String, String)>,
    sessions: Vec<Session>,
    consent: Option<consents::Consent>,
    photos: usize,
    form: Refill,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let shown = show_page(&app, &id, Refill::default()).await?;
    page(&request, "cases/show.html", &shown)
}

async fn show_page(app: &App, id: &str, form: Refill) -> Result<ShowPage, Error> {
    let id = CaseId::parse(id).ok_or(Error::NotFound)?;
    let texts = app.pages.texts.clone();
    app.db
        .read(move |conn| {
            let case = queries::case(conn, &id)?;
            let facts = case
                .facts()
                .into_iter()
                .map(|(name, value)| {
                    (
                        texts.get(&format!("fact-{}", name.replace('_', "-"))),
                        fact_label(&texts, name, &value),
                    )
                })
                .collect();
            Ok(ShowPage {
                client: clients::client(conn, &case.client_id)?,
                treatment: clinic::treatment(conn, &case.treatment_id)?.name,
                sessions: queries::sessions(conn, &id)?,
                consent: consents::latest_for_case(conn, &id)?,
                photos: crate::photos::photos(conn, &id)?.len(),
                facts,
                case,
                form,
            })
        })
        .await
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id = CaseId::parse(&id).ok_or(Error::NotFound)?;
    let edit = load_edit(&app, id, None).await?;
    page(&request, "cases/edit.html", &edit)
}

async fn load_edit(app: &App, id: CaseId, form: Option<Refill>) -> Result<EditPage, Error> {
    let texts = app.pages.texts.clone();
    app.db
        .read(move |conn| {
            let case = queries::case(conn, &id)?;
            let client = clients::client(conn, &case.client_id)?;
            let form = form.unwrap_or_else(|| {
                let mut form = Refill::with([
                    ("treatment_id", case.treatment_id.clone()),
                    (
                        "practitioner_id",
                        case.practitioner_id.clone().unwrap_or_default(),
                    ),
                    ("location_id", case.location_id.clone().unwrap_or_default()),
                    ("revision", case.revision.to_string()),
                ]);
                form.values.extend(
                    case.facts()
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value)),
                );
                form
            });
            edit_page(conn, &texts, Some(case), client, form)
        })
        .await
}

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let id = CaseId::parse(&id).ok_or(Error::NotFound)?;
    let asked = id.clone();
    let done = match read(&form) {
        Ok(wanted) => {
            app.db
                .write(move |conn| actions::edit(conn, &actor, &asked, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    let (status, refill) = match done {
        Ok(_) => {
            return Ok(redirect_with(
                &visit,
                &format!("/staff/cases/{id}"),
                "notice-saved",
            ));
        }
        Err(Error::Invalid(errors)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill::refused(&form, &errors),
        ),
        Err(Error::Conflict) => (StatusCode::CONFLICT, Refill::conflict(&form)),
        Err(error) => return Err(error),
    };
    let edit = load_edit(&app, id, Some(refill)).await?;
    page_with_status(&request, status, "cases/edit.html", &edit)
}

fn read(form: &Form) -> Result<CaseForm, Error> {
    let mut known = vec![
        "key",
        "client_id",
        "treatment_id",
        "practitioner_id",
        "location_id",
        "revision",
    ];
    known.extend(FACTS.iter().map(|(name, _)| *name));
    form.only(&known)?;
    Ok(CaseForm {
        key: CaseId::parse(&form.text("key")).unwrap_or_default(),
        treatment_id: form.text("treatment_id"),
        practitioner_id: form.optional("practitioner_id"),
        location_id: form.optional("location_id"),
        facts: FACTS
            .iter()
            .filter_map(|(name, _)| Some(((*name).to_owned(), form.optional(name)?)))
            .collect(),
        revision: form.text("revision").parse().unwrap_or(-1),
    })
}

pub async fn create_session(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["kind", "number", "held_on"])?;
    let case = CaseId::parse(&id).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let number = form
        .number("number", 1..=20, &mut errors)
        .and_then(|n| i32::try_from(n).ok())
        .unwrap_or(1);
    let held_on = form.date("held_on", &mut errors);
    if held_on.is_none() && errors.0.is_empty() {
        errors.add("held_on", "field-required");
    }
    let (kind, asked) = (form.text("kind"), case.clone());
    let done = match (errors.check(), held_on) {
        (Ok(()), Some(day)) => {
            app.db
                .write(move |conn| actions::add_session(conn, &actor, &asked, &kind, number, day))
                .await
        }
        (Err(error), _) => Err(error),
        (Ok(()), None) => Err(Error::field("held_on", "field-required")),
    };
    match done {
        Ok(()) => Ok(redirect_with(
            &visit,
            &format!("/staff/cases/{case}"),
            "notice-saved",
        )),
        Err(Error::Invalid(errors)) => {
            let shown = show_page(&app, case.as_str(), Refill::refused(&form, &errors)).await?;
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "cases/show.html",
                &shown,
            )
        }
        Err(error) => Err(error),
    }
}

pub async fn delete_session(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let (id, session) = path.into_inner();
    let case = CaseId::parse(&id).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}");
    app.db
        .write(move |conn| actions::remove_session(conn, &actor, &case, &session))
        .await?;
    Ok(redirect_with(&visit, &back, "notice-saved"))
}
