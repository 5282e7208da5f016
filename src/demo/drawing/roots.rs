//! What grows from or is set into the scalp, evenly strewn: stubble, dots of pigment, short and long hair, scars of grafts.

use super::brush::Brush;
use super::noise::Rng;
use super::scalp::direction;
use super::skin::{encode, hair, tone};
use super::vector::{V3, mix, smooth, v3};
use super::{HairLength, Loss, Moment, hair as styles};

/// Rows of roots, from the nape up, so that upper hair falls over lower hair.
const BANDS: u32 = 128;
/// Roots in a row, seen or not: about eighty on a square centimetre.
const IN_BAND: u32 = 656;
/// The share of them above the middle of the skull.
const ABOVE: f32 = 0.49;
/// Degrees of latitude to which hair grows down the nape.
const NAPE: f32 = -62.0;

/// Where one hair or dot begins.
pub(super) struct Root {
    pub point: V3,
    pub normal: V3,
    /// From the middle of the skull, on the body.
    pub direction: V3,
    pub latitude: f32,
    /// How densely hair grows around (0 to 1).
    pub grows: f32,
    pub light: V3,
    /// Three numbers from 0 to 1.
    pub chance: [f32; 3],
}

pub(super) fn grow(brush: &mut Brush) {
    let mut rng = Rng::new(brush.head.seed, 21);
    let colour = hair(brush.head.hair);
    for i in 0..BANDS * IN_BAND {
        // Evenly round the head, loosely across the row.
        let u = ((f64::from(i) * 0.618_033_988_75).fract() as f32 + 0.0007 * rng.signed())
            .rem_euclid(1.0);
        let v = 1.0 - ((i / IN_BAND) as f32 + rng.unit()) / BANDS as f32;
        let chance = [rng.unit(), rng.unit(), rng.unit()];
        let longitude = (u - 0.5) * std::f32::consts::TAU;
        let latitude = if v < ABOVE {
            (v / ABOVE).asin().to_degrees()
        } else {
            NAPE * (v - ABOVE) / (1.0 - ABOVE)
        };
        let place = brush.person.at(longitude, latitude);
        if place.near(&brush.person.grid.normals).z < -0.5 {
            continue;
        }
        let grows = place.scalar(&brush.person.hair);
        let set = place.scalar(&brush.person.pigment);
        if chance[0] >= grows.max(set) {
            continue;
        }
        // Under long hair nothing else is seen.
        let covered = brush.person.length == HairLength::Long
            && latitude < 18.0
            && longitude.to_degrees().abs() > 62.0;
        if covered {
            continue;
        }
        let normal = place.of(&brush.person.grid.normals);
        let is_hair = chance[0] < grows;
        let cut = brush.person.cut(latitude);
        let root = Root {
            point: place.of(&brush.person.grid.points),
            normal,
            direction: direction(longitude, latitude),
            latitude,
            grows,
            light: place.of(&brush.person.grid.light),
            chance: if is_hair {
                [chance[0] / grows, chance[1], chance[2]]
            } else {
                chance
            },
        };
        if is_hair && chance[1] < cut * 3.0 - 0.25 {
            if i % 2 == 0 && normal.z > -0.45 {
                match brush.person.length {
                    HairLength::Long => styles::long(brush, &root, colour),
                    _ => styles::short(brush, &root, colour, cut),
                }
            }
        } else if normal.z > 0.04 {
            dot(brush, &root, colour, is_hair);
        }
    }
    if brush.head.loss == Loss::FueDots {
        grafts(brush);
    }
}

/// The i-th place of a sequence that fills a square evenly at every length.
fn even(i: u32) -> (f32, f32) {
    let i = f64::from(i);
    (
        (i * 0.754_877_666_247).fract() as f32,
        (i * 0.569_840_290_998).fract() as f32,
    )
}

/// Clipped hair, or a dot of pigment that stands for it.
fn dot(brush: &mut Brush, root: &Root, colour: V3, is_hair: bool) {
    let scale = brush.camera.scale(root.point) / 50.0;
    let [_, size, strength] = root.chance;
    let (radius, strength, ink) = match (is_hair, brush.moment) {
        (true, _) => (mix(0.5, 0.95, size), mix(0.42, 0.8, strength), colour),
        (false, Moment::Fresh) => (mix(0.7, 1.05, size), mix(0.6, 0.85, strength), colour * 0.6),
        (false, _) => (
            mix(0.5, 0.95, size),
            mix(0.38, 0.72, strength),
            colour * 0.85,
        ),
    };
    // Light hair stands for itself by its shadow.
    let ink = ink.times(v3(0.8, 0.78, 0.78)).mix(
        v3(0.03, 0.028, 0.028),
        0.3 - 0.25 * (colour.x * 3.0).min(1.0),
    );
    let at = brush.camera.project(root.point);
    brush.canvas.dot(
        at,
        radius * scale,
        encode(ink.times(root.light)),
        strength * smooth(0.02, 0.3, root.normal.z),
    );
}

/// Small pale scars where single grafts were taken, at the back and the sides.
fn grafts(brush: &mut Brush) {
    let mut rng = Rng::new(brush.head.seed, 22);
    let pale = tone(brush.head).mix(v3(0.8, 0.66, 0.6), 0.3);
    let seen = if brush.moment == Moment::Before {
        1.0
    } else {
        0.14
    };
    for i in 0..1900 {
        let (u, v) = even(i);
        let back = (u - 0.5) * 170.0 + 1.5 * rng.signed();
        let longitude = (180.0 - back.abs()).to_radians() * back.signum();
        let latitude = mix(-38.0, 20.0, v) + 1.5 * rng.signed();
        let (size, strength) = (rng.between(1.5, 2.7), rng.between(0.28, 0.74));
        let place = brush.person.at(longitude, latitude);
        if place.of(&brush.person.grid.normals).z > 0.1 {
            let at = brush.camera.project(place.of(&brush.person.grid.points));
            let light = place.of(&brush.person.grid.light);
            brush
                .canvas
                .dot(at, size, encode(pale.times(light)), strength * seen);
        }
    }
}
