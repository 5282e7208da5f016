//! The clinic's cape: a collar, shoulders and quiet folds.

use super::Head;
use super::grid::Grid;
use super::noise::{Rng, noise};
use super::shape::Build;
use super::vector::{V3, mix, smooth, v3};

const AROUND: usize = 181;
const DOWN: usize = 84;

/// In the body's coordinates; rows from the hem up to the collar.
pub(super) fn cape(head: &Head, b: &Build) -> Grid {
    let mut rng = Rng::new(head.seed, 3);
    let seed = v3(rng.unit(), rng.unit(), rng.unit()) * 50.0;
    let broad = mix(17.4, 20.3, b.male);
    Grid::new(AROUND, DOWN, true, |col, row| {
        let turn = col as f32 / (AROUND - 1) as f32 * std::f32::consts::TAU;
        let (sin, cos) = turn.sin_cos();
        let share = 1.0 - row as f32 / (DOWN - 1) as f32;
        // Collar for the first tenth, shoulders to six tenths, then it falls.
        let t = ((share - 0.1) / 0.5).clamp(0.0, 1.0);
        let fall = ((share - 0.6) / 0.4).max(0.0);
        let neck = 5.3 * b.neck;
        let out = t.powf(0.85);
        let x = mix(neck + 0.12, broad, out) * (1.0 + 0.05 * fall);
        let z = mix(neck + 0.45, 10.5, out.powf(0.7)) * (1.0 + 0.25 * fall);
        let high = -12.6 - 2.0 * cos.max(0.0);
        let slope = mix(5.5, 7.0, b.male) * t.powf(1.2) * (0.55 + 0.45 * sin.abs())
            + 3.2 * t.powi(4)
            + 4.0 * t * (1.0 - sin.abs());
        let y = high - slope - 26.0 * fall + 0.35 * smooth(0.1, 0.04, share);
        let fold = noise(v3(turn.sin() * 5.0, share * 1.6, turn.cos() * 5.0) + seed)
            + 0.5 * noise(v3(turn.sin() * 11.0, share * 2.2, turn.cos() * 11.0) + seed);
        let depth = 0.75 * smooth(0.14, 0.7, share);
        let band = 0.25 * smooth(0.11, 0.09, share);
        let (px, pz) = power(sin, cos);
        v3(
            px * (x + fold * depth + band),
            y + 0.4 * fold * depth,
            pz * (z + fold * depth + band) - mix(3.7 + 0.48 * cos.max(0.0), 3.4, t),
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
