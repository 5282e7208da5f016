//! The photo with its edits drawn over it, as numbers for an SVG: what the page shows before any script runs.

use serde::Serialize;

use crate::imaging::{Edits, Point, Rect, shown_part};
use crate::photos::Photo;
use crate::photos::framing::size;

/// All in pixels of the whole photo after its quarter turns.
#[derive(Debug, Serialize)]
pub struct Drawing {
    /// Of the photo before its quarter turns.
    photo: (u32, u32),
    width: u32,
    height: u32,
    /// What turns the picture of the photo.
    turn: String,
    straighten: f32,
    masks: Vec<Drawn>,
    crop: Option<[f64; 4]>,
    focus: Option<(f64, f64)>,
    /// Left, top, right and bottom of what is shown in the end.
    shown: [f64; 4],
}

#[derive(Debug, Serialize)]
struct Drawn {
    what: &'static str,
    shape: &'static str,
    style: &'static str,
    rect: [f64; 4],
}

impl Drawing {
    pub fn of(photo: &Photo, edits: &Edits) -> Self {
        let (across, down) = size(photo);
        let (width, height, turn) = match edits.turns % 4 {
            1 => (down, across, format!("translate({down} 0) rotate(90)")),
            2 => (
                across,
                down,
                format!("translate({across} {down}) rotate(180)"),
            ),
            3 => (down, across, format!("translate(0 {across}) rotate(270)")),
            _ => (across, down, String::new()),
        };
        let (x, y) = (f64::from(width), f64::from(height));
        let place = |rect: Rect| [rect.x * x, rect.y * y, rect.width * x, rect.height * y];
        let turned = edits.after_turns();
        let [left, top, shown_width, shown_height] = shown_part((across, down), edits);
        Self {
            photo: (across, down),
            width,
            height,
            turn,
            straighten: edits.straighten,
            masks: turned
                .masks
                .iter()
                .map(|mask| Drawn {
                    what: mask.what.as_str(),
                    shape: mask.shape.as_str(),
                    style: mask.style.as_str(),
                    rect: place(mask.rect),
                })
                .collect(),
            crop: turned.crop.map(place),
            focus: turned.focus.map(|Point { x: a, y: b }| (a * x, b * y)),
            shown: [left, top, left + shown_width, top + shown_height],
        }
    }
}
