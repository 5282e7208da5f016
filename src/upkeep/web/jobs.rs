//! The page of background work.

use std::collections::HashMap;

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::error::Error;
use crate::jobs::{self, Filed, JobId, Waiting};
use crate::upkeep::{drop_job, is_owed, retry_job};
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

#[derive(Serialize)]
struct IndexPage {
    /// How many are parked, also those that the page has no room for.
    count: i64,
    waiting: Vec<Kind>,
    parked: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    job: Filed,
    label: String,
    /// What a withdrawal owes can only be tried again.
    owed: bool,
}

#[derive(Serialize)]
struct Kind {
    of: Waiting,
    label: String,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let (desk, parked) = app.db.read(jobs::desk).await?;
    let parked = parked.into_iter().map(|job| Line {
        owed: is_owed(&job.name),
        label: label(&app, &job.name),
        job,
    });
    let waiting = desk.waiting.into_iter().map(|of| Kind {
        label: label(&app, &of.name),
        of,
    });
    let shown = IndexPage {
        count: desk.parked,
        parked: parked.collect(),
        waiting: waiting.collect(),
    };
    page(&request, "upkeep/jobs.html", &shown)
}

/// What a kind of job does, in words; its own name where there are none.
fn label(app: &App, name: &str) -> String {
    let id = format!("job-{}", name.replace('_', "-"));
    let words = app.pages.texts.find(&id, &HashMap::new());
    words.unwrap_or_else(|| name.to_owned())
}

/// One more attempt.
pub async fn create(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = JobId::parse(&id).ok_or(Error::NotFound)?;
    app.db
        .write(move |conn| retry_job(conn, &actor, &id))
        .await?;
    Ok(redirect_with(&visit, "/admin/jobs", "notice-job-retried"))
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = JobId::parse(&id).ok_or(Error::NotFound)?;
    app.db
        .write(move |conn| drop_job(conn, &actor, &id))
        .await?;
    Ok(redirect_with(&visit, "/admin/jobs", "notice-job-dropped"))
}
