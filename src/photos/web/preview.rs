//! A version of a photo under a frame that may not have been made yet: numbers for an SVG.

use serde::Serialize;

use crate::imaging::{Edits, Level, shown_part};
use crate::photos::framing::size;
use crate::photos::{Framing, Photo};

/// In pixels of the whole photo.
#[derive(Serialize)]
pub struct Preview {
    pub src: String,
    pub frame: [f64; 4],
    pub picture: [f64; 4],
    /// Clockwise, in degrees, about the middle of the photo.
    pub turn: f64,
    pub middle: (f64, f64),
}

impl Preview {
    /// Of the version that shows least; `None` while there is none.
    pub fn of(photo: &Photo, framed: &Edits) -> Option<Self> {
        let level = photo.levels().into_iter().min()?;
        Self::at(photo, level, framed)
    }

    /// Of one level; `None` while it is being made.
    pub fn at(photo: &Photo, level: Level, framed: &Edits) -> Option<Self> {
        let (edits, size) = (photo.edits()?, size(photo));
        let whole = match edits.turns % 2 {
            0 => size,
            _ => (size.1, size.0),
        };
        photo.is_ready().then(|| Self {
            src: format!(
                "/staff/photos/{}/view/{}-1024.jpg?r={}",
                photo.id,
                level.as_str(),
                photo.revision
            ),
            frame: shown_part(size, framed),
            picture: shown_part(size, &edits),
            turn: f64::from(framed.straighten) - f64::from(edits.straighten),
            middle: (f64::from(whole.0) / 2.0, f64::from(whole.1) / 2.0),
        })
    }
}

/// A photo in its new frame, and the field that says yes to it.
#[derive(Serialize)]
pub struct Proposed {
    pub preview: Option<Preview>,
    pub framing: String,
}

impl Proposed {
    /// Before and after in the frame that these edits would give them.
    pub fn both(
        (before, after): (&Photo, &Photo),
        (first, second): &(Edits, Edits),
    ) -> Option<[Self; 2]> {
        let one = |photo: &Photo, edits: &Edits| {
            let framing = Framing {
                revision: photo.revision,
                crop: edits.crop?,
                straighten: edits.straighten,
            };
            Some(Self {
                preview: Preview::of(photo, edits),
                framing: serde_json::to_string(&framing).ok()?,
            })
        };
        Some([one(before, first)?, one(after, second)?])
    }
}
