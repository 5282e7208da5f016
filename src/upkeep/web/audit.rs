//! The page of the audit chain: who did what to which record, by ids; and what the last check found.

use std::collections::HashMap;

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use serde::{Deserialize, Serialize};

use crate::accounts;
use crate::app::App;
use crate::audit::{self, Event, KeptCheck, NOUNS, Wanted};
use crate::db::{Conn, UserId};
use crate::error::Error;
use crate::web::text::Texts;
use crate::web::{House, page};

const PER_PAGE: usize = 50;

/// What was asked for, as it stands in the address.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Asked {
    noun: String,
    who: String,
    from: String,
    to: String,
    #[serde(skip_serializing)]
    before: Option<i64>,
}

#[derive(Serialize)]
struct IndexPage {
    check: Option<KeptCheck>,
    events: Vec<Line>,
    nouns: &'static [&'static str],
    people: Vec<Person>,
    asked: Asked,
    filtered: bool,
    next: Option<String>,
}

#[derive(Serialize)]
struct Person {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct Line {
    event: Event,
    words: String,
    actor: Mark,
    subject: Mark,
    /// `None` when it says nothing more.
    detail: Option<String>,
}

/// `kind:id`, in its parts.
#[derive(Serialize)]
struct Mark {
    kind: String,
    id: String,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner();
    let wanted = wanted(&asked, &House::of(&request).time_zone)?;
    let texts = app.pages.texts.clone();
    let shown = app
        .db
        .read(move |conn| shown(conn, &texts, asked, &wanted))
        .await?;
    page(&request, "upkeep/audit.html", &shown)
}

/// What can't be asked for is no such page: nothing is filtered by what is not on it (S15).
fn wanted(asked: &Asked, zone: &str) -> Result<Wanted, Error> {
    let unknown = || Error::refused(400, "error-body");
    let noun = match asked.noun.as_str() {
        "" => None,
        text => Some(
            *NOUNS
                .iter()
                .find(|noun| **noun == text)
                .ok_or_else(unknown)?,
        ),
    };
    let actor = match asked.who.as_str() {
        "" => None,
        who @ ("client" | "visitor" | "system") => Some(who.to_owned()),
        id => {
            let id = UserId::parse(id).ok_or_else(unknown)?;
            Some(format!("user:{id}"))
        }
    };
    let day = |text: &str| match text {
        "" => Ok(None),
        text => text.parse::<NaiveDate>().map(Some).map_err(|_| unknown()),
    };
    let (from, to) = (day(&asked.from)?, day(&asked.to)?);
    Ok(Wanted {
        noun,
        actor,
        from: from.map(|day| begin(day, zone)),
        until: to
            .and_then(|day| day.succ_opt())
            .map(|day| begin(day, zone)),
        before: asked.before,
    })
}

/// When a day begins in the clinic, in UTC.
fn begin(day: NaiveDate, zone: &str) -> NaiveDateTime {
    let zone: chrono_tz::Tz = zone.parse().unwrap_or(chrono_tz::UTC);
    let midnight = day.and_time(NaiveTime::MIN);
    match zone.from_local_datetime(&midnight).earliest() {
        Some(moment) => moment.naive_utc(),
        // A clock that was put forward at midnight.
        None => midnight,
    }
}

fn shown(
    conn: &mut Conn,
    texts: &Texts,
    asked: Asked,
    wanted: &Wanted,
) -> Result<IndexPage, Error> {
    let limit = i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX);
    let mut events = audit::events(conn, wanted, limit)?;
    let more = events.len() > PER_PAGE;
    events.truncate(PER_PAGE);
    let last = events.last().filter(|_| more).map(|event| event.seq);
    let fields = serde_urlencoded::to_string(&asked).unwrap_or_default();
    let people = accounts::list(conn)?.into_iter().map(|(user, _)| Person {
        id: user.id.to_string(),
        name: user.name,
    });
    Ok(IndexPage {
        check: audit::last_check(conn)?,
        nouns: &NOUNS,
        people: people.collect(),
        filtered: [&asked.noun, &asked.who, &asked.from, &asked.to]
            .iter()
            .any(|field| !field.is_empty()),
        next: last.map(|seq| format!("/admin/audit?{fields}&before={seq}")),
        events: events.into_iter().map(|event| line(texts, event)).collect(),
        asked,
    })
}

fn line(texts: &Texts, event: Event) -> Line {
    let id = format!("audit-verb-{}", event.verb.replace(['.', '_'], "-"));
    Line {
        words: texts
            .find(&id, &HashMap::new())
            .unwrap_or_else(|| event.verb.clone()),
        actor: mark(&event.actor),
        subject: mark(&event.subject),
        detail: Some(event.detail.clone()).filter(|detail| detail != "{}"),
        event,
    }
}

fn mark(text: &str) -> Mark {
    let (kind, id) = text.split_once(':').unwrap_or((text, ""));
    Mark {
        kind: kind.to_owned(),
        id: id.to_owned(),
    }
}
