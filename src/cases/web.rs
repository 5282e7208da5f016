//! The form of a case, and the page that work begins with.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::{Case, CaseForm, FACTS, actions, fact_label, queries};
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::clients::{self, Client};
use crate::clinic;
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;
use crate::web::flash::redirect_with;
use crate::web::text::Texts;
use crate::web::{Form, Refill, Visit, page, page_with_status, redirect};

/// A choice of a list, in words.
#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
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
        Err(error) => Refill::after(&form, error)?,
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
