//! Cases as a list shows them: a picture, who, what, how it stands, and the next step.

use serde::Serialize;

use crate::db::{CaseId, ClientId, Conn, PhotoId};
use crate::desk::words::Words;
use crate::desk::{Facts, Status};
use crate::error::Error;
use crate::imaging::Level;
use crate::photos;

/// A small private picture.
#[derive(Debug, Clone, Serialize)]
pub struct Cover {
    pub id: PhotoId,
    pub level: Level,
    pub revision: i32,
}

/// A case in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub id: CaseId,
    pub client_id: ClientId,
    pub client: String,
    pub treatment: String,
    pub last_day: String,
    pub cover: Option<Cover>,
    pub status: Stands,
}

/// How a case stands, ready to be shown.
#[derive(Debug, Clone, Serialize)]
pub struct Stands {
    pub name: &'static str,
    pub words: String,
    pub next: String,
    /// Where the next step is taken.
    pub href: String,
    pub needs_someone: bool,
}

impl Stands {
    pub fn of(words: &Words<'_>, facts: &Facts) -> Self {
        let status = Status::of(facts);
        Self {
            name: status.name(),
            words: words.status(facts, status),
            next: words.next(facts, status),
            href: format!("/staff/cases/{}{}", facts.case.id, status.place()),
            needs_someone: status.needs_someone(),
        }
    }
}

/// The rows of these cases, with one query for all their pictures.
pub fn rows(conn: &mut Conn, words: &Words<'_>, some: &[Facts]) -> Result<Vec<Row>, Error> {
    let ids: Vec<String> = some.iter().map(|one| one.case.id.to_string()).collect();
    let mut covers = photos::covers(conn, &ids)?;
    Ok(some
        .iter()
        .map(|facts| Row {
            id: facts.case.id.clone(),
            client_id: facts.case.client_id.clone(),
            client: facts.case.client.clone(),
            treatment: facts.case.treatment.clone(),
            last_day: words.day(facts.last_at()),
            cover: covers
                .remove(&facts.case.id)
                // Who said stop is not looked at in passing either.
                .filter(|_| !matches!(Status::of(facts), Status::Withdrawn { .. }))
                .map(|(photo, level)| Cover {
                    id: photo.id,
                    level,
                    revision: photo.revision,
                }),
            status: Stands::of(words, facts),
        })
        .collect())
}
