//! Hairlines: a full one, a woman's, receded ones, and the one that pigment gives back; heights by longitude.

use super::vector::{mix, smooth};

/// A full hairline: degrees of longitude from the middle of the forehead, degrees of latitude.
pub(super) const FULL: [(f32, f32); 19] = [
    (0.0, 29.0),
    (12.0, 29.5),
    (25.0, 31.5),
    (36.0, 33.0),
    (44.0, 29.0),
    (52.0, 18.0),
    (60.0, 9.0),
    (66.0, 6.0),
    (71.0, -3.0),
    (75.0, -17.0),
    (80.0, -20.0),
    (86.0, -5.0),
    (92.0, 0.0),
    (104.0, -3.0),
    (112.0, -12.0),
    (120.0, -30.0),
    (132.0, -47.0),
    (150.0, -55.0),
    (180.0, -59.0),
];

/// The hairline that pigment gives back: a grown person's, not a boy's.
pub(super) const GIVEN: [(f32, f32); 7] = [
    (0.0, 33.0),
    (14.0, 33.6),
    (28.0, 36.0),
    (40.0, 38.0),
    (48.0, 33.0),
    (56.0, 19.0),
    (64.0, 7.0),
];

/// A woman's hairline, rounder and without corners.
pub(super) const ROUND: [(f32, f32); 9] = [
    (0.0, 30.0),
    (20.0, 29.0),
    (38.0, 25.0),
    (50.0, 18.0),
    (60.0, 9.0),
    (68.0, 0.0),
    (75.0, -12.0),
    (81.0, -17.0),
    (87.0, -5.0),
];

/// Receded hairlines by Norwood stage (2 to 5; the later ones have none left in front).
pub(super) const RECEDED: [[(f32, f32); 6]; 4] = [
    [
        (0.0, 31.0),
        (18.0, 33.0),
        (36.0, 42.5),
        (48.0, 33.0),
        (58.0, 14.0),
        (68.0, 5.0),
    ],
    [
        (0.0, 33.0),
        (19.0, 37.0),
        (37.0, 55.0),
        (49.0, 43.0),
        (59.0, 18.0),
        (68.0, 5.0),
    ],
    [
        (0.0, 39.0),
        (20.0, 44.0),
        (39.0, 61.0),
        (51.0, 48.0),
        (60.0, 22.0),
        (69.0, 4.0),
    ],
    [
        (0.0, 55.0),
        (16.0, 59.0),
        (34.0, 66.0),
        (50.0, 52.0),
        (61.0, 24.0),
        (69.0, 3.0),
    ],
];

/// 0 below a hairline, 1 above it, over `edge` degrees measured across the line.
pub(super) fn inside(line: &[(f32, f32)], a: f32, latitude: f32, edge: f32) -> f32 {
    let (height, slope) = height(line, a);
    let narrow = latitude.to_radians().cos().max(0.35);
    let off = (latitude - height) / (1.0 + (slope / narrow).powi(2)).sqrt();
    smooth(-0.35 * edge, 0.65 * edge, off)
}

fn height(line: &[(f32, f32)], a: f32) -> (f32, f32) {
    let next = line
        .iter()
        .position(|(at, _)| *at >= a)
        .unwrap_or(line.len() - 1)
        .max(1);
    let ((a0, h0), (a1, h1)) = (line[next - 1], line[next]);
    let t = ((a - a0) / (a1 - a0)).clamp(0.0, 1.0);
    (mix(h0, h1, t), (h1 - h0) / (a1 - a0))
}
