//! An ear: a leaf with its rim, its inner fold and its hollow.

use super::grid::Grid;
use super::shape::{Build, Shape};
use super::vector::{hill, mix, smooth, v3};

const AROUND: usize = 49;
const OUTWARDS: usize = 31;

/// `side` is 1 for the person's left, −1 for the right; in the body's coordinates.
pub(super) fn ear(b: &Build, shape: &Shape, side: f32) -> Grid {
    let root = shape.point(side * 1.57, -28.0);
    let grow = b.ear;
    Grid::new(AROUND, OUTWARDS, true, |col, row| {
        let turn = col as f32 / (AROUND - 1) as f32 * std::f32::consts::TAU;
        // From the middle of its back out to the rim, and on its front back to the middle.
        let share = row as f32 / (OUTWARDS - 1) as f32 * 2.0 - 1.0;
        let rho = (1.0 - share.abs()).max(0.03);
        let behind = share < 0.0;
        let (sin, cos) = (turn * side).sin_cos();
        let lobe = 1.0 - 0.22 * smooth(-0.2, -0.95, sin);
        let back = 1.72 * grow * rho * cos * (1.0 + 0.2 * sin) * lobe;
        let up = 3.15 * grow * rho * sin;
        let rim = hill(((rho - 0.9) / 0.24).powi(2)) * smooth(-0.95, -0.35, sin.max(cos - 0.35));
        let fold = hill(((rho - 0.52) / 0.24).powi(2)) * smooth(-0.25, 0.35, cos);
        let hollow = hill(((back + 0.45) / 1.0).powi(2) + ((up + 0.35) / 1.35).powi(2));
        let tragus = hill(((back + 1.25) / 0.55).powi(2) + ((up + 0.45) / 0.8).powi(2));
        let flare = 0.52 * (back + 1.3)
            + 0.05 * up
            + smooth(-0.6, 2.2, up) * mix(0.45, 1.15, smooth(0.9, -1.2, back));
        let front = 0.3 + flare + 0.42 * rim + 0.30 * fold - 0.5 * hollow + 0.5 * tragus
            - 0.3 * smooth(0.93, 1.0, rho);
        let out = if behind {
            0.05 + flare - 0.35 * smooth(1.0, 0.8, rho) - 0.2 * smooth(0.8, 0.0, rho)
        } else {
            front
        };
        let (lean_y, lean_z) = (up * 0.97 - back * 0.22, -(back * 0.97 + up * 0.22));
        v3(
            root.x + side * (out - 0.28),
            root.y + 0.45 + lean_y,
            root.z - 1.0 + lean_z,
        )
    })
}
