//! "My photos and words": every place they are shown, and how to take them back, in two steps and without a reason.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use chrono::{Duration, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::audit::Doer;
use crate::cases;
use crate::clients::{self, Request, RequestKind};
use crate::clinic;
use crate::consents::{self, Ending, Scope, Searched, Takedown};
use crate::db::{ClientId, Conn};
use crate::error::Error;
use crate::photos;
use crate::signing::elsewhere::{Elsewhere, elsewhere};
use crate::signing::holdings::{CaseHeld, holdings};
use crate::signing::pictures::{Album, Shot};
use crate::signing::session::Client;
use crate::signing::withdrawal::take_back;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

/// How long the page tells what became of the latest withdrawal.
const TOLD: Duration = Duration::days(30);

#[derive(Serialize)]
struct IndexPage {
    clinic: String,
    cases: Vec<CaseHeld>,
    /// What is on hold: the treatment it is about, and since when.
    disputed: Vec<(String, Option<NaiveDateTime>)>,
    /// What of it ends soon.
    ending: Vec<Ending>,
    /// All places where something is allowed, or would be were it not paused.
    places: Vec<Place>,
    /// Something is paused; all that is allowed is.
    paused: bool,
    all_paused: bool,
    /// Copies in places that are not the clinic's.
    elsewhere: Vec<Elsewhere>,
    /// Search engines are still to be asked to drop something, or were asked then.
    search_open: bool,
    search_asked: Option<NaiveDateTime>,
    requests: Vec<Request>,
    kinds: Vec<&'static str>,
    /// How many pictures people can see now.
    shown: usize,
    takedown: Option<Takedown>,
    has_receipt: bool,
    confirmed: bool,
}

#[derive(Serialize)]
struct Place {
    channel: String,
    live: bool,
    paused: bool,
}

/// The places of all cases, each once.
fn places(cases: &[CaseHeld]) -> Vec<Place> {
    let mut all: Vec<Place> = Vec::new();
    for case in cases {
        for channel in &case.channels {
            let live = case
                .holdings
                .iter()
                .any(|one| one.channels.contains(channel));
            let paused = case.paused.contains(channel);
            match all.iter_mut().find(|one| &one.channel == channel) {
                Some(one) => (one.live, one.paused) = (one.live || live, one.paused || paused),
                None => all.push(Place {
                    channel: channel.clone(),
                    live,
                    paused,
                }),
            }
        }
    }
    all
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
) -> Result<HttpResponse, Error> {
    let link = client.0.link.clone();
    let confirmed = client.0.is_confirmed();
    let shown = app
        .db
        .read(move |conn| {
            let consent = consents::consent(conn, &link.consent_id)?;
            let recent = conn.now()? - TOLD;
            let cases = holdings(conn, &link.client_id)?;
            let shown = cases
                .iter()
                .flat_map(|case| &case.holdings)
                .filter(|one| one.shown && one.what == "photo")
                .count();
            let searched = consents::searched(conn, Some(&link.client_id))?;
            let places = places(&cases);
            Ok(IndexPage {
                all_paused: places.iter().all(|place| !place.live),
                places,
                paused: cases.iter().any(|case| !case.paused.is_empty()),
                elsewhere: elsewhere(conn, &link.client_id)?,
                search_open: searched.iter().any(Searched::is_due),
                search_asked: searched.iter().filter_map(|one| one.asked_at).max(),
                requests: clients::requests(conn, &link.client_id)?,
                kinds: RequestKind::ALL.iter().map(|one| one.as_str()).collect(),
                clinic: clinic::clinic(conn)?.name,
                disputed: disputed(conn, &link.client_id)?,
                ending: consents::ending(conn, Some(&link.client_id))?,
                cases,
                shown,
                takedown: consents::last_takedown(conn, &link.client_id)?
                    .filter(|one| one.at > recent),
                has_receipt: consent.signed_at.is_some(),
                confirmed,
            })
        })
        .await?;
    page(&request, "signing/manage.html", &shown)
}

/// What was said about it stays in the clinic: it may be about others.
fn disputed(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<(String, Option<NaiveDateTime>)>, Error> {
    let mut all = Vec::new();
    for one in consents::disputes(conn, Some(client))? {
        let treatment = cases::case(conn, &one.case)?.treatment_id;
        all.push((clinic::treatment(conn, &treatment)?.name, one.since));
    }
    Ok(all)
}

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
    /// A place that is not the clinic's: people take it down there.
    outside: Option<&'static str>,
    /// For less of a photo: how much would still be seen, and how it would look.
    level: Option<&'static str>,
    shot: Option<Shot>,
}

/// The first step: what will happen.
pub async fn new(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let scope = Scope::parse(&asked.scope).ok_or(Error::NotFound)?;
    let outside = match scope {
        Scope::Channel(channel) if channel.is_outside() => Some(channel.as_str()),
        _ => None,
    };
    let (owner, confirmed) = (client.0.link.client_id.clone(), client.0.is_confirmed());
    let (text, kind) = (
        asked.scope.clone(),
        asked.scope.split(':').next().unwrap_or_default().to_owned(),
    );
    let shown = app
        .db
        .read(move |conn| {
            let (mut level, mut shot) = (None, None);
            if let Scope::Level { photo, level: less } = &scope {
                let id = crate::db::PhotoId::parse(photo).ok_or(Error::NotFound)?;
                let photo = photos::photo(conn, &id)?;
                if photo.client_id != owner {
                    return Err(Error::NotFound);
                }
                level = Some(less.as_str());
                if confirmed && photo.levels().contains(less) {
                    let album = Album::of(conn, &photo.case_id)?;
                    shot = Some(album.shot(conn, &photo, Some(*less))?);
                }
            }
            Ok(NewPage {
                clinic: clinic::clinic(conn)?.name,
                scope: text,
                kind,
                outside,
                level,
                shot,
            })
        })
        .await?;
    page(&request, "signing/withdrawal.html", &shown)
}

/// The second step: it is taken down when this answers.
pub async fn create(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["scope"])?;
    let scope =
        Scope::parse(&form.text("scope")).ok_or_else(|| Error::field("scope", "field-choice"))?;
    let message = match scope {
        Scope::Level { .. } => "notice-narrowed",
        _ => "notice-withdrawn",
    };
    let id = client.0.link.client_id.clone();
    app.db
        .write(move |conn| take_back(conn, &Doer::Client(id.to_string()), &id, &scope))
        .await?;
    Ok(redirect_with(&visit, "/c/manage", message))
}
