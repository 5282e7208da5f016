//! How the person sits before the camera: each view and moment has its own turn, crop and distance.

use super::noise::Rng;
use super::vector::{V3, v3};
use super::{Head, Moment, View};

/// Pixels.
pub(super) const WIDTH: usize = 1600;
/// Pixels.
pub(super) const HEIGHT: usize = 2000;
/// Centimetres from the lens to the middle of the head.
const DISTANCE: f32 = 150.0;
/// The person turns about this point.
const PIVOT: V3 = v3(0.0, 1.5, 0.0);

pub(super) struct Camera {
    rows: [V3; 3],
    focal: f32,
    middle: (f32, f32),
}

impl Camera {
    pub fn new(head: &Head, view: View, moment: Moment) -> Self {
        let mut rng = Rng::new(head.seed, 31 + moment as u64 + 8 * view as u64);
        // Degrees: turn to the side, nod towards the camera, lean; pixels for a centimetre; middle of the head.
        let (yaw, pitch, scale, middle) = match view {
            View::Front => (0.0, 9.0, 50.0, (800.0, 900.0)),
            View::Left => (-76.0, 5.0, 48.0, (830.0, 900.0)),
            View::Right => (76.0, 5.0, 48.0, (770.0, 900.0)),
            View::Top => (0.0, 64.0, 56.0, (800.0, 960.0)),
            View::Back => (180.0, -14.0, 50.0, (800.0, 900.0)),
        };
        let yaw: f32 = yaw + 3.2 * rng.signed();
        let pitch: f32 = pitch + 2.0 * rng.signed();
        let roll = 1.2 * rng.signed();
        let scale = scale * (1.0 + 0.02 * rng.signed());
        let (sy, cy) = yaw.to_radians().sin_cos();
        let (sp, cp) = pitch.to_radians().sin_cos();
        let (sr, cr) = roll.to_radians().sin_cos();
        let turned = [v3(cy, 0.0, sy), v3(0.0, 1.0, 0.0), v3(-sy, 0.0, cy)];
        let nodded = [
            turned[0],
            turned[1] * cp + turned[2] * -sp,
            turned[1] * sp + turned[2] * cp,
        ];
        Self {
            rows: [
                nodded[0] * cr + nodded[1] * -sr,
                nodded[0] * sr + nodded[1] * cr,
                nodded[2],
            ],
            focal: scale * DISTANCE,
            middle: (
                middle.0 + 14.0 * rng.signed(),
                middle.1 + 14.0 * rng.signed(),
            ),
        }
    }

    /// A direction of the body in the room, where the camera looks along −z.
    pub fn turn(&self, d: V3) -> V3 {
        v3(
            self.rows[0].dot(d),
            self.rows[1].dot(d),
            self.rows[2].dot(d),
        )
    }

    /// A point of the body in the room.
    pub fn place(&self, p: V3) -> V3 {
        self.turn(p - PIVOT)
    }

    /// Pixel (x, y) and nearness of a point of the room.
    pub fn project(&self, p: V3) -> V3 {
        let f = self.focal / (DISTANCE - p.z);
        v3(self.middle.0 + f * p.x, self.middle.1 - f * p.y, p.z)
    }

    /// Pixels for a centimetre at a point of the room.
    pub fn scale(&self, p: V3) -> f32 {
        self.focal / (DISTANCE - p.z)
    }
}

/// Towards the camera from a point of the room.
pub(super) fn to_camera(p: V3) -> V3 {
    (v3(0.0, 0.0, DISTANCE) - p).unit()
}
