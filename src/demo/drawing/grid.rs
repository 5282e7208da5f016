//! A surface as a grid of points, with what is known at each of them.

use super::camera::Camera;
use super::vector::V3;

/// Points in rows of `cols`; the first and last column of a closed surface coincide.
pub(super) struct Grid {
    pub cols: usize,
    pub rows: usize,
    /// In the room, centimetres.
    pub points: Vec<V3>,
    pub normals: Vec<V3>,
    /// Light that arrives, linear.
    pub light: Vec<V3>,
    /// What the camera sees, 0 to 255.
    pub colours: Vec<V3>,
    pub closed: bool,
}

impl Grid {
    pub fn new(cols: usize, rows: usize, closed: bool, point: impl Fn(usize, usize) -> V3) -> Self {
        let mut points = Vec::with_capacity(cols * rows);
        for row in 0..rows {
            for col in 0..cols {
                points.push(point(col, row));
            }
        }
        let mut grid = Self {
            cols,
            rows,
            points,
            normals: Vec::new(),
            light: Vec::new(),
            colours: Vec::new(),
            closed,
        };
        grid.find_normals();
        grid
    }

    /// Columns go anticlockwise seen from above, rows upwards: normals point outwards.
    pub fn find_normals(&mut self) {
        let (cols, rows) = (self.cols, self.rows);
        self.normals.clear();
        self.normals.reserve(cols * rows);
        for row in 0..rows {
            let (below, above) = (row.saturating_sub(1) * cols, (row + 1).min(rows - 1) * cols);
            for col in 0..cols {
                let (left, right) = match (col, self.closed) {
                    (0, true) => (cols - 2, 1),
                    (c, true) if c == cols - 1 => (cols - 2, 1),
                    (c, _) => (c.saturating_sub(1), (c + 1).min(cols - 1)),
                };
                let across = self.points[row * cols + right] - self.points[row * cols + left];
                let up = self.points[above + col] - self.points[below + col];
                self.normals.push(across.cross(up).unit());
            }
        }
    }

    /// From the body into the room.
    pub fn pose(&mut self, camera: &Camera) {
        for point in &mut self.points {
            *point = camera.place(*point);
        }
        for normal in &mut self.normals {
            *normal = camera.turn(*normal);
        }
    }
}

/// Where a place lies between the points of a grid.
#[derive(Clone, Copy)]
pub(super) struct Place {
    index: usize,
    cols: usize,
    across: f32,
    up: f32,
}

impl Place {
    /// `col` and `row` counted in points, with fractions.
    pub fn new(grid: &Grid, col: f32, row: f32) -> Self {
        let col = col.clamp(0.0, grid.cols as f32 - 1.001);
        let row = row.clamp(0.0, grid.rows as f32 - 1.001);
        Self {
            index: row as usize * grid.cols + col as usize,
            cols: grid.cols,
            across: col.fract(),
            up: row.fract(),
        }
    }

    /// The value at the nearest known point below.
    pub fn near(&self, values: &[V3]) -> V3 {
        values[self.index]
    }

    pub fn of(&self, values: &[V3]) -> V3 {
        let i = self.index;
        let low = values[i].mix(values[i + 1], self.across);
        let high = values[i + self.cols].mix(values[i + self.cols + 1], self.across);
        low.mix(high, self.up)
    }

    pub fn scalar(&self, values: &[f32]) -> f32 {
        let i = self.index;
        let low = values[i] + (values[i + 1] - values[i]) * self.across;
        let high = values[i + self.cols]
            + (values[i + self.cols + 1] - values[i + self.cols]) * self.across;
        low + (high - low) * self.up
    }
}
