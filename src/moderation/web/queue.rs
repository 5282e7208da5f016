//! The queue.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::consents;
use crate::error::Error;
use crate::moderation::queue::{Waiting, queue};
use crate::moderation::undoing::{Undoable, undoable};
use crate::reports;
use crate::web::page;

#[derive(Serialize)]
struct IndexPage {
    waiting: Vec<Waiting>,
    /// All that wait, more than are shown perhaps.
    count: usize,
    undoable: Option<Undoable>,
    /// Reports of visitors that wait: they come first.
    reported: i64,
    /// Signed sheets that wait for a second person.
    papers: usize,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
) -> Result<HttpResponse, Error> {
    let config = app.config.clone();
    let shown = app
        .db
        .read(move |conn| {
            let (waiting, count) = queue(conn, &config, &actor)?;
            Ok(IndexPage {
                waiting,
                count,
                undoable: undoable(conn, &actor)?,
                reported: reports::count_open(conn)?,
                papers: consents::papers_to_verify(conn, &actor)?.len(),
            })
        })
        .await?;
    page(&request, "moderation/index.html", &shown)
}
