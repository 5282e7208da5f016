//! The coded pictures that an AVIF photo, or its transparency, is put together from, and what decoding them costs.

use std::borrow::Cow;

use super::av1::{self, Sequence};
use super::boxes::Read;
use super::items::Items;
use crate::imaging::{Limits, Refusal};

/// Coded pictures of one size, side by side; often one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::imaging) struct Canvas<'a> {
    pub size: (u32, u32),
    pub columns: usize,
    pub tiles: Vec<Tile<'a>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::imaging) struct Tile<'a> {
    pub sequence: Sequence,
    frames: u32,
    pub data: Cow<'a, [u8]>,
}

/// What libaom holds for each pixel of a picture beside its samples: what each block of 4 × 4 was coded as (some 190 bytes).
/// Measured, rounded up.
const BLOCK_BYTES_PER_PIXEL: u64 = 14;
/// Pictures as large as the one that is decoded, while it is smoothed.
const PICTURES: u64 = 3;

impl<'a> Canvas<'a> {
    pub(super) fn read(items: &Items<'a>, item: u32, limits: &Limits) -> Result<Self, Refusal> {
        match items.kind(item) {
            Some(b"av01") => {
                let tile = Tile::read(items, item)?;
                let size = tile.size();
                limits.check_most(size.0, size.1)?;
                Ok(Self {
                    size,
                    columns: 1,
                    tiles: vec![tile],
                })
            }
            Some(b"grid") => Self::read_grid(items, item, limits),
            Some(_) => Err(Refusal::Avif),
            None => Err(Refusal::Damaged),
        }
    }

    /// ISO/IEC 23008-12, clause 6.6.2.3.
    fn read_grid(items: &Items<'a>, item: u32, limits: &Limits) -> Result<Self, Refusal> {
        let data = items.whole(item);
        let mut read = Read(&data);
        let head = (|| {
            let (_, flags) = (read.small(1)?, read.small(1)?);
            let (rows, columns) = (read.small(1)? + 1, read.small(1)? + 1);
            let length = if flags & 1 == 0 { 2 } else { 4 };
            Some((rows, columns, (read.small(length)?, read.small(length)?)))
        })();
        let (rows, columns, size) = head.ok_or(Refusal::Damaged)?;
        limits.check_most(size.0, size.1)?;
        let parts = items.referred(b"dimg", item);
        if parts.len() != (rows * columns) as usize {
            return Err(Refusal::Damaged);
        }
        let tiles: Result<Vec<_>, _> = parts.iter().map(|part| Tile::read(items, *part)).collect();
        let tiles = tiles?;
        let one = tiles.first().ok_or(Refusal::Damaged)?.size();
        // Each begins within the picture, and all together they fill it.
        let fills = |tile: u32, count: u32, whole: u32| {
            let (tile, count, whole) = (u64::from(tile), u64::from(count), u64::from(whole));
            tile * count >= whole && tile * (count - 1) < whole
        };
        let fit = fills(one.0, columns, size.0) && fills(one.1, rows, size.1);
        if !fit || tiles.iter().any(|tile| tile.size() != one) {
            return Err(Refusal::Damaged);
        }
        Ok(Self {
            size,
            columns: columns as usize,
            tiles,
        })
    }
}

impl<'a> Tile<'a> {
    fn read(items: &Items<'a>, item: u32) -> Result<Self, Refusal> {
        match items.kind(item) {
            Some(b"av01") => {}
            Some(_) => return Err(Refusal::Avif),
            None => return Err(Refusal::Damaged),
        }
        let data = items.whole(item);
        let coded = av1::coded(&data).ok_or(Refusal::Damaged)?;
        let tile = Self {
            sequence: coded.sequence,
            frames: coded.frames,
            data,
        };
        let said = items.property(item, b"ispe").and_then(|body| {
            let mut read = Read(body.get(4..)?);
            Some((read.small(4)?, read.small(4)?))
        });
        match said {
            Some(size) if size != tile.size() => Err(Refusal::Damaged),
            _ => Ok(tile),
        }
    }

    pub fn size(&self) -> (u32, u32) {
        (self.sequence.width, self.sequence.height)
    }

    fn pixels(&self) -> u64 {
        u64::from(self.sequence.width) * u64::from(self.sequence.height)
    }

    /// All channels of one pixel as decoded, in quarters of bytes.
    fn quarter_bytes(&self) -> u64 {
        let samples = match (self.sequence.grey, self.sequence.halved) {
            // Grey is decoded with colour all the same.
            (true, _) | (_, (true, true)) => 6,
            (_, (true, false) | (false, true)) => 8,
            _ => 12,
        };
        samples * if self.sequence.depth > 8 { 2 } else { 1 }
    }
}

/// Tiles are decoded one after the other, into what is there already (RGB, and as much again for the alpha); each is copied with
/// a container of our own around it.
pub(super) fn cost<'a>(
    canvases: impl Iterator<Item = &'a Canvas<'a>>,
    file_bytes: u64,
    limits: &Limits,
) -> Result<u64, Refusal> {
    let (mut data, mut pixels, mut largest, mut beside) = (0, 0, 0, 0);
    for (number, canvas) in canvases.enumerate() {
        let area = u64::from(canvas.size.0) * u64::from(canvas.size.1);
        beside += if number > 0 { area * 3 } else { 0 };
        for tile in &canvas.tiles {
            data += tile.data.len() as u64;
            pixels += tile.pixels() * u64::from(tile.frames);
            // Each layer may be a picture that is kept for the next one.
            let kept = PICTURES + u64::from(tile.frames - 1);
            let decoder = tile.pixels() * (BLOCK_BYTES_PER_PIXEL + kept * tile.quarter_bytes() / 4);
            let copy = if canvas.tiles.len() > 1 {
                tile.pixels() * 3
            } else {
                0
            };
            largest = largest.max(decoder + copy + tile.data.len() as u64 * 2);
        }
    }
    if data > file_bytes * 2 || pixels > limits.max_pixels * 4 {
        return Err(Refusal::TooManyPixels);
    }
    Ok(largest + beside)
}
