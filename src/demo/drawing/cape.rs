//! The clinic's cape: a collar, shoulders and quiet folds.

use super::Head;
use super::grid::Grid;
use super::noise::{Rng, noise};
use super::shape::{Build, DEGREES_PER_CM, SKULL, Shape};
use super::vector::{V3, mix, smooth, v3};

const AROUND: usize = 181;
const DOWN: usize = 84;

/// In the body's coordinates; rows from the hem up to the collar.
pub(super) fn cape(head: &Head, b: &Build, shape: &Shape) -> Grid {
    let mut rng = Rng::new(head.seed, 3);
    let seed = v3(rng.unit(), rng.unit(), rng.unit()) * 50.0;
    let broad = mix(17.2, 20.0, b.male);
    let drop = mix(5.5, 6.6, b.male);
    Grid::new(AROUND, DOWN, true, |col, row| {
        let turn = col as f32 / (AROUND - 1) as f32 * std::f32::consts::TAU;
        let (sin, cos) = turn.sin_cos();
        let share = 1.0 - row as f32 / (DOWN - 1) as f32;
        // A band up the neck, shoulders to six tenths, then it falls.
        let t = ((share - 0.1) / 0.5).clamp(0.0, 1.0);
        let fall = ((share - 0.6) / 0.4).max(0.0);
        let band = smooth(0.1, 0.0, share);
        let high = -12.7 - 1.6 * cos;
        let collar = shape.point(turn, (high - SKULL.y) * DEGREES_PER_CM);
        let (px, pz) = power(sin, cos);
        // Ridges run down from the collar, with smaller creases between.
        let ridge = |p: V3| 0.55 - 1.6 * noise(p + seed).abs();
        let fold = ridge(v3(sin * 3.6, share * 1.3, cos * 3.6))
            + 0.4 * ridge(v3(sin * 8.0, share * 2.6, cos * 8.0));
        let depth = smooth(0.14, 0.7, share);
        let wide = broad * (1.0 + 0.05 * fall) + fold * depth;
        let deep = 10.5 * (1.0 + 0.25 * fall) + fold * depth;
        let rim = v3(sin, 0.0, cos) * (0.22 + 0.1 * smooth(0.1, 0.085, share));
        let edge = v3(px * wide, 0.0, pz * deep - 3.4);
        let p = (collar + rim).mix(edge, t.powf(0.85));
        let slope = drop * t.powf(1.2) * (0.5 + 0.5 * sin.abs())
            + 3.2 * t.powi(4)
            + 4.2 * t * (1.0 - sin.abs());
        v3(
            p.x,
            high - slope - 26.0 * fall + 0.9 * band + 0.4 * fold * depth,
            p.z,
        )
    })
}

/// A circle grown a little square.
fn power(sin: f32, cos: f32) -> (f32, f32) {
    let grow = |v: f32| v.signum() * v.abs().powf(0.86);
    (grow(sin), grow(cos))
}

/// Linen: dark slate, sand or sage.
pub(super) fn colour(head: &Head) -> V3 {
    match Rng::new(head.seed, 4).unit() {
        r if r < 0.55 => v3(0.030, 0.034, 0.040),
        r if r < 0.8 => v3(0.235, 0.205, 0.170),
        _ => v3(0.075, 0.085, 0.078),
    }
}
