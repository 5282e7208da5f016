//! Where the face and the eyes lie in a picture, so that masks can be set on them.

use super::Regions;
use super::camera::{Camera, HEIGHT, WIDTH};
use super::face::{EYE_X, EYE_Y};
use super::shape::Build;
use super::vector::{V3, v3};
use super::{Head, Moment, View};
use crate::imaging::Rect;

pub(super) fn find(head: &Head, view: View, moment: Moment) -> Regions {
    let camera = Camera::new(head, view, moment);
    let b = Build::of(head);
    // From the brows to under the chin, from the tip of the nose to before the ears.
    let face = [-1.0, 1.0].into_iter().flat_map(|side| {
        [
            v3(side * 6.6 * b.width, 3.6, 3.0),
            v3(side * 6.4 * b.width, -3.0, 3.0),
            v3(side * 4.0, 3.8, 8.6),
            v3(side * 4.4, -11.0, 4.0),
            v3(side * 1.5, -11.0, 9.0),
            v3(side * 1.0, -3.0, 12.8),
        ]
    });
    // From above, the sides of the face lie behind the hairline.
    let face = face.filter(|point| view != View::Top || point.z > 5.0);
    let eye = |side: f32| {
        let x = side * EYE_X * b.eye_spacing;
        [
            v3(x - 2.2, EYE_Y + 1.7, 7.6),
            v3(x + 2.2, EYE_Y - 1.7, 7.6),
            v3(x, EYE_Y + 1.7, 9.4),
            v3(x, EYE_Y - 1.7, 9.4),
        ]
    };
    let eyes = match view {
        View::Front | View::Top => [eye(-1.0), eye(1.0)].concat(),
        View::Left => eye(1.0).to_vec(),
        View::Right => eye(-1.0).to_vec(),
        View::Back => Vec::new(),
    };
    Regions {
        face: around(&camera, face),
        eyes: (!eyes.is_empty()).then(|| around(&camera, eyes)),
    }
}

/// The smallest rectangle over points of the body, in fractions, kept on the picture.
fn around(camera: &Camera, points: impl IntoIterator<Item = V3>) -> Rect {
    let (mut left, mut top, mut right, mut bottom) = (1.0_f64, 1.0_f64, 0.0_f64, 0.0_f64);
    for point in points {
        let at = camera.project(camera.place(point));
        let (x, y) = (
            f64::from(at.x) / WIDTH as f64,
            f64::from(at.y) / HEIGHT as f64,
        );
        (left, right) = (left.min(x), right.max(x));
        (top, bottom) = (top.min(y), bottom.max(y));
    }
    let (left, top) = (left.clamp(0.0, 0.99), top.clamp(0.0, 0.99));
    Rect {
        x: left,
        y: top,
        width: right.clamp(left + 0.01, 1.0) - left,
        height: bottom.clamp(top + 0.01, 1.0) - top,
    }
}
