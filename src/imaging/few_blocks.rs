//! A part of a picture reduced to a few soft colours; see [`Style::Blur`](super::Style::Blur) for why so few.

use super::outline::within;
use super::pixels::{Area, Pixels};

/// Blocks along the longer side.
const MOST: f64 = 4.0;
/// Steps of each channel.
const STEPS: u64 = 16;

/// Means of at most 4 × 4 blocks, and nothing else of the part.
pub(super) struct FewBlocks {
    left: f64,
    top: f64,
    /// Width and height of a block, in pixels.
    block: (f64, f64),
    columns: usize,
    rows: usize,
    colours: Vec<[f32; 3]>,
}

impl FewBlocks {
    pub fn of(pixels: &Pixels, part: &Area) -> Self {
        let left = within(part.left, pixels.width) as f64;
        let top = within(part.top, pixels.height) as f64;
        let width = (within(part.right, pixels.width) as f64 - left).max(1.0);
        let height = (within(part.bottom, pixels.height) as f64 - top).max(1.0);
        let longer = width.max(height);
        let count = |side: f64| {
            (MOST * side / longer)
                .round()
                .clamp(1.0, MOST.min(side.max(1.0)))
        };
        let (columns, rows) = (count(width), count(height));
        let block = (width / columns, height / rows);
        let mut few = Self {
            left,
            top,
            block,
            columns: columns as usize,
            rows: rows as usize,
            colours: Vec::new(),
        };
        few.colours = (0..few.rows * few.columns)
            .map(|number| few.mean(pixels, number % few.columns, number / few.columns))
            .collect();
        few
    }

    fn mean(&self, pixels: &Pixels, column: usize, row: usize) -> [f32; 3] {
        let edge = |start: f64, block: f64, number: usize| (start + block * number as f64) as usize;
        let columns =
            edge(self.left, self.block.0, column)..edge(self.left, self.block.0, column + 1);
        let rows = edge(self.top, self.block.1, row)..edge(self.top, self.block.1, row + 1);
        let (mut sum, mut count) = ([0_u64; 3], 0_u64);
        let lines = pixels.data.chunks_exact(pixels.row_bytes().max(1));
        for line in lines.take(rows.end).skip(rows.start) {
            let part = line.chunks_exact(3).take(columns.end).skip(columns.start);
            for pixel in part {
                for (sum, sample) in sum.iter_mut().zip(pixel) {
                    *sum += u64::from(*sample);
                }
                count += 1;
            }
        }
        let step = |sum: u64| {
            let mean = sum / count.max(1);
            (mean * STEPS / 256 * 256 / STEPS + 128 / STEPS) as f32
        };
        sum.map(step)
    }

    /// The colour at a pixel, between the middles of the blocks around it.
    pub fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let (column, next_column, right) = along(x, self.left, self.block.0, self.columns);
        let (row, next_row, down) = along(y, self.top, self.block.1, self.rows);
        let colour = |column: usize, row: usize| self.colours[row * self.columns + column];
        let mix = |a: [f32; 3], b: [f32; 3], part: f32| {
            [0, 1, 2].map(|channel| a[channel] + (b[channel] - a[channel]) * part)
        };
        let upper = mix(colour(column, row), colour(next_column, row), right);
        let lower = mix(
            colour(column, next_row),
            colour(next_column, next_row),
            right,
        );
        mix(upper, lower, down).map(|value| value.round().clamp(0.0, 255.0) as u8)
    }
}

/// The blocks before and after a place, and how far it is from the one to the other.
fn along(place: usize, start: f64, block: f64, count: usize) -> (usize, usize, f32) {
    let last = count.saturating_sub(1);
    let middle = ((place as f64 + 0.5 - start) / block - 0.5).clamp(0.0, last as f64);
    let before = middle.floor() as usize;
    let between = middle - middle.floor();
    // Smooth at the middles too: no edge betrays where a block begins.
    let soft = between * between * (3.0 - 2.0 * between);
    (before, (before + 1).min(last), soft as f32)
}
