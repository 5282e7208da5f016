//! What clients' wishes leave for people to do: copies elsewhere to take down, search engines to ask, requests to answer,
//! and whom to ask again because a yes ends soon.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::uses::Line;
use crate::accounts::Actor;
use crate::app::App;
use crate::clients::{self, Request};
use crate::consents::{self, Ending};
use crate::db::{CaseId, ClientId, Conn, StoryId};
use crate::error::Error;
use crate::external_uses::{self, Standing};
use crate::stories;
use crate::web::days::day_in;
use crate::web::flash::redirect_with;
use crate::web::text::Texts;
use crate::web::{Form, House, Visit, page};

const DUTIES: &str = "/staff/duties";

#[derive(Serialize)]
struct IndexPage {
    due: Vec<(String, Line)>,
    searched: Vec<Dropped>,
    requests: Vec<(String, Request)>,
    ending: Vec<Near>,
    /// Signed sheets that a colleague wrote down.
    papers: usize,
    today: NaiveDate,
}

/// A consent that ends soon.
#[derive(Serialize)]
struct Near {
    name: String,
    /// The clinic's days from today to its last.
    days: i64,
    #[serde(flatten)]
    ending: Ending,
}

/// A story's page that search engines may still keep.
#[derive(Serialize)]
struct Dropped {
    story: StoryId,
    case: CaseId,
    client: String,
    address: String,
    since: NaiveDateTime,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
) -> Result<HttpResponse, Error> {
    let (zone, texts) = (House::of(&request).time_zone, app.pages.texts.clone());
    let base = app.config.clone();
    let shown = app
        .db
        .read(move |conn| {
            let today = day_in(conn.now()?, &zone);
            Ok(IndexPage {
                ending: near(conn, |end| (day_in(end, &zone) - today).num_days())?,
                due: due(conn, &texts)?,
                searched: searched(conn, |path| base.web.link(path))?,
                requests: requests(conn)?,
                papers: consents::papers_to_verify(conn, &actor)?.len(),
                today,
            })
        })
        .await?;
    page(&request, "desk/duties.html", &shown)
}

/// Empty for a client who was forgotten: what has to come down has to, whoever it was.
fn name(conn: &mut Conn, id: &ClientId) -> Result<String, Error> {
    match clients::client(conn, id) {
        Ok(client) => Ok(client.name),
        Err(Error::NotFound) => Ok(String::new()),
        Err(error) => Err(error),
    }
}

fn due(conn: &mut Conn, texts: &Texts) -> Result<Vec<(String, Line)>, Error> {
    let mut all = Vec::new();
    for one in external_uses::due(conn)? {
        let client = name(conn, &one.client_id)?;
        all.push((client, Line::of(conn, texts, (one, Standing::Due))?));
    }
    Ok(all)
}

fn searched(conn: &mut Conn, link: impl Fn(&str) -> String) -> Result<Vec<Dropped>, Error> {
    let mut all = Vec::new();
    for one in consents::searched(conn, None)? {
        if !one.is_due() {
            continue;
        }
        let slug = stories::story(conn, &one.story)?.slug;
        all.push(Dropped {
            client: name(conn, &one.client)?,
            address: link(&format!("/stories/{slug}")),
            story: one.story,
            case: one.case,
            since: one.since,
        });
    }
    Ok(all)
}

fn requests(conn: &mut Conn) -> Result<Vec<(String, Request)>, Error> {
    let mut all = Vec::new();
    for one in clients::open_requests(conn)? {
        all.push((clients::client(conn, &one.client_id)?.name, one));
    }
    Ok(all)
}

fn near(conn: &mut Conn, days: impl Fn(NaiveDateTime) -> i64) -> Result<Vec<Near>, Error> {
    let mut all = Vec::new();
    for ending in consents::ending(conn, None)? {
        all.push(Near {
            name: clients::client(conn, &ending.client)?.name,
            days: days(ending.until),
            ending,
        });
    }
    Ok(all)
}

/// A copy elsewhere is gone: seen by whom, by what, since when.
pub async fn create_removal(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["proof", "removed_on", "back"])?;
    let mut errors = crate::error::FieldErrors::default();
    let day = form.date("removed_on", &mut errors);
    errors.check()?;
    let proof = form.text("proof");
    let removed = app
        .db
        .write(move |conn| external_uses::remove(conn, &actor, &id, &proof, day))
        .await?;
    let back = match form.text("back").as_str() {
        "case" => format!("/staff/cases/{}/uses", removed.case_id),
        _ => DUTIES.to_owned(),
    };
    Ok(redirect_with(&visit, &back, "notice-use-removed"))
}

/// Search engines were asked to drop a page.
pub async fn create_search(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    story: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["proof"])?;
    let story = StoryId::parse(&story).ok_or(Error::NotFound)?;
    let proof = form.text("proof");
    app.db
        .write(move |conn| consents::ask_to_drop(conn, &actor, &story, &proof))
        .await?;
    Ok(redirect_with(&visit, DUTIES, "notice-saved"))
}

/// A client's request is answered.
pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["answer"])?;
    let answer = form.text("answer");
    app.db
        .write(move |conn| clients::answer_request(conn, &actor, &id, &answer))
        .await?;
    Ok(redirect_with(&visit, DUTIES, "notice-saved"))
}
