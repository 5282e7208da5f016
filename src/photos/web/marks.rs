//! Lining up a pair by hand: the same spots tapped on both photos. Nothing is kept until a frame is confirmed; the marks
//! travel in the address, so that a tap is a GET and works without scripts.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::preview::Proposed;
use crate::accounts::Actor;
use crate::app::App;
use crate::clients;
use crate::consents::StaffGrant;
use crate::error::Error;
use crate::imaging::shown_part;
use crate::photos::framing::size;
use crate::photos::marks::{MOST_MARKS, Mark, Marked, marked};
use crate::photos::{Photo, pair};
use crate::web::page;

/// The widths at which the pictures are sent where no script runs: a tap is told in pixels of what is seen.
const WIDTHS: [u32; 2] = [280, 560];

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

/// A spot as the form's fields hold it: percent of what is shown, `None` while it is not marked.
#[derive(Debug, Clone, Copy, Default, Serialize)]
struct Row {
    before: Option<(f64, f64)>,
    after: Option<(f64, f64)>,
}

impl Row {
    fn mark(&self) -> Option<Mark> {
        let part = |(x, y): (f64, f64)| (x / 100.0, y / 100.0);
        Some((part(self.before?), part(self.after?)))
    }
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
    asked: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    StaffGrant::of(&actor)?;
    let id = id.into_inner();
    let (pair, client) = app
        .db
        .read(move |conn| {
            let pair = pair(conn, &id)?;
            let client = clients::client(conn, &pair.before.client_id)?;
            Ok((pair, client.name))
        })
        .await?;
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

/// `None` while the photo is being made ready.
fn sizes(photo: &Photo) -> Option<[(u32, u32); 2]> {
    let [_, _, width, height] = shown_part(size(photo), &photo.edits()?);
    let tall = |wide: u32| (f64::from(wide) * height / width.max(1.0)).round().max(1.0) as u32;
    photo
        .is_ready()
        .then(|| WIDTHS.map(|wide| (wide, tall(wide))))
}

/// The rows that were asked for, with the tap that asked: it fills the first row that lacks that side, else moves the last.
fn rows(asked: &[(String, String)], (before, after): (&Photo, &Photo)) -> Vec<Row> {
    let all = |name: &str| -> Vec<f64> {
        let named = asked.iter().filter(|(key, _)| key == name);
        named
            .map(|(_, text)| text.trim().replace(',', ".").parse().unwrap_or(f64::NAN))
            .map(|number: f64| {
                if (0.0..=100.0).contains(&number) {
                    number
                } else {
                    f64::NAN
                }
            })
            .collect()
    };
    let columns = ["before_x", "before_y", "after_x", "after_y"].map(all);
    let place = |x: usize, y: usize, row: usize| {
        let (x, y) = (*columns[x].get(row)?, *columns[y].get(row)?);
        (x.is_finite() && y.is_finite()).then_some((x, y))
    };
    let mut rows: Vec<Row> = (0..MOST_MARKS)
        .map(|row| Row {
            before: place(0, 1, row),
            after: place(2, 3, row),
        })
        .collect();
    if let Some(tap) = tap(asked, "before", before) {
        let row = rows.iter().position(|row| row.before.is_none());
        rows[row.unwrap_or(MOST_MARKS - 1)].before = Some(tap);
    }
    if let Some(tap) = tap(asked, "after", after) {
        let row = rows.iter().position(|row| row.after.is_none());
        rows[row.unwrap_or(MOST_MARKS - 1)].after = Some(tap);
    }
    rows
}

/// `before-280.x` and `.y`, as an image button sends them; or `tap-before-x` and `-y` in percent, as our script does.
fn tap(asked: &[(String, String)], side: &str, photo: &Photo) -> Option<(f64, f64)> {
    let number = |name: String| -> Option<f64> {
        let (_, text) = asked.iter().find(|(key, _)| *key == name)?;
        text.parse().ok().filter(|number: &f64| number.is_finite())
    };
    let within = |percent: f64| (percent.clamp(0.0, 100.0) * 100.0).round() / 100.0;
    let exact = number(format!("tap-{side}-x")).zip(number(format!("tap-{side}-y")));
    let sent = sizes(photo)?.into_iter().find_map(|(width, height)| {
        let x = number(format!("{side}-{width}.x"))?;
        let y = number(format!("{side}-{width}.y"))?;
        // The middle of the pixel that was tapped.
        let part = |place: f64, all: u32| (place + 0.5) / f64::from(all) * 100.0;
        Some((part(x, width), part(y, height)))
    });
    exact.or(sent).map(|(x, y)| (within(x), within(y)))
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
