//! A pause: down at once with the link alone; up again only for who proves to be the client.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::audit::Doer;
use crate::clinic;
use crate::consents::{Channel, Scope};
use crate::error::Error;
use crate::signing::session::Client;
use crate::signing::withdrawal::{pause, resume};
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    scope: String,
}

#[derive(Serialize)]
struct NewPage {
    clinic: String,
    scope: String,
    kind: String,
    /// The place, where one is paused, and whether people take it down there.
    channel: Option<&'static str>,
    outside: bool,
}

/// The first step: what will happen.
pub async fn new(
    app: Data<App>,
    request: HttpRequest,
    _client: Client,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let scope = read(&asked.scope).ok_or(Error::NotFound)?;
    let clinic = app.db.read(clinic::clinic).await?.name;
    let words = scope.words();
    let channel = match scope {
        Scope::Channel(channel) => Some(channel),
        _ => None,
    };
    let shown = NewPage {
        clinic,
        kind: words.split(':').next().unwrap_or_default().to_owned(),
        outside: channel.is_some_and(Channel::is_outside),
        channel: channel.map(Channel::as_str),
        scope: words,
    };
    page(&request, "signing/pause.html", &shown)
}

/// The second step: it is down when this answers.
pub async fn create(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    let scope = scope(&form)?;
    let id = client.0.link.client_id.clone();
    app.db
        .write(move |conn| pause(conn, &Doer::Client(id.to_string()), &id, &scope))
        .await?;
    Ok(redirect_with(&visit, "/c/manage", "notice-paused"))
}

/// Shown again: for this the link is not enough.
pub async fn delete(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    let scope = scope(&form)?;
    client.0.require_confirmed()?;
    app.db
        .write(move |conn| resume(conn, &client.0, &scope))
        .await?;
    Ok(redirect_with(&visit, "/c/manage", "notice-resumed"))
}

fn scope(form: &Form) -> Result<Scope, Error> {
    form.only(&["scope"])?;
    read(&form.text("scope")).ok_or_else(|| Error::field("scope", "field-choice"))
}

/// There is less of a photo, or a pause of it; not both.
fn read(text: &str) -> Option<Scope> {
    Scope::parse(text).filter(|scope| !matches!(scope, Scope::Level { .. }))
}
