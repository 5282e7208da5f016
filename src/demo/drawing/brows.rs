//! Brows, lashes and beards: the hair of the face.

use super::brush::Brush;
use super::grid::Place;
use super::noise::Rng;
use super::person::Person;
use super::shape::{DEGREES_PER_CM, SKULL};
use super::skin::{self, encode};
use super::vector::{V3, mix, smooth, v3};
use super::{HairColour, Sex, face};

pub(super) fn draw(brush: &mut Brush) {
    let mut rng = Rng::new(brush.head.seed, 23);
    let natural = match brush.head.hair {
        HairColour::Grey => skin::hair(HairColour::Grey).mix(skin::hair(HairColour::Brown), 0.5),
        HairColour::Blond => skin::hair(HairColour::Blond).mix(skin::hair(HairColour::Brown), 0.5),
        other => skin::hair(other),
    };
    let dark = natural.mix(v3(0.03, 0.022, 0.018), 0.35);
    for side in [-1.0, 1.0] {
        brow(brush, side, dark, &mut rng);
        lashes(brush, side, dark, &mut rng);
    }
    if brush.head.sex == Sex::Male {
        beard(brush, natural, &mut rng);
    }
}

/// A point of the face seen from in front: near enough by the breadth of the face there.
fn on_face(person: &Person, x: f32, y: f32) -> Place {
    let per_cm = if y < SKULL.y { DEGREES_PER_CM } else { 6.0 };
    person.at((x / 9.4).asin(), (y - SKULL.y) * per_cm)
}

/// Height of the middle of a brow; `t` from 0 (beside the nose) to 1.
fn arch(t: f32) -> f32 {
    2.3 + 0.72 * (t * 1.9).sin() - 0.4 * t * t
}

fn brow(brush: &mut Brush, side: f32, dark: V3, rng: &mut Rng) {
    let full = mix(0.66, 1.0, brush.person.build.male) * mix(1.0, 0.8, brush.person.build.old);
    for _ in 0..(560.0 * full) as usize {
        let t = rng.unit();
        let x = mix(1.3, 5.1, t);
        let half = mix(0.42, 0.13, t * t) * full;
        let off = rng.signed();
        let y = arch(t) + off * half;
        let place = on_face(brush.person, side * x, y);
        let from = place.of(&brush.person.grid.points);
        let lean = mix(1.15, -0.2, t.powf(0.7)) - off * 0.4 + 0.25 * rng.signed();
        let length = mix(0.34, 0.58, rng.unit());
        let to = on_face(
            brush.person,
            side * (x + length * lean.cos()),
            y + length * lean.sin(),
        );
        let to = to.of(&brush.person.grid.points);
        let shade = encode(dark.times(place.of(&brush.person.grid.light)) * rng.between(0.6, 1.4));
        let fade = 0.55 * rng.between(0.5, 1.0) * smooth(0.0, 0.12, t);
        brush.hair([from, from.mix(to, 0.5), to], 1.9, shade, fade);
    }
}

fn lashes(brush: &mut Brush, side: f32, dark: V3, rng: &mut Rng) {
    let b = brush.person.build;
    let ink = v3(0.012, 0.009, 0.008).mix(dark, 0.3);
    for i in 0..54 {
        let dx = mix(-0.9, 1.0, (i as f32 + 0.5 * rng.signed()) / 53.0);
        let x = face::EYE_X * b.eye_spacing + dx * 1.55;
        let place = on_face(brush.person, side * x, face::lash_line(dx) - 0.02);
        let from = place.of(&brush.person.grid.points);
        let length =
            mix(0.16, 0.36, (dx + 1.0) * 0.5) * rng.between(0.7, 1.1) * mix(1.25, 1.0, b.male);
        let tip = brush
            .camera
            .turn(v3(side * length * 0.75 * dx, -length * 0.6, length * 0.7));
        let over = brush.camera.turn(v3(0.0, -0.06, 0.02));
        let shade = encode(ink.times(place.of(&brush.person.grid.light)));
        brush.hair([from, from + tip * 0.5 + over, from + tip], 1.9, shade, 0.7);
    }
}

/// A beard where there is one; on other men the shade of a morning's shave.
fn beard(brush: &mut Brush, colour: V3, rng: &mut Rng) {
    let (hairs, longest) = if brush.head.beard {
        (15_000, 0.62)
    } else {
        (9_000, 0.0)
    };
    let grey = brush.person.build.old * 0.5;
    for _ in 0..hairs {
        let (longitude, latitude) = (rng.signed() * 1.75, rng.between(-100.0, -22.0));
        let place = brush.person.at(longitude, latitude);
        let normal = place.of(&brush.person.grid.normals);
        let density = place.scalar(&brush.person.beard);
        let chance = [rng.unit(), rng.unit(), rng.unit(), rng.unit()];
        if normal.z < 0.0 || chance[0] > density {
            continue;
        }
        let point = place.of(&brush.person.grid.points);
        let light = place.of(&brush.person.grid.light);
        let tone = if chance[3] < grey {
            skin::hair(HairColour::Grey)
        } else {
            colour
        };
        if longest == 0.0 {
            let at = brush.camera.project(point);
            let faint = 0.28 * chance[1] * smooth(0.0, 0.3, normal.z);
            brush
                .canvas
                .dot(at, 0.7, encode(tone.times(light) * 0.8), faint);
            continue;
        }
        let along = v3(
            longitude.sin() * 0.3 + 0.5 * (chance[1] - 0.5),
            -1.0,
            -0.2 + 0.4 * (chance[2] - 0.5),
        );
        let along = brush.camera.turn(along);
        let along = (along - normal * along.dot(normal)).unit();
        let length = longest * mix(0.4, 1.0, chance[2]) * mix(0.5, 1.0, density);
        let over = point + along * (length * 0.5) + normal * 0.1;
        let shade = brush.sheen(tone, light, along, normal, mix(0.55, 1.5, chance[1]));
        brush.hair(
            [point, over, point + along * length + normal * 0.06],
            1.7,
            encode(shade),
            0.6,
        );
    }
}
