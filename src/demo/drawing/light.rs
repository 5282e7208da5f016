//! The studio's light: one large soft lamp, a bright room, and the shadows that bodies throw in it.

use super::camera::to_camera;
use super::grid::Grid;
use super::noise::Rng;
use super::shadow::Shadow;
use super::vector::{V3, smooth, v3};
use super::{Head, Moment, View};

pub(super) struct Studio {
    pub key: V3,
    pub key_colour: V3,
    pub room: V3,
    pub rim: V3,
    /// Of the wall behind; about 0.
    pub warmth: f32,
}

impl Studio {
    /// A little warmer or cooler, and from a slightly other side, on each date.
    pub fn new(head: &Head, view: View, moment: Moment) -> Self {
        let mut rng = Rng::new(head.seed, 71 + moment as u64);
        let side = if view == View::Right { 0.42 } else { -0.5 };
        let warm = 0.035 * rng.signed();
        let bright = 1.0 + 0.05 * rng.signed();
        Self {
            key: v3(side + 0.1 * rng.signed(), 0.62 + 0.08 * rng.signed(), 0.78).unit(),
            key_colour: v3(1.0 + warm, 0.975, 0.93 - warm) * (0.98 * bright),
            room: v3(0.9 + warm * 0.5, 0.93, 1.0 - warm * 0.5) * (0.38 * bright),
            rim: v3(0.75, 0.35, -0.55).unit(),
            warmth: 0.01 + 0.4 * warm,
        }
    }

    /// Fills in the light that arrives at each point of each surface.
    pub fn shine(&self, grids: &mut [&mut Grid]) {
        let key = Shadow::new(grids, self.key, 136);
        let ambient: Vec<(Shadow, f32)> = directions()
            .map(|d| (Shadow::new(grids, d, 72), 0.55 + 0.45 * d.y))
            .collect();
        for grid in grids.iter_mut() {
            let open = openness(grid, &ambient);
            grid.light.clear();
            for (index, (point, normal)) in grid.points.iter().zip(&grid.normals).enumerate() {
                let (row, col) = (index / grid.cols, index % grid.cols);
                let facing = normal.dot(self.key);
                let lit = if facing > -0.5 {
                    key.lit(*point + *normal * 0.25, 0.35)
                } else {
                    0.0
                };
                grid.light
                    .push(self.arriving(*point, *normal, lit, open.at(row, col)));
            }
        }
    }

    /// Light bleeds through skin: red reaches further round an edge and into a shadow than blue.
    fn arriving(&self, point: V3, normal: V3, lit: f32, open: f32) -> V3 {
        let facing = normal.dot(self.key);
        let wrapped = |wrap: f32| ((facing + wrap) / (1.0 + wrap)).max(0.0);
        let direct = v3(
            wrapped(0.42) * lit.powf(0.75),
            wrapped(0.27) * lit,
            wrapped(0.22) * lit.powf(1.1),
        );
        let rim = normal.dot(self.rim).max(0.0) * smooth(0.75, 0.15, normal.dot(to_camera(point)));
        let deep = open * open;
        let sky = v3(
            0.35 * open + 0.65 * deep.sqrt(),
            open,
            0.3 * open + 0.7 * open,
        );
        direct.times(self.key_colour) + sky.times(self.room) + v3(0.26, 0.27, 0.28) * (rim * open)
    }
}

/// Ten directions over the half of the room that is bright.
fn directions() -> impl Iterator<Item = V3> {
    (0..11).map(|i| {
        let turn = i as f32 * 2.399_963;
        let z = 1.0 - (i as f32 + 0.5) / 11.0 * 1.15;
        let r = (1.0 - z * z).sqrt();
        v3(r * turn.cos(), r * turn.sin() * 0.9 + 0.32, z).unit()
    })
}

/// How much of the room each point of a grid sees, at every third point.
struct Openness {
    cols: usize,
    values: Vec<f32>,
}

const STRIDE: usize = 3;

fn openness(grid: &Grid, ambient: &[(Shadow, f32)]) -> Openness {
    let cols = (grid.cols - 1) / STRIDE + 2;
    let rows = (grid.rows - 1) / STRIDE + 2;
    let mut values = Vec::with_capacity(cols * rows);
    for row in 0..rows {
        for col in 0..cols {
            let index =
                (row * STRIDE).min(grid.rows - 1) * grid.cols + (col * STRIDE).min(grid.cols - 1);
            let (point, normal) = (grid.points[index], grid.normals[index]);
            let (mut seen, mut whole) = (0.0, 0.0);
            for (shadow, weight) in ambient {
                let facing = (normal.dot(shadow.towards) + 0.25).max(0.0) * weight;
                whole += weight * 0.62;
                if facing > 0.0 {
                    seen += facing * shadow.lit(point + normal * 0.3, 0.9);
                }
            }
            values.push((seen / whole).min(1.2));
        }
    }
    Openness { cols, values }
}

impl Openness {
    fn at(&self, row: usize, col: usize) -> f32 {
        let (r, c) = (row / STRIDE, col / STRIDE);
        let (down, across) = (
            (row % STRIDE) as f32 / STRIDE as f32,
            (col % STRIDE) as f32 / STRIDE as f32,
        );
        let i = r * self.cols + c;
        let v = &self.values;
        let near = v[i] + (v[i + 1] - v[i]) * across;
        let j = (i + self.cols).min(v.len() - 2);
        let far = v[j] + (v[j + 1] - v[j]) * across;
        near + (far - near) * down
    }
}
