//! Who asks to be forgotten, what that means, doing it, and who was.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::{self, Actor, FactorStanding};
use crate::app::App;
use crate::clients::{self, Forgotten, Request, RequestKind};
use crate::consents::{self, KeptEvidence};
use crate::db::{ClientId, Conn};
use crate::erasure::{Outlook, erase, outlook};
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status};

const PAGE: &str = "/admin/erasures";

#[derive(Serialize)]
struct IndexPage {
    /// Name and request of those who wait.
    asked: Vec<(String, Request)>,
    forgotten: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    of: Forgotten,
    kept: Vec<KeptEvidence>,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let shown = app.db.read(index_page).await?;
    page(&request, "erasure/index.html", &shown)
}

fn index_page(conn: &mut Conn) -> Result<IndexPage, Error> {
    let mut asked = Vec::new();
    for one in clients::open_requests(conn)? {
        if one.kind == RequestKind::Erase.as_str() {
            asked.push((clients::client(conn, &one.client_id)?.name, one));
        }
    }
    let mut kept: BTreeMap<ClientId, Vec<KeptEvidence>> = BTreeMap::new();
    for one in consents::kept_evidence(conn, None)? {
        kept.entry(one.client_id.clone()).or_default().push(one);
    }
    let forgotten = clients::forgotten(conn)?.into_iter();
    let forgotten = forgotten.map(|of| Line {
        kept: kept.remove(&of.id).unwrap_or_default(),
        of,
    });
    Ok(IndexPage {
        asked,
        forgotten: forgotten.collect(),
    })
}

#[derive(Serialize)]
struct NewPage {
    outlook: Outlook,
    /// Whether a second factor is asked for first.
    factor: FactorStanding,
    form: Refill,
}

pub async fn new(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    show(
        &app,
        &request,
        actor,
        &id,
        (StatusCode::OK, Refill::default()),
    )
    .await
}

async fn show(
    app: &App,
    request: &HttpRequest,
    actor: Actor,
    id: &str,
    (status, form): (StatusCode, Refill),
) -> Result<HttpResponse, Error> {
    let id = ClientId::parse(id).ok_or(Error::NotFound)?;
    let read = app.db.read(move |conn| {
        Ok(NewPage {
            outlook: outlook(conn, &id)?,
            factor: accounts::grave_standing(conn, &actor)?,
            form,
        })
    });
    page_with_status(request, status, "erasure/new.html", &read.await?)
}

/// Done, after one tick that it is meant.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["meant"])?;
    if !form.ticked("meant") {
        let mut errors = FieldErrors::default();
        errors.add("meant", "erasure-meant-missing");
        let refused = (
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill::refused(&form, &errors),
        );
        return show(&app, &request, actor, &id, refused).await;
    }
    let client = ClientId::parse(&id).ok_or(Error::NotFound)?;
    app.db
        .write(move |conn| erase(conn, &actor, &client))
        .await?;
    Ok(redirect_with(&visit, PAGE, "notice-forgotten"))
}
