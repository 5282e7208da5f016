//! The features of a calm face with closed eyes: how far they stand out of the skin, and their colours.

use super::shape::Build;
use super::vector::{hill, mix, smooth};

pub(super) const EYE_X: f32 = 3.1;
pub(super) const EYE_Y: f32 = 0.95;
pub(super) const MOUTH_Y: f32 = -6.35;

/// How far the skin stands forward (centimetres) at a point of the face seen from in front.
pub(super) fn relief(b: &Build, x: f32, y: f32) -> f32 {
    let ax = x.abs();
    let bump = |cx: f32, cy: f32, rx: f32, ry: f32| {
        let (dx, dy) = ((ax - cx) / rx, (y - cy) / ry);
        hill(dx * dx + dy * dy)
    };
    let mut z = 0.0;
    // Lines across the forehead.
    for (line, width) in [(4.5, 4.4), (5.5, 4.0), (6.5, 3.2)] {
        let off = (y - line - 0.015 * x * x) / 0.3;
        z -= 0.07 * (b.old - 0.25).max(0.0) * hill(off * off) * hill((x / width).powi(2));
    }
    // Brow, temples, sockets, lids.
    z += 0.34 * b.brow * bump(2.4, 2.7, 3.6, 1.5) + 0.22 * b.brow * bump(0.0, 2.6, 2.2, 1.7);
    let eye = EYE_X * b.eye_spacing;
    z -= 0.95 * bump(eye - 0.2, 1.0, 3.0, 2.1);
    z -= 0.65 * bump(1.55, 1.3, 1.5, 1.9);
    let (dx, dy) = ((ax - eye) / 1.75, (y - EYE_Y) / 1.32);
    z += 0.85 * (1.0 - dx * dx - dy * dy).max(0.0).sqrt() * smooth(1.0, 0.5, dx * dx + dy * dy);
    // The fold over the lid and the shallow bag under it.
    let fold = EYE_Y + 0.95 - 0.2 * dx * dx;
    z -= 0.13 * hill(((y - fold) / 0.3).powi(2)) * smooth(1.15, 0.7, dx.abs());
    let bag = EYE_Y - 1.15 + 0.28 * dx * dx;
    z -= (0.02 + 0.13 * b.old) * hill(((y - bag) / 0.35).powi(2)) * smooth(1.1, 0.6, dx.abs());
    // Nose: bridge, tip, wings.
    let down = ((1.7 - y) / 4.4).clamp(0.0, 1.0);
    let under = smooth(-4.35, -3.25, y);
    let bridge = mix(0.35, 1.6, down.powf(1.15)) * smooth(2.9, 1.2, y) * under;
    let half = mix(1.25, 1.6, down) * mix(1.0, b.nose_width, down);
    z += b.nose * bridge * hill((x / (half * 1.25)).powi(2));
    z += b.nose * 0.5 * bump(0.0, -2.85, 1.75 * b.nose_width, 1.45);
    z += 0.85 * bump(1.3 * b.nose_width, -3.3, 1.05, 0.98);
    z -= 0.3 * bump(2.15 * b.nose_width, -3.4, 0.75, 1.1);
    // Mouth.
    let corner = 2.45;
    let cupid = 0.16 * hill((x / 0.5).powi(2));
    z += 0.5 * b.lips * bump(0.0, -5.65 - cupid, 3.3, 1.25);
    z += 0.62 * b.lips * bump(0.0, -7.0, 2.7, 1.1);
    let line = MOUTH_Y + 0.06 * (x / 1.2).powi(2) * 0.6 - cupid * 0.5;
    z -= 0.34 * hill(((y - line) / 0.36).powi(2)) * smooth(corner + 0.3, corner - 0.6, ax);
    z -= 0.26 * bump(corner + 0.1, MOUTH_Y, 0.9, 0.9);
    z -= 0.1 * bump(0.0, -4.8, 0.6, 0.8);
    z -= 0.3 * bump(0.0, -8.0, 2.4, 0.9);
    z += 1.75 * b.chin * bump(0.0, -9.35, 4.2, 2.6) + 0.25 * bump(0.0, -9.3, 1.9, 1.3);
    // Cheeks: fuller below the bone on the young, folds beside the nose with age.
    z -= 0.25 * b.male * bump(4.6, -4.3, 2.4, 2.9);
    let t = ((-3.2 - y) / 3.6).clamp(0.0, 1.0);
    let fold = mix(1.9, 3.15, t.powf(0.8));
    z -= (0.05 + 0.17 * b.old)
        * hill(((ax - fold) / 0.5).powi(2))
        * smooth(-2.6, -3.6, y)
        * smooth(-7.4, -6.2, y);
    z
}

/// How much of the lips' colour (0 to 1) the skin has here.
pub(super) fn lip(b: &Build, x: f32, y: f32) -> f32 {
    let ax = x.abs();
    let span = (1.0 - (ax / 2.5).powi(2)).max(0.0);
    let fullness = b.lips.sqrt();
    let bow = 0.14 * hill((x / 0.45).powi(2)) - 0.05 * hill(((ax - 0.6) / 0.5).powi(2));
    let top = MOUTH_Y + 0.1 + (0.86 * fullness) * span.powf(0.75) - bow;
    let bottom = MOUTH_Y + 0.1 - 1.22 * fullness * span.powf(0.6);
    smooth(top + 0.1, top - 0.16, y)
        * smooth(bottom - 0.16, bottom + 0.16, y)
        * smooth(0.0, 0.12, span)
}

/// Dark places: between the lips, in the nostrils, along the closed lids (0 to 1).
pub(super) fn dark(b: &Build, x: f32, y: f32) -> f32 {
    let ax = x.abs();
    let cupid = 0.16 * hill((x / 0.5).powi(2));
    let line = MOUTH_Y + 0.025 * x * x - cupid * 0.5;
    let mouth = hill(((y - line) / 0.22).powi(2)) * smooth(2.5, 1.7, ax);
    let (dx, dy) = ((ax - 0.74 * b.nose_width) / 0.52, (y + 4.0) / 0.34);
    let nostril = hill(dx * dx + dy * dy);
    let dx = (ax - EYE_X * b.eye_spacing) / 1.6;
    let lid = hill(((y - lash_line(dx)) / 0.2).powi(2)) * smooth(1.02, 0.8, dx.abs());
    (0.75 * mouth).max(0.85 * nostril).max(0.6 * lid)
}

/// Height of the closed lids' edge; `dx` from −1 (inner corner) to 1 (outer corner).
pub(super) fn lash_line(dx: f32) -> f32 {
    EYE_Y - 0.52 + 0.42 * dx * dx + 0.02 * dx
}

/// Redder places: cheeks, tip of the nose, chin (0 to 1).
pub(super) fn blush(x: f32, y: f32) -> f32 {
    let ax = x.abs();
    let bump = |cx: f32, cy: f32, rx: f32, ry: f32| {
        let (dx, dy) = ((ax - cx) / rx, (y - cy) / ry);
        hill(dx * dx + dy * dy)
    };
    (0.9 * bump(4.4, -2.3, 3.4, 3.0)
        + 0.9 * bump(0.0, -3.0, 2.0, 1.8)
        + 0.35 * bump(0.0, -9.0, 2.6, 1.9)
        + 0.5 * bump(EYE_X, 0.2, 2.2, 1.6))
    .min(1.0)
}
