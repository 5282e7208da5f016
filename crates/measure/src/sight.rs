//! Two pictures cut into blocks of light: of the same things where they are lined up, else each for itself.

use super::colour::{Rgb, decode_table, lab};
use super::plane::Plane;
use super::{Picture, Similarity};

/// The longer side at which light is compared, in pixels: hair and noise average out, areas stay.
const SIDE: u32 = 256;
/// The side of a block, in those pixels.
const BLOCK: usize = 8;
/// Values from here on were cut off by the camera and tell no ratio any more.
const CLIPPED: u8 = 250;
/// Light below this is mostly noise.
const DARK: f32 = 0.003;

/// The part of the picture along its left, right and upper edge that counts as background; below are shoulders.
const BAND: f64 = 0.15;

/// The mean light of a block, and how much its lightness varies (standard deviation of L*).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Block {
    pub light: Rgb,
    pub contrast: f64,
}

/// The blocks of two pictures, row by row; `None` where nothing can be said.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sight {
    pub before: Blocks,
    pub after: Blocks,
    /// Block for block the same things, since the pictures were lined up.
    pub aligned: bool,
}

/// A grid of blocks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Blocks {
    pub columns: usize,
    pub blocks: Vec<Option<Block>>,
}

/// A part of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Left,
    Right,
    Top,
    /// What is none of these: mostly the person.
    Inner,
}

impl Blocks {
    /// The blocks of one part, also those of which nothing can be said.
    pub fn part(&self, part: Part) -> impl Iterator<Item = Option<Block>> {
        let places = self.blocks.iter().enumerate();
        places
            .filter(move |(i, _)| self.is_in(*i, part))
            .map(|(_, block)| *block)
    }

    fn is_in(&self, i: usize, part: Part) -> bool {
        let (columns, rows) = (self.columns, self.blocks.len() / self.columns);
        let band = |length: usize| ((length as f64 * BAND).round() as usize).max(1);
        let (left, right) = (
            i % columns < band(columns),
            i % columns >= columns - band(columns),
        );
        let top = i / columns < band(rows);
        match part {
            Part::Left => left,
            Part::Right => right,
            Part::Top => top,
            Part::Inner => !left && !right && !top,
        }
    }
}

impl Sight {
    pub fn of(before: &Picture, after: &Picture, change: Option<&Similarity>) -> Self {
        let (first, second) = (Light::of(before), Light::of(after));
        let warped = match change {
            Some(change) => second.seen_by(&first, change),
            None => second,
        };
        Self {
            before: first.blocks(),
            after: warped.blocks(),
            aligned: change.is_some(),
        }
    }

    /// Blocks of the inner part that both pictures show, before and after; none unless they are lined up.
    pub fn both(&self) -> impl Iterator<Item = (Block, Block)> {
        let same = self.aligned.then(|| {
            self.before
                .part(Part::Inner)
                .zip(self.after.part(Part::Inner))
        });
        same.into_iter()
            .flatten()
            .filter_map(|(b, a)| Some((b?, a?)))
    }
}

/// Linear light, made small, and the part of each pixel that the camera cut off.
struct Light {
    channels: [Plane; 3],
    clipped: Plane,
    /// Small pixels for each pixel of the picture, across and down.
    factor: f64,
}

impl Light {
    fn of(picture: &Picture) -> Self {
        let (width, height) = (picture.width(), picture.height());
        let factor = (f64::from(SIDE) / f64::from(width.max(height))).min(1.0);
        let side = |length: u32| ((f64::from(length) * factor).round() as usize).max(1);
        let table = decode_table();
        let small = |value: &dyn Fn(&[u8]) -> f32| {
            let data = picture.rgb().chunks_exact(3).map(value).collect();
            Plane::new(width as usize, height as usize, data).resized(side(width), side(height))
        };
        Self {
            channels: [0, 1, 2].map(|c| small(&|pixel| table[usize::from(pixel[c])])),
            clipped: small(&|pixel| f32::from(pixel.iter().any(|value| *value >= CLIPPED))),
            factor,
        }
    }

    /// This picture as the camera of the other one would have seen it; what lies beyond its edge counts as cut off.
    fn seen_by(&self, other: &Self, change: &Similarity) -> Self {
        let change = change.resized(other.factor, self.factor);
        let (width, height) = (other.clipped.width, other.clipped.height);
        let seen = |plane: &Plane, beyond: f32| {
            let places = (0..height).flat_map(|y| (0..width).map(move |x| (x as f64, y as f64)));
            let data = places
                .map(|place| plane.between(change.place(place)).unwrap_or(beyond))
                .collect();
            Plane::new(width, height, data)
        };
        Self {
            channels: [0, 1, 2].map(|c| seen(&self.channels[c], 0.0)),
            clipped: seen(&self.clipped, 1.0),
            factor: other.factor,
        }
    }

    fn blocks(&self) -> Blocks {
        let (width, height) = (self.clipped.width, self.clipped.height);
        let columns = width.div_ceil(BLOCK);
        let rows = height.div_ceil(BLOCK);
        let place = |i: usize| (i % columns * BLOCK, i / columns * BLOCK);
        Blocks {
            columns,
            blocks: (0..columns * rows).map(|i| self.block(place(i))).collect(),
        }
    }

    fn block(&self, (left, top): (usize, usize)) -> Option<Block> {
        let right = (left + BLOCK).min(self.clipped.width);
        let bottom = (top + BLOCK).min(self.clipped.height);
        let all = (right - left) * (bottom - top);
        let (mut sum, mut count) = ([0.0; 3], 0_usize);
        let (mut light, mut square) = (0.0, 0.0);
        for (x, y) in (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))) {
            let pixel = [0, 1, 2].map(|c| self.channels[c].at(x, y));
            if self.clipped.at(x, y) > 0.05 || pixel[1] < DARK {
                continue;
            }
            let pixel = pixel.map(f64::from);
            let lightness = lab(pixel)[0];
            (light, square) = (light + lightness, square + lightness * lightness);
            sum = [0, 1, 2].map(|c| sum[c] + pixel[c]);
            count += 1;
        }
        if count * 2 < all {
            return None;
        }
        let n = count as f64;
        Some(Block {
            light: sum.map(|channel| (channel / n).max(1e-4)),
            contrast: (square / n - (light / n).powi(2)).max(0.0).sqrt(),
        })
    }
}
