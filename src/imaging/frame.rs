//! Geometry of the edits: which part of the photo is shown, at which size.

use super::edits::{Edits, Rect};
use super::orientation::Orientation;
use super::pixels::Area;

/// The part of a photo that the edits leave, in pixels of the shown photo at full size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// Width and height as shown.
    photo: (f64, f64),
    /// The part, in the upright frame in which the photo is turned.
    pub part: Area,
    /// Sine and cosine of the clockwise turn.
    turn: (f64, f64),
}

impl Frame {
    /// `edits` are canonical; the size is as shown.
    pub fn new((width, height): (u32, u32), edits: &Edits) -> Self {
        let photo = (f64::from(width), f64::from(height));
        let crop = edits.crop.unwrap_or(Rect::WHOLE);
        let left = (crop.x * photo.0).round();
        let top = (crop.y * photo.1).round();
        let part = Area {
            left,
            top,
            right: ((crop.x + crop.width) * photo.0)
                .round()
                .clamp(left + 1.0, photo.0),
            bottom: ((crop.y + crop.height) * photo.1)
                .round()
                .clamp(top + 1.0, photo.1),
        };
        let frame = Self {
            photo,
            part,
            turn: f64::from(edits.straighten).to_radians().sin_cos(),
        };
        if frame.is_turned() {
            Self {
                part: frame.without_blank_corners(),
                ..frame
            }
        } else {
            frame
        }
    }

    pub fn is_turned(&self) -> bool {
        self.turn.0 != 0.0
    }

    /// Of the edited photo, in whole pixels, at least one.
    pub fn size(&self) -> (u32, u32) {
        let side = |length: f64| (length + 1e-6).floor().max(1.0) as u32;
        (side(self.part.width()), side(self.part.height()))
    }

    /// Where a point of the upright frame lies on the photo before it was turned.
    pub fn point_on_photo(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (sin, cos) = self.turn;
        let centre = (self.photo.0 / 2.0, self.photo.1 / 2.0);
        let (dx, dy) = (x - centre.0, y - centre.1);
        (
            centre.0 + dx * cos + dy * sin,
            centre.1 - dx * sin + dy * cos,
        )
    }

    /// Where a point of the photo, in fractions of it, lies in the part, in fractions of that; kept within.
    pub fn place_of(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (sin, cos) = self.turn;
        let centre = (self.photo.0 / 2.0, self.photo.1 / 2.0);
        let (dx, dy) = (x * self.photo.0 - centre.0, y * self.photo.1 - centre.1);
        let upright = (
            centre.0 + dx * cos - dy * sin,
            centre.1 + dx * sin + dy * cos,
        );
        (
            ((upright.0 - self.part.left) / self.part.width()).clamp(0.0, 1.0),
            ((upright.1 - self.part.top) / self.part.height()).clamp(0.0, 1.0),
        )
    }

    /// The part scaled towards the centre of the frame until all its corners lie on the turned photo. A rectangle within
    /// a convex shape that holds the centre: the least of the factors that bring each corner onto the edge.
    fn without_blank_corners(&self) -> Area {
        let Area {
            left,
            top,
            right,
            bottom,
        } = self.part;
        let centre = (self.photo.0 / 2.0, self.photo.1 / 2.0);
        let factor = [(left, top), (right, top), (left, bottom), (right, bottom)]
            .into_iter()
            .map(|corner| self.point_on_photo(corner))
            .map(|(x, y)| {
                let along = |place: f64, half: f64| {
                    if place.abs() > half {
                        half / place.abs()
                    } else {
                        1.0
                    }
                };
                along(x - centre.0, centre.0).min(along(y - centre.1, centre.1))
            })
            .fold(1.0, f64::min);
        let towards = |place: f64, centre: f64| centre + (place - centre) * factor;
        Area {
            left: towards(left, centre.0),
            top: towards(top, centre.1),
            right: towards(right, centre.0),
            bottom: towards(bottom, centre.1),
        }
    }
}

/// A rectangle of fractions in pixels of the photo as stored.
pub(super) fn rect_to_stored(rect: &Rect, orientation: Orientation, stored: (u32, u32)) -> Area {
    let stored = (f64::from(stored.0), f64::from(stored.1));
    let (width, height) = orientation.turned(stored);
    let shown = Area {
        left: rect.x * width,
        top: rect.y * height,
        right: (rect.x + rect.width) * width,
        bottom: (rect.y + rect.height) * height,
    };
    orientation.area_to_stored(&shown, stored)
}
