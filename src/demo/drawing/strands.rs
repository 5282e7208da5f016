//! What is fine: hairs, stubble, dots of pigment, brows, lashes, beard; evenly strewn over the skin.

use super::camera::Camera;
use super::canvas::Canvas;
use super::face;
use super::light::Studio;
use super::noise::Rng;
use super::portrait::Person;
use super::scalp::{CROWN, direction};
use super::skin::{encode, hair};
use super::vector::{V3, mix, smooth, v3};
use super::{HairLength, Head, Loss, Moment};

/// Roots on a whole scalp, seen or not: about eighty on a square centimetre.
const ROOTS: u32 = 84_000;
/// The share of them above the middle of the skull.
const ABOVE: f32 = 0.49;

pub(super) fn grow(
    canvas: &mut Canvas,
    camera: &Camera,
    studio: &Studio,
    person: &Person,
    head: &Head,
    moment: Moment,
) {
    let mut rng = Rng::new(head.seed, 21);
    let colour = hair(head.hair);
    for i in 0..ROOTS {
        // A sequence that is even at every length, loosened a little.
        let (u, v) = (
            (i as f32 * 0.754_877_7).fract(),
            (f64::from(i) * 0.569_840_290_998).fract() as f32,
        );
        let u =
            ((f64::from(i) * 0.754_877_666_247).fract() as f32 * 0.0 + u + 0.0009 * rng.signed())
                .rem_euclid(1.0);
        let v = (v + 0.002 * rng.signed()).clamp(0.0, 0.9999);
        let (chance, size, light) = (rng.unit(), rng.unit(), rng.unit());
        let longitude = (u - 0.5) * std::f32::consts::TAU;
        let latitude = if v < ABOVE {
            (v / ABOVE).asin().to_degrees()
        } else {
            -62.0 * (v - ABOVE) / (1.0 - ABOVE)
        };
        let place = person.at(longitude, latitude);
        let normal = place.of(&person.grid.normals);
        let grows = place.scalar(&person.hair);
        let set = place.scalar(&person.pigment);
        if chance >= grows.max(set) {
            continue;
        }
        let point = place.of(&person.grid.points);
        let arriving = place.of(&person.grid.light);
        if chance < grows && person.length != HairLength::Shaved {
            if i % 2 == 0 && normal.z > -0.45 {
                let d = direction(longitude, latitude);
                strand(
                    canvas,
                    camera,
                    studio,
                    point,
                    normal,
                    d,
                    colour,
                    arriving,
                    [chance / grows, size, light],
                    latitude,
                    grows,
                );
            }
        } else if normal.z > 0.05 {
            let scale = camera.scale(point) / 50.0;
            let given = chance >= grows;
            let (radius, strength) = match (given, moment) {
                (false, _) => (mix(0.55, 1.0, size), mix(0.45, 0.8, light)),
                (true, Moment::Fresh) => (mix(0.75, 1.05, size), mix(0.62, 0.82, light)),
                (true, _) => (mix(0.6, 0.95, size), mix(0.36, 0.62, light)),
            };
            let ink = if given {
                colour.mix(v3(0.03, 0.03, 0.032), 0.5)
            } else {
                colour
            };
            canvas.dot(
                camera.project(point),
                radius * scale,
                encode(ink.times(arriving) * 0.8),
                strength * smooth(0.05, 0.35, normal.z),
            );
        }
    }
    if head.loss == Loss::FueDots {
        dots_of_grafts(canvas, camera, person, head, moment);
    }
    brows_and_lashes(canvas, camera, person, head);
}

/// One hair of short hair, lying away from the whorl and downwards.
#[expect(clippy::too_many_arguments, reason = "one hair needs its whole place")]
fn strand(
    canvas: &mut Canvas,
    camera: &Camera,
    studio: &Studio,
    point: V3,
    normal: V3,
    d: V3,
    colour: V3,
    arriving: V3,
    chance: [f32; 3],
    latitude: f32,
    grows: f32,
) {
    let crown = direction(CROWN.0.to_radians(), CROWN.1);
    let away = d - crown * d.dot(crown);
    let swirl = crown.cross(d) * smooth(0.9, 0.0, away.length()) * 0.8;
    let down = v3(0.0, -1.0, 0.0) * smooth(35.0, -10.0, latitude) * 1.2;
    let loose = v3(chance[0] - 0.5, chance[1] - 0.5, chance[2] - 0.5) * 0.4;
    let along = camera.turn(away.unit() + swirl + down) + loose;
    let along = (along - normal * along.dot(normal)).unit();
    let flat = mix(0.3, 1.0, smooth(-45.0, 25.0, latitude));
    let length =
        mix(0.9, 1.9, chance[1]) * mix(0.3, 1.0, smooth(0.05, 0.7, grows)) * mix(0.5, 1.0, flat);
    let lift = (0.2 + 0.2 * chance[2]) * flat;
    let over = point + along * (length * 0.5) + normal * lift;
    let tip = point + along * length + normal * (lift * 0.4);
    let half = (studio.key + v3(0.0, 0.0, 1.0)).unit();
    let across = 1.0 - along.dot(half).powi(2);
    let gleam = across.max(0.0).powi(14) * normal.dot(half).max(0.0).powi(2);
    let tint = mix(0.55, 1.55, chance[2] * chance[2] * 0.6 + chance[0] * 0.4);
    let shade = colour.times(arriving) * tint
        + v3(1.0, 0.96, 0.9).times(arriving) * (gleam * (0.02 + 0.12 * colour.y.sqrt()));
    let width = mix(1.3, 2.3, chance[0]) * mix(0.6, 1.0, grows) * camera.scale(point) / 50.0;
    canvas.stroke(
        [
            camera.project(point),
            camera.project(over),
            camera.project(tip),
        ],
        width,
        encode(shade),
        0.8,
    );
}

/// Small pale scars where single grafts were taken, at the back and the sides.
fn dots_of_grafts(
    canvas: &mut Canvas,
    camera: &Camera,
    person: &Person,
    head: &Head,
    moment: Moment,
) {
    let mut rng = Rng::new(head.seed, 22);
    for i in 0..1500 {
        let u = (f64::from(i) * 0.754_877_666_247).fract() as f32;
        let v = (f64::from(i) * 0.569_840_290_998).fract() as f32;
        let back = (u - 0.5) * 170.0 + 1.5 * rng.signed();
        let longitude = (180.0 - back.abs()).to_radians() * back.signum();
        let latitude = mix(-38.0, 20.0, v) + 1.5 * rng.signed();
        let (size, strength) = (rng.between(1.9, 3.6), rng.between(0.35, 0.8));
        let place = person.at(longitude, latitude);
        let normal = place.of(&person.grid.normals);
        if normal.z < 0.1 {
            continue;
        }
        let pale = super::skin::tone(head).mix(v3(0.8, 0.66, 0.6), 0.3);
        let seen = if moment == Moment::Before { 1.0 } else { 0.16 };
        let point = place.of(&person.grid.points);
        canvas.dot(
            camera.project(point),
            size,
            encode(pale.times(place.of(&person.grid.light))),
            strength * seen,
        );
    }
}

fn brows_and_lashes(canvas: &mut Canvas, camera: &Camera, person: &Person, head: &Head) {
    let mut rng = Rng::new(head.seed, 23);
    let b = &person.build;
    let dark = hair(head.hair).mix(v3(0.03, 0.022, 0.018), 0.55);
    let on_face = |x: f32, y: f32| {
        // The longitude of a point of the face: near enough by the breadth of the face there.
        let longitude = (x / 9.4).asin();
        let latitude = (y - super::shape::SKULL.y)
            * if y < super::shape::SKULL.y {
                super::shape::DEGREES_PER_CM
            } else {
                6.0
            };
        person.at(longitude, latitude)
    };
    for side in [-1.0, 1.0] {
        let full = mix(0.72, 1.0, b.male);
        for _ in 0..(360.0 * full) as usize {
            let t = rng.unit();
            let x = mix(1.35, 5.0, t);
            let arch = 2.35 + 0.75 * (t * 1.9).sin() - 0.35 * t * t;
            let half = mix(0.36, 0.12, t) * full;
            let off = rng.signed();
            let y = arch + off * half;
            let place = on_face(side * x, y);
            let from = place.of(&person.grid.points);
            let lean = mix(1.1, -0.15, t) - off * 0.35 + 0.3 * rng.signed();
            let length = mix(0.38, 0.6, rng.unit());
            let to = on_face(side * (x + length * lean.cos()), y + length * lean.sin());
            let to = to.of(&person.grid.points);
            let shade = encode(dark.times(place.of(&person.grid.light)) * rng.between(0.6, 1.3));
            let half = from.mix(to, 0.5) + v3(0.0, 0.0, 0.05);
            canvas.stroke(
                [
                    camera.project(from),
                    camera.project(half),
                    camera.project(to),
                ],
                1.7,
                shade,
                0.62 * rng.between(0.5, 1.0),
            );
        }
        for i in 0..46 {
            let dx = mix(-0.92, 1.0, (i as f32 + 0.5 * rng.signed()) / 45.0);
            let x = face::EYE_X * b.eye_spacing + dx * 1.55;
            let y = face::lash_line(dx) - 0.02;
            let place = on_face(side * x, y);
            let from = place.of(&person.grid.points);
            let length = mix(0.2, 0.42, (dx + 1.0) * 0.5) * rng.between(0.7, 1.1);
            let tip =
                from + camera.turn(v3(side * length * 0.75 * dx, -length * 0.75, length * 0.7));
            let over = from.mix(tip, 0.5) + camera.turn(v3(0.0, -0.06, 0.02));
            let shade = encode(
                v3(0.012, 0.009, 0.008)
                    .mix(dark, 0.3)
                    .times(place.of(&person.grid.light)),
            );
            canvas.stroke(
                [
                    camera.project(from),
                    camera.project(over),
                    camera.project(tip),
                ],
                1.9,
                shade,
                0.75,
            );
        }
    }
}
