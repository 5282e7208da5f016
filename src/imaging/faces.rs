//! Faces seen from the front, as proposals of what to cover. A person decides; profiles and backs of heads are not found, and
//! what is found may be none. Found here on this machine, by the crate `rustface` (SeetaFace's detector; Liu, Kan, Wu, Shan
//! and Chen, *Funnel-Structured Cascade for Multi-View Face Detection with Alignment Awareness*, 2016).

use std::io::Cursor;

use rustface::ImageData;

use super::look::seen;
use super::resize::resize;
use super::{Edits, Limits, Mask, MaskKind, Rect, Refusal};

/// What the detector learned: a file of its crate, copied by `build.rs`.
const MODEL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/seeta_fd_frontal_v1.0.bin"));
/// The longer side of the picture that is searched, in pixels: it bounds the time, about half a second.
const SIDE: u32 = 640;
/// The smallest face looked for, in these pixels: smaller ones are mostly none.
const SMALLEST: u32 = 48;
/// How many of the detector's windows have to agree, by their scores: chance reached 3 on photos without faces, real faces
/// 18 and more (portraits and drawn heads).
const ENOUGH: f64 = 5.0;
/// From here on it is called sure.
const SURE: f64 = 15.0;
/// More faces are no portrait.
const MOST: usize = 4;

/// A face that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// As the detector draws it: from the middle of the forehead to the chin; fractions of the photo after its quarter turns.
    area: Rect,
    pub sure: bool,
}

/// Finds faces on a photo turned by so many quarters, the surest first.
///
/// # Errors
/// As [`develop`](super::develop()).
pub fn faces(bytes: &[u8], turns: u8, limits: &Limits) -> Result<Vec<Face>, Refusal> {
    let turned = Edits {
        turns,
        ..Edits::default()
    };
    let picture = seen(bytes, &turned, limits)?;
    let factor = f64::from(SIDE) / f64::from(picture.width.max(picture.height).max(SIDE));
    let side = |length: u32| ((f64::from(length) * factor).round() as u32).max(1);
    let (width, height) = (side(picture.width), side(picture.height));
    if width.min(height) < SMALLEST {
        return Ok(Vec::new());
    }
    let small = resize(&picture, (width, height))?;
    let grey: Vec<u8> = small.data.chunks_exact(3).map(brightness).collect();
    let model = rustface::read_model(Cursor::new(MODEL)).map_err(|_| Refusal::Unsupported)?;
    let mut detector = rustface::create_detector_with_model(model);
    detector.set_min_face_size(SMALLEST);
    detector.set_score_thresh(2.0);
    detector.set_pyramid_scale_factor(0.8);
    detector.set_slide_window_step(4, 4);
    let mut found = detector.detect(&ImageData::new(&grey, width, height));
    found.retain(|face| face.score() >= ENOUGH);
    found.sort_by(|one, other| other.score().total_cmp(&one.score()));
    let part = |place: i32, all: u32| f64::from(place) / f64::from(all);
    Ok(found
        .iter()
        .take(MOST)
        .map(|face| Face {
            area: Rect {
                x: part(face.bbox().x(), width),
                y: part(face.bbox().y(), height),
                width: f64::from(face.bbox().width()) / f64::from(width),
                height: f64::from(face.bbox().height()) / f64::from(height),
            },
            sure: face.score() >= SURE,
        })
        .collect())
}

impl Face {
    /// From above the brows to below the chin: forehead and hairline stay in sight.
    pub fn cover(&self) -> Mask {
        Mask::new(MaskKind::Face, self.part((-0.06, 1.06), (0.2, 1.08)))
    }

    /// From temple to temple. The eyes lie half way between crown and chin (Farkas, *Anthropometry of the Head and Face*, 1994),
    /// which is about 0.36 of the detector's area; the band reaches as far above as below, brows and glasses included.
    pub fn eye_band(&self) -> Mask {
        Mask::new(MaskKind::Eyes, self.part((-0.06, 1.06), (0.2, 0.52)))
    }

    /// A part of the area, as far as it lies on the photo.
    fn part(&self, (left, right): (f64, f64), (top, bottom): (f64, f64)) -> Rect {
        let along = |start: f64, length: f64, part: f64| (start + length * part).clamp(0.0, 1.0);
        let (x, y) = (
            along(self.area.x, self.area.width, left),
            along(self.area.y, self.area.height, top),
        );
        Rect {
            x,
            y,
            width: along(self.area.x, self.area.width, right) - x,
            height: along(self.area.y, self.area.height, bottom) - y,
        }
    }
}

/// Of sRGB, as Rec. 601 weighs the colours.
fn brightness(pixel: &[u8]) -> u8 {
    let [red, green, blue] = [0, 1, 2].map(|channel| u32::from(pixel[channel]));
    ((red * 299 + green * 587 + blue * 114 + 500) / 1000) as u8
}
