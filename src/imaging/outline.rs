//! Which decoded pixels a mask covers: all blocks that its outline touches, and as far beyond as smoothing reaches.

use std::ops::Range;

use super::Shape;
use super::mask::Grain;
use super::pixels::{Area, Pixels};

pub(super) struct Outline {
    pub shape: Shape,
    /// In pixels of the stored picture.
    pub area: Area,
    /// From the stored picture to the decoded one.
    pub factor: f64,
    pub grain: Grain,
}

impl Outline {
    /// The rectangle around all that is covered, in pixels of the decoded picture.
    pub fn around(&self) -> Area {
        self.grain.covering(&self.area, self.factor)
    }

    /// Gives every covered pixel the colour of its place.
    pub fn fill(&self, pixels: &mut Pixels, colour: impl Fn(usize, usize) -> [u8; 3]) {
        let around = self.around();
        let rows = within(around.top, pixels.height)..within(around.bottom, pixels.height);
        let length = pixels.row_bytes().max(1);
        let lines = pixels.data.chunks_exact_mut(length).enumerate();
        for (y, line) in lines.take(rows.end).skip(rows.start) {
            let columns = self.columns(y, pixels.width);
            let covered = line.chunks_exact_mut(3).enumerate();
            for (x, pixel) in covered.take(columns.end).skip(columns.start) {
                pixel.copy_from_slice(&colour(x, y));
            }
        }
    }

    /// What is covered of a row of the decoded picture.
    fn columns(&self, row: usize, width: u32) -> Range<usize> {
        let part = match self.shape {
            Shape::Rectangle => self.area,
            Shape::Ellipse => self.slice(row),
        };
        if part.right <= part.left {
            return 0..0;
        }
        let covered = self.grain.covering(&part, self.factor);
        within(covered.left, width)..within(covered.right, width)
    }

    /// The part of an ellipse that colours this row of decoded pixels: as wide as it is anywhere in the rows of blocks that
    /// reach here.
    fn slice(&self, row: usize) -> Area {
        let reach = f64::from(self.grain.reach);
        let block = f64::from(self.grain.block.1);
        let top = (((row as f64 - reach - 1.0) / self.factor) / block).floor() * block;
        let bottom = (((row as f64 + reach + 2.0) / self.factor) / block).ceil() * block;
        let middle = (self.area.top + self.area.bottom) / 2.0;
        let nearest = middle.clamp(top, bottom);
        let half = (self.area.width() / 2.0, self.area.height() / 2.0);
        let away = (nearest - middle) / half.1.max(f64::MIN_POSITIVE);
        let reaches = half.0 * (1.0 - away * away).max(0.0).sqrt();
        let centre = (self.area.left + self.area.right) / 2.0;
        Area {
            left: centre - reaches,
            right: centre + reaches,
            ..self.area
        }
    }
}

pub(super) fn within(place: f64, end: u32) -> usize {
    place.clamp(0.0, f64::from(end)) as usize
}
