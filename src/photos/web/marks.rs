//! Lining up a pair by hand: the same spots tapped on both photos. Nothing is kept until a frame is confirmed; the marks
//! travel in the address, so that a tap is a GET and works without scripts.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::pair::opened;
use super::preview::Proposed;
use super::taps::{Row, rows, sizes};
use crate::accounts::Actor;
use crate::app::App;
use crate::consents::StaffGrant;
use crate::error::Error;
use crate::photos::Photo;
use crate::photos::marks::{Mark, Marked, marked};
use crate::web::page;

#[derive(Serialize)]
struct MarksPage {
    id: String,
    client: String,
    before: Photo,
    after: Photo,
    sides: Option<[Side; 2]>,
    /// Always as many as can be marked.
    rows: Vec<Row>,
    /// How many spots are marked on both.
    count: usize,
    /// Id of the sentence that says what to do next, and a number in it.
    next: (&'static str, usize),
    odd: Option<usize>,
    proposal: Option<[Proposed; 2]>,
}

/// One photo to mark.
#[derive(Serialize)]
struct Side {
    name: &'static str,
    src: String,
    /// Width and height at which it may be sent, for the tag.
    sizes: [(u32, u32); 2],
    dots: Vec<Dot>,
}

/// A mark in pixels of the larger picture.
#[derive(Serialize)]
struct Dot {
    number: usize,
    x: f64,
    y: f64,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
    asked: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    StaffGrant::of(&actor)?;
    let (pair, client) = opened(&app, id.into_inner()).await?;
    let photos = (&pair.before, &pair.after);
    let rows = rows(&asked, photos);
    let marks: Vec<Mark> = rows.iter().filter_map(Row::mark).collect();
    let found = marked(photos.0, photos.1, &marks);
    let (odd, proposal) = match &found {
        Marked::Framed { edits, odd } => (*odd, Proposed::both(photos, edits)),
        _ => (None, None),
    };
    let one = Side::of(photos.0, "before", &rows, |row| row.before);
    let other = Side::of(photos.1, "after", &rows, |row| row.after);
    let shown = MarksPage {
        client,
        sides: one.zip(other).map(|(one, other)| [one, other]),
        count: marks.len(),
        next: next(&rows, &found),
        odd,
        proposal,
        rows,
        id: pair.id,
        before: pair.before,
        after: pair.after,
    };
    page(&request, "photos/marks.html", &shown)
}

impl Side {
    /// The version that shows most, which only the clinic sees; `None` while it is being made.
    fn of(
        photo: &Photo,
        name: &'static str,
        rows: &[Row],
        place: impl Fn(&Row) -> Option<(f64, f64)>,
    ) -> Option<Self> {
        let level = photo.levels().into_iter().max()?;
        let sizes = sizes(photo)?;
        let (width, height) = sizes[1];
        let dot = |(index, row): (usize, &Row)| {
            let (x, y) = place(row)?;
            Some(Dot {
                number: index + 1,
                x: x / 100.0 * f64::from(width),
                y: y / 100.0 * f64::from(height),
            })
        };
        Some(Self {
            name,
            src: format!(
                "/staff/photos/{}/view/{}-1024.jpg?r={}",
                photo.id,
                level.as_str(),
                photo.revision
            ),
            sizes,
            dots: rows.iter().enumerate().filter_map(dot).collect(),
        })
    }
}

fn next(rows: &[Row], found: &Marked) -> (&'static str, usize) {
    let open = rows
        .iter()
        .position(|row| row.before.is_some() != row.after.is_some());
    match (open, found) {
        (Some(row), _) if rows[row].before.is_some() => ("marks-next-after", row + 1),
        (Some(row), _) => ("marks-next-before", row + 1),
        (None, Marked::TooFew) => {
            let marked = rows.iter().filter(|row| row.before.is_some()).count();
            ("marks-next-both", marked + 1)
        }
        (None, Marked::TooNear) => ("marks-too-near", 0),
        (None, Marked::NoFrame) => ("marks-no-frame", 0),
        (None, Marked::Framed { .. }) => ("marks-framed", 0),
    }
}
