//! Spots tapped on the photos of a pair, as an address holds them.

use serde::Serialize;

use crate::imaging::shown_part;
use crate::photos::Photo;
use crate::photos::framing::size;
use crate::photos::marks::{MOST_MARKS, Mark};

/// The widths at which the pictures are sent where no script runs: a tap is told in pixels of what is seen.
const WIDTHS: [u32; 2] = [280, 560];

/// A spot as the form's fields hold it: percent of what is shown, `None` while it is not marked.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Row {
    pub before: Option<(f64, f64)>,
    pub after: Option<(f64, f64)>,
}

impl Row {
    /// The spot, if it is marked on both.
    pub fn mark(&self) -> Option<Mark> {
        let part = |(x, y): (f64, f64)| (x / 100.0, y / 100.0);
        Some((part(self.before?), part(self.after?)))
    }
}

/// Width and height at which a photo may be sent; `None` while the photo is being made ready.
pub fn sizes(photo: &Photo) -> Option<[(u32, u32); 2]> {
    let [_, _, width, height] = shown_part(size(photo), &photo.edits()?);
    let tall = |wide: u32| (f64::from(wide) * height / width.max(1.0)).round().max(1.0) as u32;
    photo
        .is_ready()
        .then(|| WIDTHS.map(|wide| (wide, tall(wide))))
}

/// The rows that were asked for, with the tap that asked: it fills the first row that lacks that side, else moves the last.
pub fn rows(asked: &[(String, String)], (before, after): (&Photo, &Photo)) -> Vec<Row> {
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
