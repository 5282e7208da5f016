//! What was reported, for moderators: look at it, and settle it with one press.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::{Card, card, story_at};
use crate::reports::actions::settle;
use crate::reports::queries;
use crate::reports::report::{Outcome, Report};
use crate::stories;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

#[derive(Serialize)]
struct IndexPage {
    open: Vec<Line>,
    settled: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    report: Report,
    title: String,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let shown = app
        .db
        .read(|conn| {
            let open = queries::open(conn)?;
            let settled = queries::settled(conn)?;
            Ok(IndexPage {
                open: lines(conn, open)?,
                settled: lines(conn, settled)?,
            })
        })
        .await?;
    page(&request, "reports/index.html", &shown)
}

fn lines(conn: &mut Conn, reports: Vec<Report>) -> Result<Vec<Line>, Error> {
    let line = |report: Report| {
        let title = stories::story(conn, &report.story_id)?.title;
        Ok(Line { report, title })
    };
    reports.into_iter().map(line).collect()
}

#[derive(Serialize)]
struct EditPage {
    report: Report,
    title: String,
    case: String,
    slug: String,
    /// The story as visitors see it now; none when nothing of it is public.
    card: Option<Card>,
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let shown = app.db.read(move |conn| edit_page(conn, &id)).await?;
    page(&request, "reports/edit.html", &shown)
}

fn edit_page(conn: &mut Conn, id: &str) -> Result<EditPage, Error> {
    let report = queries::report(conn, id)?;
    let story = stories::story(conn, &report.story_id)?;
    let card = match story_at(conn, &story.slug) {
        Ok((_, public)) => card(&public),
        Err(Error::Gone | Error::NotFound) => None,
        Err(error) => return Err(error),
    };
    Ok(EditPage {
        card,
        report,
        title: story.title,
        case: story.case_id.to_string(),
        slug: story.slug,
    })
}

pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["outcome"])?;
    let outcome = Outcome::parse(&form.text("outcome"))
        .ok_or_else(|| Error::field("outcome", "field-choice"))?;
    app.db
        .write(move |conn| settle(conn, &actor, &id, outcome))
        .await?;
    let notice = match outcome {
        Outcome::TakenDown => "notice-report-taken-down",
        Outcome::Kept => "notice-report-kept",
    };
    Ok(redirect_with(&visit, "/moderation/reports", notice))
}
