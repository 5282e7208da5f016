//! Clients, found by name, and one client with how their cases stand.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::rows::{Row, rows};
use crate::app::App;
use crate::cases::Wanted;
use crate::clients::{self, Client, Representative};
use crate::db::ClientId;
use crate::desk::gather;
use crate::desk::words::Words;
use crate::error::Error;
use crate::web::forms::clean;
use crate::web::paging::Place;
use crate::web::{House, page};

const PAGE: usize = 24;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    name: String,
    after: Option<String>,
}

#[derive(Serialize)]
struct IndexPage {
    clients: Vec<ClientRow>,
    name: String,
    next: Option<String>,
}

#[derive(Serialize)]
struct ClientRow {
    client: Client,
    cases: Vec<Row>,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner();
    let name = clean(&asked.name);
    let place = match asked.after.as_deref() {
        None => None,
        Some(text) => Some(Place::decode(text).ok_or(Error::NotFound)?),
    };
    let (zone, texts) = (House::of(&request).time_zone, app.pages.texts.clone());
    let shown = app
        .db
        .read(move |conn| {
            let mut found = clients::search(conn, &name, place.as_ref(), PAGE + 1)?;
            let more = found.len() > PAGE;
            found.truncate(PAGE);
            let next = found.last().filter(|_| more).map(clients::place_of);
            let words = Words {
                texts: &texts,
                zone: &zone,
            };
            let ids = found.iter().map(|client| client.id.clone()).collect();
            let facts = gather(conn, &Wanted::Clients(ids))?;
            let mut all = rows(conn, &words, &facts)?;
            let clients = found.into_iter().map(|client| {
                let (own, others) = all.drain(..).partition(|row| row.client_id == client.id);
                all = others;
                ClientRow { client, cases: own }
            });
            Ok(IndexPage {
                clients: clients.collect(),
                next: next.map(|place| address(&name, &place.encode())),
                name,
            })
        })
        .await?;
    page(&request, "desk/clients.html", &shown)
}

/// The address of the next page of the list.
fn address(name: &str, after: &str) -> String {
    let fields = [("name", name), ("after", after)];
    // Pairs of texts can always be written so.
    format!(
        "/staff/clients?{}",
        serde_urlencoded::to_string(fields).unwrap_or_default()
    )
}

#[derive(Serialize)]
struct ShowPage {
    client: Client,
    /// Who signs for them, if they don't.
    representative: Option<Representative>,
    cases: Vec<Row>,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id = ClientId::parse(&id).ok_or(Error::NotFound)?;
    let (zone, texts) = (House::of(&request).time_zone, app.pages.texts.clone());
    let shown = app
        .db
        .read(move |conn| {
            let client = clients::client(conn, &id)?;
            let representative = clients::representative(conn, &id)?;
            let facts = gather(conn, &Wanted::Clients(vec![id]))?;
            let words = Words {
                texts: &texts,
                zone: &zone,
            };
            Ok(ShowPage {
                cases: rows(conn, &words, &facts)?,
                representative,
                client,
            })
        })
        .await?;
    page(&request, "desk/client.html", &shown)
}
