//! Skin: six tones, their warmth and unevenness, and what the camera sees of them in the studio's light.

use super::camera::to_camera;
use super::face;
use super::light::Studio;
use super::noise::noise;
use super::shape::Build;
use super::vector::{V3, smooth, v3};
use super::{HairColour, Head};

/// Fitzpatrick 1 to 6, as 8-bit sRGB in even light.
const TONES: [[f32; 3]; 6] = [
    [240.0, 205.0, 188.0],
    [230.0, 188.0, 164.0],
    [212.0, 165.0, 134.0],
    [182.0, 131.0, 98.0],
    [134.0, 90.0, 65.0],
    [88.0, 58.0, 45.0],
];

/// Linear reflectance of a skin tone.
pub(super) fn tone(head: &Head) -> V3 {
    let [r, g, b] = TONES[usize::from(head.skin.clamp(1, 6) - 1)];
    v3(linear(r), linear(g), linear(b))
}

/// Linear reflectance of hair.
pub(super) fn hair(colour: HairColour) -> V3 {
    match colour {
        HairColour::Black => v3(0.018, 0.015, 0.014),
        HairColour::Brown => v3(0.060, 0.036, 0.023),
        HairColour::Blond => v3(0.340, 0.206, 0.105),
        HairColour::Red => v3(0.210, 0.075, 0.030),
        HairColour::Grey => v3(0.310, 0.295, 0.275),
    }
}

/// The skin of the face at a point of the body, before light: `front` is 1 where the face looks forward.
pub(super) fn face_colour(base: V3, b: &Build, p: V3, front: f32, seed: V3) -> V3 {
    let large = noise(p * 0.35 + seed);
    let small = noise(p * 1.6 + seed);
    let mut c = base.times(v3(
        1.0 + 0.035 * large + 0.02 * small,
        1.0 + 0.05 * large + 0.035 * small,
        1.0 + 0.05 * large + 0.04 * small,
    ));
    if front > 0.0 {
        let red = face::blush(p.x, p.y) * front;
        c = c.times(v3(1.0 + 0.02 * red, 1.0 - 0.13 * red, 1.0 - 0.12 * red));
        let lip = face::lip(b, p.x, p.y) * front;
        c = c.mix(c.times(v3(0.80, 0.52, 0.53)), lip);
        let dark = face::dark(b, p.x, p.y) * front;
        c = c.mix(c.times(v3(0.22, 0.13, 0.12)), dark);
    }
    c
}

/// 8-bit colour of a surface: what it scatters, and its shine.
pub(super) fn seen(
    studio: &Studio,
    albedo: V3,
    light: V3,
    point: V3,
    normal: V3,
    shine: f32,
) -> V3 {
    let eye = to_camera(point);
    let half = (eye + studio.key).unit();
    let towards = normal.dot(half).max(0.0);
    let edge = (1.0 - normal.dot(eye).max(0.0)).powi(3);
    let lamp = (light.y * 0.8).min(1.0);
    let gleam = (0.065 * towards.powi(9) + 0.105 * towards.powi(34)) * shine * lamp
        + 0.035 * edge * shine * light.z;
    encode(albedo.times(light) + v3(1.0, 0.98, 0.96) * gleam)
}

/// Linear light to 8-bit sRGB, with a soft shoulder where it would burn out.
pub(super) fn encode(c: V3) -> V3 {
    let one = |v: f32| {
        let v = v.max(0.0);
        let v = if v > 0.5 {
            0.5 + 0.45 * (1.0 - (-(v - 0.5) / 0.45).exp())
        } else {
            v
        };
        255.0 * v.powf(1.0 / 2.2)
    };
    v3(one(c.x), one(c.y), one(c.z))
}

pub(super) fn linear(v: f32) -> f32 {
    (v / 255.0).powf(2.2)
}

/// Where a beard grows (0 to 1), by a point of the body.
pub(super) fn beard(p: V3, front: f32) -> f32 {
    let ax = p.x.abs();
    // Cheeks, bounded above by a line from the moustache to the ear, below by one under the jaw.
    let top = -3.9 + 0.42 * (ax - 3.0).max(0.0);
    let under = -10.6 + 0.38 * (5.5 - p.z).max(0.0);
    let cheek = smooth(top + 0.6, top - 0.9, p.y)
        * smooth(under - 0.8, under + 0.5, p.y)
        * smooth(0.9, 2.2, p.z);
    let sideburn = smooth(4.6, 5.2, ax)
        * smooth(0.6, 1.3, p.z)
        * smooth(3.0, 2.2, p.z)
        * smooth(-6.0, -5.0, p.y);
    let sideburn = sideburn * smooth(0.4, -0.8, p.y);
    let lip = smooth(2.2, 1.6, ax) * smooth(-4.3, -4.7, p.y) * smooth(-6.0, -5.6, p.y);
    let mouth = 1.0 - smooth(3.0, 2.2, ax) * smooth(-4.0, -4.5, p.y) * smooth(-8.1, -7.5, p.y);
    let soul = smooth(0.7, 0.2, ax) * smooth(-7.4, -7.8, p.y) * smooth(-10.0, -9.0, p.y);
    (cheek * mouth)
        .max(sideburn)
        .max(lip * front)
        .max(soul * front)
}
