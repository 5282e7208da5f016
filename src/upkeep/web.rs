//! The page of background work.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::actions::{drop_job, is_owed, retry_job};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Error;
use crate::jobs::{self, Desk, Filed, JobId};
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

#[derive(Serialize)]
struct IndexPage {
    desk: Desk,
    parked: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    job: Filed,
    /// What a withdrawal owes can only be tried again.
    owed: bool,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let (desk, parked) = app.db.read(jobs::desk).await?;
    let parked = parked.into_iter().map(|job| Line {
        owed: is_owed(&job.name),
        job,
    });
    let shown = IndexPage {
        parked: parked.collect(),
        desk,
    };
    page(&request, "upkeep/jobs.html", &shown)
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
