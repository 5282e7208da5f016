//! The shape of a head: blended ellipsoids seen from an axis inside it, and what makes one head differ from another.

use super::noise::Rng;
use super::vector::{V3, hill, mix, smooth, v3};
use super::{Head, Sex};

/// Where the axis ends and the rays fan out over the skull (height in centimetres above the ear's opening).
pub(super) const SKULL: V3 = v3(0.0, 3.5, -0.4);
/// Degrees of latitude for a centimetre below [`SKULL`].
pub(super) const DEGREES_PER_CM: f32 = 6.4;

/// The proportions of one person; most are near 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Build {
    pub width: f32,
    pub jaw: f32,
    pub chin: f32,
    pub cheek: f32,
    pub nose: f32,
    pub nose_width: f32,
    pub brow: f32,
    pub lips: f32,
    pub neck: f32,
    pub ear: f32,
    pub eye_spacing: f32,
    pub occiput: f32,
    /// 1 for a man's bones, 0 for a woman's.
    pub male: f32,
    /// 0 for the young, 1 at seventy.
    pub old: f32,
}

impl Build {
    pub fn of(head: &Head) -> Self {
        let mut rng = Rng::new(head.seed, 11);
        let male = if head.sex == Sex::Male { 1.0 } else { 0.0 };
        let dark = f32::from(head.skin.clamp(1, 6) - 1) / 5.0;
        Self {
            width: 1.0 + 0.04 * rng.signed() - 0.02 * (1.0 - male),
            jaw: mix(0.91, 1.0, male) * (1.0 + 0.08 * rng.signed()),
            chin: mix(0.78, 1.0, male) * (1.0 + 0.1 * rng.signed()),
            cheek: 1.0 + 0.08 * rng.signed() + 0.04 * (1.0 - male),
            nose: mix(0.86, 1.0, male) * (1.0 + 0.16 * rng.signed()) - 0.05 * dark,
            nose_width: mix(0.88, 1.0, male) * (1.0 + 0.08 * rng.signed() + 0.22 * dark),
            brow: mix(0.25, 1.0, male) * (1.0 + 0.5 * rng.signed()),
            lips: mix(1.12, 0.92, male) * (1.0 + 0.16 * rng.signed() + 0.28 * dark),
            neck: mix(0.8, 1.0, male) * (1.0 + 0.05 * rng.signed()),
            ear: mix(0.9, 1.0, male) * (1.0 + 0.07 * rng.signed()),
            eye_spacing: 1.0 + 0.03 * rng.signed(),
            occiput: 1.0 + 0.04 * rng.signed(),
            male,
            old: ((f32::from(head.age) - 25.0) / 45.0).clamp(0.0, 1.0),
        }
    }
}

struct Ellipsoid {
    centre: V3,
    /// 1 / radius along each axis.
    inverse: V3,
    blend: f32,
}

/// The skin without the fine features of the face.
pub(super) struct Shape {
    parts: Vec<Ellipsoid>,
    neck: f32,
    cheek: f32,
    jaw: f32,
}

impl Shape {
    pub fn new(b: &Build) -> Self {
        let (w, j) = (b.width, b.jaw);
        let mut parts = Vec::new();
        let mut add = |x: f32, y: f32, z: f32, rx: f32, ry: f32, rz: f32, blend: f32| {
            parts.push(Ellipsoid {
                centre: v3(x, y, z),
                inverse: v3(1.0 / rx, 1.0 / ry, 1.0 / rz),
                blend,
            });
        };
        add(
            0.0,
            4.2,
            -1.4 * b.occiput,
            7.7 * w,
            8.5,
            8.5 * b.occiput,
            0.1,
        );
        add(0.0, 4.6, 1.9, 6.75 * w, 7.5, 7.25, 2.0);
        add(0.0, -0.2, 2.4, 6.35 * w, 8.6, 6.6, 1.9);
        add(0.0, -4.3, 2.9, 5.5 * j, 6.3, 6.2, 1.8);
        // Where the skull passes into the neck.
        add(0.0, -2.4, -3.3, 5.0 * w, 6.4, 5.3, 2.2);
        Self {
            parts,
            neck: b.neck,
            cheek: b.cheek,
            jaw: j,
        }
    }

    /// The point of the skin at a longitude (0 in front, radians, towards the person's left) and a latitude (degrees).
    pub fn point(&self, longitude: f32, latitude: f32) -> V3 {
        let (sin, cos) = longitude.sin_cos();
        // Below the skull the rays lie level and their origin moves down; over forty degrees one passes into the other.
        let tilt = if latitude > 20.0 {
            latitude
        } else {
            (latitude + 20.0).max(0.0).powi(2) / 80.0
        };
        let (up, out) = tilt.to_radians().sin_cos();
        let origin = v3(
            SKULL.x,
            SKULL.y + (latitude - tilt) / DEGREES_PER_CM,
            SKULL.z,
        );
        let direction = v3(sin * out, up, cos * out);
        let mut reach = 0.0_f32;
        for part in &self.parts {
            let o = (origin - part.centre).times(part.inverse);
            let d = direction.times(part.inverse);
            let (a, b, c) = (d.dot(d), o.dot(d), o.dot(o) - 1.0);
            // How deep the ray passes through the part: 1 through its middle, 0 along its edge, below that past it. Rounded
            // off around the edge, so that no part ends in a crease.
            let depth = b * b / a - c;
            let round = 0.5 * (depth + (depth * depth + 0.06).sqrt());
            let past = 0.5 * ((depth * depth + 0.06).sqrt() - depth);
            reach = soft_max(reach, ((round - 0.9 * past) / a.sqrt()) - b / a, part.blend);
        }
        if latitude < -10.0 {
            reach = soft_max(
                reach,
                self.neck_reach(origin, sin, cos),
                mix(2.4, 1.1, smooth(-0.3, 0.6, cos)),
            );
        }
        let p = origin + direction * reach;
        p + direction * self.bones(p)
    }

    /// Cheekbones and the corners of the jaw.
    fn bones(&self, p: V3) -> f32 {
        let bump = |x: f32, y: f32, z: f32, r: f32| {
            let d = v3(p.x.abs() - x, (p.y - y) * 1.25, p.z - z) * (1.0 / r);
            hill(d.dot(d))
        };
        0.32 * self.cheek * bump(5.4, -0.9, 5.0, 4.6) + 0.5 * self.jaw * bump(5.0, -6.2, 2.4, 4.6)
    }

    /// How far the neck reaches from the axis: a column that leans forward and widens downwards.
    fn neck_reach(&self, origin: V3, sin: f32, cos: f32) -> f32 {
        let below = -4.0 - origin.y;
        let down = 0.5 * (below + (below * below + 1.0).sqrt());
        let thick = self.neck * (1.0 + 0.012 * (down - 7.0).max(0.0).powi(2));
        let (rx, rz) = (4.85 * thick, 5.4 * thick);
        // It ends inside the skull.
        let end = 0.1 * (origin.y + 7.0).max(0.0).powi(2);
        let (rx, rz) = (rx - end, rz - end);
        if rx < 1.0 || rz < 1.0 {
            return 0.0;
        }
        let back = origin.z - (-1.6 - 0.24 * down);
        let (a, b, c) = (
            (sin / rx).powi(2) + (cos / rz).powi(2),
            back * cos / (rz * rz),
            (back / rz).powi(2) - 1.0,
        );
        let inside = b * b - a * c;
        (inside.max(0.0).sqrt() - b) / a
    }
}

fn soft_max(a: f32, b: f32, width: f32) -> f32 {
    let h = (0.5 + 0.5 * (a - b) / width).clamp(0.0, 1.0);
    b + (a - b) * h + width * h * (1.0 - h)
}
