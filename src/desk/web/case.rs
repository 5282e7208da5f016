//! One case, one page: where it stands, its five steps, its sessions and facts.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;
use serde::Serialize;

use super::rows::{Row, rows};
use crate::app::App;
use crate::cases::{self, Session, Wanted, fact_label};
use crate::db::{CaseId, Conn};
use crate::desk::steps::{Step, StepState, steps};
use crate::desk::words::Words;
use crate::desk::{Facts, gather};
use crate::error::Error;
use crate::photos::{self, Photo};
use crate::reports;
use crate::web::days::day_in;
use crate::web::{House, Refill, page_with_status};

#[derive(Serialize)]
struct ShowPage {
    /// A visitor reported its story, and no moderator has looked at it yet.
    reported: bool,
    case: Row,
    practitioner: Option<String>,
    location: Option<String>,
    steps: Vec<StepShown>,
    facts: Vec<(String, String)>,
    sessions: Vec<Session>,
    photos: Vec<Thumb>,
    more_photos: usize,
    /// The number the next session will have, and today in the clinic.
    next_session: i64,
    today: NaiveDate,
    form: Refill,
}

#[derive(Serialize)]
struct Thumb {
    photo: Photo,
    level: Option<&'static str>,
}

#[derive(Serialize)]
struct StepShown {
    name: &'static str,
    href: String,
    state: StepState,
    words: String,
}

/// So many photos are shown on the page of the case.
const THUMBS: usize = 8;

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id = CaseId::parse(&id).ok_or(Error::NotFound)?;
    answer(&app, &request, StatusCode::OK, id, Refill::default()).await
}

/// The page, also for a session that was refused.
pub(super) async fn answer(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    id: CaseId,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let (zone, texts) = (House::of(request).time_zone, app.pages.texts.clone());
    let shown = app
        .db
        .read(move |conn| {
            let words = Words {
                texts: &texts,
                zone: &zone,
            };
            show_page(conn, &words, id, form)
        })
        .await?;
    page_with_status(request, status, "desk/case.html", &shown)
}

fn show_page(
    conn: &mut Conn,
    words: &Words<'_>,
    id: CaseId,
    form: Refill,
) -> Result<ShowPage, Error> {
    let found = gather(conn, &Wanted::One(id.clone()))?;
    let facts = found.first().ok_or(Error::NotFound)?;
    let case = cases::case(conn, &id)?;
    let (practitioner, location) = cases::people(conn, &case)?;
    let mut row = rows(conn, words, std::slice::from_ref(facts))?;
    let all = photos::photos(conn, &id)?;
    let known = case.facts().into_iter();
    let label = |name: &str, value: &str| {
        (
            words.texts.get(&format!("fact-{}", name.replace('_', "-"))),
            fact_label(words.texts, name, value),
        )
    };
    let reported = match &facts.story {
        Some(story) => reports::is_reported(conn, &story.id)?,
        None => false,
    };
    Ok(ShowPage {
        reported,
        facts: known.map(|(name, value)| label(name, &value)).collect(),
        steps: steps(facts)
            .into_iter()
            .map(|step| step_shown(words, facts, step))
            .collect(),
        sessions: cases::sessions(conn, &id)?,
        more_photos: all.len().saturating_sub(THUMBS),
        photos: all.into_iter().take(THUMBS).map(thumb).collect(),
        next_session: facts.sessions + 1,
        today: day_in(facts.now, words.zone),
        case: row.pop().ok_or(Error::NotFound)?,
        practitioner,
        location,
        form,
    })
}

fn thumb(photo: Photo) -> Thumb {
    let least = photo.levels().into_iter().min();
    let level = least.filter(|_| photo.is_ready());
    Thumb {
        level: level.map(|level| level.as_str()),
        photo,
    }
}

fn step_shown(words: &Words<'_>, facts: &Facts, step: Step) -> StepShown {
    let said = match (step.name, step.words) {
        ("photos", "open" | "done") => words.photos(facts),
        ("pairs", "done") => words.count("pairs-count", facts.photos.pairs),
        ("moderation", "changes-asked" | "refused") => {
            let id = format!("status-{}", step.words);
            words.texts.format(&id, &[("why", &words.reasons(facts))])
        }
        (name, said) => words.texts.get(&format!("step-{name}-{said}")),
    };
    StepShown {
        href: format!("/staff/cases/{}{}", facts.case.id, step.place),
        name: step.name,
        state: step.state,
        words: said,
    }
}
