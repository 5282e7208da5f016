//! "My photos and words": every place they are shown, and how to take them back, in two steps and without a reason.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::audit::Doer;
use crate::clinic;
use crate::consents::{self, Channel, Consent, Scope, What};
use crate::error::Error;
use crate::signing::session::Client;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

#[derive(Serialize)]
struct Item {
    what: String,
    subject: String,
    channels: Vec<String>,
    level: &'static str,
}

#[derive(Serialize)]
struct IndexPage {
    clinic: String,
    consent: Consent,
    items: Vec<Item>,
    channels: Vec<String>,
    shown: usize,
    confirmed: bool,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
) -> Result<HttpResponse, Error> {
    let link = client.0.link.clone();
    let (clinic, consent, grants, uses) = app
        .db
        .read(move |conn| {
            let consent = consents::consent(conn, &link.consent_id)?;
            let grants = consents::live_grants(conn, &consent.case_id)?;
            let shown = consents::uses_of_client(conn, &link.client_id)?;
            Ok((clinic::clinic(conn)?.name, consent, grants, shown))
        })
        .await?;
    let mut items: Vec<Item> = Vec::new();
    let mut channels: Vec<String> = Vec::new();
    for grant in grants {
        if !channels.contains(&grant.channel) {
            channels.push(grant.channel.clone());
        }
        match items
            .iter_mut()
            .find(|i| i.what == grant.what && i.subject == grant.subject_id)
        {
            Some(item) => item.channels.push(grant.channel),
            None => items.push(Item {
                what: grant.what,
                subject: grant.subject_id,
                channels: vec![grant.channel],
                level: crate::imaging::Level::try_from(grant.level)
                    .map_or("area_only", |level| level.as_str()),
            }),
        }
    }
    let shown = uses
        .iter()
        .filter(|one| one.what == "photo" && !one.ended)
        .count();
    let confirmed = client.0.is_confirmed();
    page(
        &request,
        "signing/manage.html",
        &IndexPage {
            clinic,
            consent,
            items,
            channels,
            shown,
            confirmed,
        },
    )
}

/// What is withdrawn, as the two forms name it: `all`, `channel:website`, `photo:<id>` …
fn scope(text: &str) -> Option<Scope> {
    if text == "all" {
        return Some(Scope::All);
    }
    let (kind, subject) = text.split_once(':')?;
    if kind == "channel" {
        return Channel::parse(subject).map(Scope::Channel);
    }
    Some(Scope::Item {
        what: What::parse(kind)?,
        subject: subject.to_owned(),
    })
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    scope: String,
}

#[derive(Serialize)]
struct NewPage {
    scope: String,
    kind: String,
}

/// The first step: what will happen.
pub async fn new(
    request: HttpRequest,
    _client: Client,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    scope(&asked.scope).ok_or(Error::NotFound)?;
    let kind = asked.scope.split(':').next().unwrap_or_default().to_owned();
    page(
        &request,
        "signing/withdrawal.html",
        &NewPage {
            scope: asked.scope.clone(),
            kind,
        },
    )
}

/// The second step: it is taken down when this answers.
pub async fn create(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["scope"])?;
    let scope = scope(&form.text("scope")).ok_or_else(|| Error::field("scope", "field-choice"))?;
    let id = client.0.link.client_id.clone();
    app.db
        .write(move |conn| consents::withdraw(conn, &Doer::Client(id.to_string()), &id, &scope))
        .await?;
    Ok(redirect_with(&visit, "/c/manage", "notice-withdrawn"))
}
