//! How hair lies: short hair away from the whorl at the crown, long hair combed from a parting.

use super::HairColour;
use super::brush::Brush;
use super::roots::Root;
use super::scalp::{CROWN, direction};
use super::skin::encode;
use super::vector::{V3, mix, smooth, v3};

/// One hair of a short cut; `cut` from 0 (clipped) to 1 (longest, on top).
pub(super) fn short(brush: &mut Brush, root: &Root, colour: V3, cut: f32) {
    let crown = direction(CROWN.0.to_radians(), CROWN.1);
    let away = root.direction - crown * root.direction.dot(crown);
    let swirl = crown.cross(root.direction) * smooth(0.9, 0.0, away.length()) * 0.8;
    let down = v3(0.0, -1.0, 0.0) * smooth(35.0, -10.0, root.latitude) * 1.2;
    let [a, b, c] = root.chance;
    // Coily hair stands close and goes every way.
    let coily = brush.head.skin >= 5 && brush.head.hair == HairColour::Black;
    let (wild, reach) = if coily { (3.4, 0.3) } else { (0.36, 1.0) };
    let loose = v3(a - 0.5, b - 0.5, c - 0.5) * wild;
    let along = brush.camera.turn(away.unit() + swirl + down) + loose;
    // At the edge of a bare place the mass of hair slopes; its hairs lie along the skull all the same.
    let up = root
        .normal
        .mix(brush.camera.turn(root.direction), 0.7)
        .unit();
    let along = (along - up * along.dot(up)).unit();
    let full = smooth(0.05, 0.7, root.grows);
    let length = reach * mix(0.25, 2.1, cut) * mix(0.65, 1.0, b) * mix(0.35, 1.0, full);
    let lift = (0.12 + 0.16 * c) * length / reach.sqrt();
    let over = root.point + along * (length * 0.5) + up * lift;
    let tip = root.point + along * length + up * (lift * 0.6 - length * length / 19.0);
    let tint = mix(0.6, 1.7, c * c * 0.6 + a * 0.4);
    let shade = brush.sheen(colour, root.light, along, root.normal, tint);
    let width = mix(1.3, 2.3, a) * mix(0.6, 1.0, root.grows);
    brush.hair([root.point, over, tip], width, encode(shade), 0.8);
}

/// One hair of long hair where it lies on the head.
pub(super) fn long(brush: &mut Brush, root: &Root, colour: V3) {
    let [a, b, c] = root.chance;
    let side = root.direction.x.signum();
    let back = smooth(0.2, -0.8, root.direction.z);
    let along = v3(side * (1.0 - back), -0.25 - 0.8 * back, -0.4 - 0.3 * back);
    let loose = v3(a - 0.5, b - 0.5, c - 0.5) * 0.16;
    let (along, up) = (
        brush.camera.turn(along + loose),
        brush.camera.turn(root.direction),
    );
    let along = (along - up * along.dot(up)).unit();
    let full = smooth(0.05, 0.6, root.grows);
    let length = mix(1.8, 4.0, b) * mix(0.55, 1.0, full);
    // The skull falls away under a long hair: it follows.
    let over = root.point + along * (length * 0.5) + up * 0.1;
    let tip = root.point + along * length - up * (length * length / 14.5 - 0.05);
    let tint = mix(0.6, 1.6, c * c * 0.6 + a * 0.4);
    let shade = brush.sheen(colour, root.light, along, root.normal, tint);
    brush.hair(
        [root.point, over, tip],
        mix(1.2, 2.3, a),
        encode(shade),
        0.8,
    );
}
