//! Which places the clinic uses: those are what its clients are asked about.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::consents::{self, Channel};
use crate::error::Error;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

const CHANNELS: &str = "/admin/clinic/channels";

#[derive(Serialize)]
struct EditPage {
    channels: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    channel: &'static str,
    used: bool,
    /// The website: what the program is for.
    always: bool,
}

pub async fn edit(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let used = app.db.read(consents::channels_used).await?;
    let line = |channel: &Channel| Line {
        channel: channel.as_str(),
        used: used.contains(channel),
        always: *channel == Channel::Website,
    };
    let shown = EditPage {
        channels: Channel::ALL.iter().map(line).collect(),
    };
    page(&request, "signing/channels.html", &shown)
}

pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["channel"])?;
    let chosen: Option<Vec<Channel>> = form
        .all("channel")
        .iter()
        .map(|name| Channel::parse(name))
        .collect();
    let chosen = chosen.ok_or_else(|| Error::field("channel", "field-choice"))?;
    app.db
        .write(move |conn| consents::choose_channels(conn, &actor, &chosen))
        .await?;
    Ok(redirect_with(&visit, CHANNELS, "notice-saved"))
}
