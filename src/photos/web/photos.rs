//! The photos of a case, by the day they were taken, with what can be done with many of them at once.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;
use serde::Serialize;

use super::progress::{look_at, tell, wants_json};
use super::uploads::FileResult;
use crate::accounts::Actor;
use crate::app::App;
use crate::clients::{self, Client};
use crate::db::{CaseId, Conn, PhotoId};
use crate::error::Error;
use crate::imaging::Level;
use crate::imaging::measure::Likeness;
use crate::photos::{
    Angle, Double, Photo, Progress, Proposal, SessionDay, Stage, doubles, pairs, photos, progress,
    proposal, proposed_pairs, queries, remove, session_days,
};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status};

/// A photo and the version that shows least of the person: what lists show.
#[derive(Clone, Serialize)]
pub struct Shown {
    photo: Photo,
    levels: Vec<Level>,
    /// The class that keeps the focus in sight.
    focus: String,
    /// What its date suggests, while nobody has said it.
    proposal: Option<Proposal>,
    progress: Progress,
    /// Another photo that looks like this one.
    double: Option<Double>,
}

impl Shown {
    fn of(
        photo: Photo,
        sessions: &[SessionDay],
        doubles: &HashMap<PhotoId, Double>,
        progress: &HashMap<PhotoId, Progress>,
    ) -> Self {
        let now = progress.get(&photo.id).copied();
        Self {
            progress: now.unwrap_or(Progress::Complete),
            levels: photo.levels(),
            focus: photo.focus_class(),
            proposal: proposal(&photo, sessions),
            double: doubles.get(&photo.id).cloned(),
            photo,
        }
    }
}

/// A pair as it is shown.
#[derive(Serialize)]
struct PairShown {
    id: String,
    before: Shown,
    after: Shown,
    /// Before and after look like the same photo.
    one_photo: bool,
}

/// The photos of one day.
#[derive(Serialize)]
struct Day {
    date: Option<NaiveDate>,
    photos: Vec<Shown>,
}

#[derive(Serialize)]
struct IndexPage {
    case: CaseId,
    client: Client,
    days: Vec<Day>,
    total: usize,
    undated: usize,
    undescribed: usize,
    unworded: usize,
    processing: usize,
    has_sessions: bool,
    pairs: Vec<PairShown>,
    proposals: Vec<(Shown, Shown)>,
    befores: Vec<Photo>,
    afters: Vec<Photo>,
    stages: Vec<Stage>,
    angles: Vec<Angle>,
    results: Vec<FileResult>,
    form: Refill,
    bulk: Refill,
}

/// The two forms of the page as they were sent, where one was refused.
#[derive(Default)]
pub(super) struct Sent {
    pub results: Vec<FileResult>,
    pub form: Refill,
    pub bulk: Refill,
}

fn gather(conn: &mut Conn, case: CaseId, sent: Sent) -> Result<IndexPage, Error> {
    let client = queries::client_of(conn, &case)?;
    let client = clients::client(conn, &client)?;
    let sessions = session_days(conn, &case)?;
    let all = photos(conn, &case)?;
    let pairs = pairs(conn, &case)?;
    let doubles = doubles(conn, &all)?;
    let progress = progress(conn, &all)?;
    let shown = |photo: &Photo| Shown::of(photo.clone(), &sessions, &doubles, &progress);
    let find = |id: &PhotoId| all.iter().find(|photo| &photo.id == id).map(shown);
    let count = |wanted: fn(&Photo) -> bool| all.iter().filter(|photo| wanted(photo)).count();
    let of = |wanted: fn(Stage) -> bool| -> Vec<Photo> {
        let fits = |photo: &&Photo| photo.is_described() && photo.stage().is_some_and(wanted);
        all.iter().filter(fits).cloned().collect()
    };
    Ok(IndexPage {
        days: by_day(all.iter().map(shown).collect()),
        total: all.len(),
        undated: count(|photo| photo.taken_on.is_none()),
        undescribed: count(|photo| !photo.is_described()),
        unworded: count(|photo| photo.alt.is_empty()),
        processing: count(|photo| photo.state == "processing"),
        has_sessions: !sessions.is_empty(),
        proposals: proposed_pairs(&all, &pairs)
            .iter()
            .filter_map(|(before, after)| Some((find(before)?, find(after)?)))
            .collect(),
        befores: of(Stage::is_before),
        afters: of(|stage| !stage.is_before()),
        stages: Stage::ALL.to_vec(),
        angles: Angle::ALL.to_vec(),
        pairs: pairs
            .iter()
            .map(|pair| PairShown {
                id: pair.id.clone(),
                before: shown(&pair.before),
                after: shown(&pair.after),
                one_photo: look_alike(&pair.before, &pair.after),
            })
            .collect(),
        case,
        client,
        results: sent.results,
        form: sent.form,
        bulk: sent.bulk,
    })
}

/// Whether one may be a copy of the other, by what they look like alone.
fn look_alike(before: &Photo, after: &Photo) -> bool {
    let likeness = |photo: &Photo| Likeness::from_hex(photo.likeness.as_deref()?);
    let both = likeness(before).zip(likeness(after));
    both.is_some_and(|(one, other)| one.distance(&other) <= Likeness::COPY)
}

/// Those without a date first: they need someone.
fn by_day(mut shown: Vec<Shown>) -> Vec<Day> {
    shown.sort_by_key(|one| one.photo.taken_on);
    let mut days: Vec<Day> = Vec::new();
    for one in shown {
        let date = one.photo.taken_on;
        match days.last_mut().filter(|day| day.date == date) {
            Some(day) => day.photos.push(one),
            None => days.push(Day {
                date,
                photos: vec![one],
            }),
        }
    }
    days
}

/// The page, also for a form on it that was refused.
pub(super) async fn answer(
    app: &App,
    request: &HttpRequest,
    status: StatusCode,
    case: CaseId,
    sent: Sent,
) -> Result<HttpResponse, Error> {
    let shown = app.db.read(move |conn| gather(conn, case, sent)).await?;
    let all = shown.days.iter().flat_map(|day| &day.photos);
    look_at(app, all.map(|one| (&one.photo, one.progress)));
    page_with_status(request, status, "photos/index.html", &shown)
}

/// The page; for the script that waits for versions, how far each photo is.
pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    case: Path<String>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    if wants_json(&request) {
        return tell(&app, move |conn| {
            queries::client_of(conn, &case)?;
            photos(conn, &case)
        })
        .await;
    }
    answer(&app, &request, StatusCode::OK, case, Sent::default()).await
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let case = app.db.write(move |conn| remove(conn, &actor, &id)).await?;
    Ok(redirect_with(
        &visit,
        &format!("/staff/cases/{case}/photos"),
        "notice-photo-removed",
    ))
}
