//! Shadows: what a lamp cannot see, found by looking from it.

use super::grid::Grid;
use super::vector::{V3, v3};

/// Half the side of the space that throws shadows, in centimetres.
const REACH: f32 = 27.0;

/// What lies nearest to a lamp, cell by cell.
pub(super) struct Shadow {
    pub towards: V3,
    right: V3,
    up: V3,
    side: usize,
    nearest: Vec<f32>,
}

impl Shadow {
    pub fn new(grids: &[&mut Grid], towards: V3, side: usize) -> Self {
        let right = v3(towards.z, 0.0, -towards.x + 1e-3).unit();
        let up = towards.cross(right);
        let mut shadow = Self {
            towards,
            right,
            up,
            side,
            nearest: vec![f32::NEG_INFINITY; side * side],
        };
        let step = if side > 100 { 1 } else { 2 };
        for grid in grids {
            for row in (0..grid.rows).step_by(step) {
                for point in grid.points[row * grid.cols..(row + 1) * grid.cols]
                    .iter()
                    .step_by(step)
                {
                    let (x, y) = shadow.cell(*point);
                    if x >= 0.0 && y >= 0.0 && (x as usize) < side && (y as usize) < side {
                        let cell = &mut shadow.nearest[y as usize * side + x as usize];
                        *cell = cell.max(point.dot(towards));
                    }
                }
            }
        }
        shadow
    }

    fn cell(&self, p: V3) -> (f32, f32) {
        let scale = self.side as f32 / (2.0 * REACH);
        (
            (p.dot(self.right) + REACH) * scale,
            (p.dot(self.up) + REACH) * scale,
        )
    }

    /// From 0 (in shadow) to 1, soft over three cells; `tolerance` in centimetres.
    pub fn lit(&self, p: V3, tolerance: f32) -> f32 {
        let (x, y) = self.cell(p);
        let (x, y) = (x - 0.5, y - 0.5);
        if x < 1.0 || y < 1.0 || x >= self.side as f32 - 3.0 || y >= self.side as f32 - 3.0 {
            return 1.0;
        }
        let (fx, fy) = (x.fract(), y.fract());
        let depth = p.dot(self.towards) + tolerance;
        let mut sum = 0.0;
        for (dy, wy) in [1.0 - fy, 1.0, 1.0, fy].into_iter().enumerate() {
            let row = (y as usize + dy - 1) * self.side + x as usize - 1;
            for (dx, wx) in [1.0 - fx, 1.0, 1.0, fx].into_iter().enumerate() {
                let above = self.nearest[row + dx] - depth;
                sum += wx * wy * (1.0 - (above * 1.4).clamp(0.0, 1.0));
            }
        }
        sum / 9.0
    }
}
