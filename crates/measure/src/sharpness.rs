//! How sharp a photo is, by how wide its edges are.

use super::median::{median, quantile};
use super::plane::Plane;
use super::{LOOK_SIDE, Picture, Similarity};

/// Both are softened by this much more to see what that does to their edges, in pixels.
const SOFTENED: f32 = 1.0;
/// The side of a block in which edges are looked for, in pixels.
const BLOCK: usize = 32;
/// The part of a block's pixels that count as edges: the steepest.
const EDGES: f64 = 0.06;
/// Steps of brightness (of 255, over two pixels) below which there is no edge but noise.
const LEAST_STEP: f64 = 10.0;

/// The blur of each block of a picture. Blur is the standard deviation, in pixels of a picture of [`LOOK_SIDE`], of a
/// Gaussian that would turn steps into its steepest edges.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Blurs {
    columns: usize,
    rows: usize,
    blocks: Vec<Option<f64>>,
}

impl Blurs {
    /// Softening an edge of width σ by σ₀ makes it flatter by √(1 + σ₀²/σ²), whatever its contrast (Zhuo and Sim 2011,
    /// "Defocus map estimation from a single image"); of each block the middle of its edges is taken.
    pub fn of(picture: &Picture) -> Self {
        let sharp = Plane::luma(picture);
        let soft = steepness(&sharp.blurred(SOFTENED));
        let (columns, rows) = (sharp.width / BLOCK, sharp.height / BLOCK);
        let unit = f64::from(LOOK_SIDE) / sharp.width.max(sharp.height) as f64;
        let sharp = steepness(&sharp);
        let block = |i: usize| {
            let (left, top) = (i % columns * BLOCK, i / columns * BLOCK);
            blur(&sharp, &soft, (left, top)).map(|blur| blur * unit)
        };
        Self {
            columns,
            rows,
            blocks: (0..columns * rows).map(block).collect(),
        }
    }

    /// Where it is sharpest: the blur that a quarter of its blocks stay below. `None` of a picture without edges.
    pub fn sharpest(&self) -> Option<f64> {
        quantile(self.blocks.iter().copied().flatten().collect(), 0.25)
    }

    /// How many times wider the edges of the after photo are; above one when it is softer. Where the photos are lined up it
    /// is the middle of the same blocks, so that new hair or pigment in less than half of them counts for nothing.
    pub fn times(&self, after: &Self, change: Option<&Similarity>) -> Option<f64> {
        let Some(change) = change else {
            return Some(after.sharpest()? / self.sharpest()?);
        };
        let ratios = self.blocks.iter().enumerate().filter_map(|(i, blur)| {
            let centre = |n: usize| (n as f64 + 0.5) * BLOCK as f64;
            let place = change.place((centre(i % self.columns), centre(i / self.columns)));
            Some(after.at(place)? / (*blur)? / change.scale())
        });
        median(ratios.collect())
    }

    fn at(&self, (x, y): (f64, f64)) -> Option<f64> {
        let (column, row) = (x / BLOCK as f64, y / BLOCK as f64);
        let within = column >= 0.0 && row >= 0.0 && (column as usize) < self.columns;
        if !within || row as usize >= self.rows {
            return None;
        }
        self.blocks[row as usize * self.columns + column as usize]
    }
}

/// In pixels of the plane; `None` where there are no edges.
fn blur(sharp: &Plane, soft: &Plane, (left, top): (usize, usize)) -> Option<f64> {
    let places = (top..top + BLOCK).flat_map(|y| (left..left + BLOCK).map(move |x| (x, y)));
    let steps = places.clone().map(|(x, y)| f64::from(sharp.at(x, y)));
    let least = quantile(steps.collect(), 1.0 - EDGES)?.max(LEAST_STEP);
    let edges = places.filter(|(x, y)| f64::from(sharp.at(*x, *y)) >= least);
    let ratios = edges.map(|(x, y)| f64::from(sharp.at(x, y) / soft.at(x, y).max(1e-6)));
    let ratio = median(ratios.collect())?;
    Some(f64::from(SOFTENED) / (ratio * ratio - 1.0).max(1e-2).sqrt())
}

/// The length of the gradient, zero along the border.
fn steepness(plane: &Plane) -> Plane {
    let mut all = vec![0.0; plane.data.len()];
    for y in 1..plane.height.max(1) - 1 {
        for x in 1..plane.width.max(1) - 1 {
            let across = plane.at(x + 1, y) - plane.at(x - 1, y);
            let down = plane.at(x, y + 1) - plane.at(x, y - 1);
            all[y * plane.width + x] = across.hypot(down);
        }
    }
    Plane::new(plane.width, plane.height, all)
}
