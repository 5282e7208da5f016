//! The header of an AVIF photo (AV1 Image File Format, version 1.1): what it is made of, how it is turned, and what decoding it
//! will cost. The decoder never sees the container: it is handed the pictures one by one.

use std::borrow::Cow;

use super::av1::{self, Sequence};
use super::boxes::{Boxes, Read};
use super::items::Items;
use super::{exif, is_alpha, orientation};
use crate::imaging::colour::Space;
use crate::imaging::orientation::Orientation;
use crate::imaging::{Limits, Refusal};

/// What decoding needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::imaging) struct AvifHeader<'a> {
    /// As stored, after what the file cuts off.
    pub size: (u32, u32),
    /// How the stored picture is to be turned and mirrored.
    pub orientation: Orientation,
    pub picture: Canvas<'a>,
    pub alpha: Option<Canvas<'a>>,
    /// Colours were mixed with black by their alpha already.
    pub premultiplied: bool,
    /// Where the part that is to be shown begins.
    pub corner: (u32, u32),
    pub icc: Option<&'a [u8]>,
    pub numbers: Option<Numbers>,
    pub exif: Option<Vec<u8>>,
    /// What the decoder holds beside the RGB pixels.
    pub decoder_bytes: u64,
}

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

/// What colours the samples stand for (ITU-T H.273); it counts for more than what the coded picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::imaging) struct Numbers {
    pub primaries: u16,
    pub transfer: u16,
    pub matrix: u16,
    pub full_range: bool,
}

/// What libaom holds for each pixel of a picture beside its samples: what each block of 4 × 4 was coded as (some 190 bytes).
/// Measured, rounded up.
const BLOCK_BYTES_PER_PIXEL: u64 = 14;
/// Pictures as large as the one that is decoded, while it is smoothed.
const PICTURES: u64 = 3;

/// # Errors
/// `Avif` for a kind of AVIF that we can't read, `TooManyPixels`, `Damaged`, `Animated`.
pub(in crate::imaging) fn read_header<'a>(
    bytes: &'a [u8],
    limits: &Limits,
) -> Result<AvifHeader<'a>, Refusal> {
    // Films may have a first picture of their own; it is as little a photo as that of an animated PNG.
    if Boxes(bytes).any(|(name, _)| name == b"moov") {
        return Err(Refusal::Animated);
    }
    let items = Items::read(bytes)?;
    let primary = items.primary;
    let picture = Canvas::read(&items, primary, limits)?;
    let mut alphas = items
        .referring(b"auxl", primary)
        .filter(|item| is_alpha(&items, *item));
    let (alpha_item, more) = (alphas.next(), alphas.next());
    let alpha = alpha_item.map(|item| Canvas::read(&items, item, limits));
    let alpha = alpha.transpose()?;
    let unlike = alpha.as_ref().is_some_and(|a| a.size != picture.size);
    if more.is_some() || unlike {
        return Err(Refusal::Avif);
    }
    let decoder_bytes = cost(
        [Some(&picture), alpha.as_ref()].into_iter().flatten(),
        bytes.len() as u64,
        limits,
    )?;
    let (corner, size) = match items.property(primary, b"clap") {
        Some(body) => shown_part(body, picture.size).ok_or(Refusal::Damaged)?,
        None => ((0, 0), picture.size),
    };
    limits.check_size(size.0, size.1)?;
    Ok(AvifHeader {
        size,
        orientation: orientation(&items),
        picture,
        alpha,
        premultiplied: alpha_item.is_some_and(|a| items.referred(b"prem", primary).contains(&a)),
        corner,
        icc: icc(&items),
        numbers: numbers(&items),
        exif: exif(&items),
        decoder_bytes,
    })
}

impl AvifHeader<'_> {
    /// From the profile, or else the numbers of the container, or else `coded`, those of the picture itself.
    pub fn space(&self, coded: Numbers) -> Space {
        let Numbers {
            primaries,
            transfer,
            ..
        } = self.numbers.unwrap_or(coded);
        match self.icc {
            Some(profile) => Space::Icc(profile.to_vec()),
            None => Space::Coded {
                primaries,
                transfer,
            },
        }
    }
}

impl<'a> Canvas<'a> {
    fn read(items: &Items<'a>, item: u32, limits: &Limits) -> Result<Self, Refusal> {
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
fn cost<'a>(
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

/// Corner and size of the clean aperture (ISO/IEC 14496-12, clause 12.1.4), in whole pixels inside it.
fn shown_part(body: &[u8], whole: (u32, u32)) -> Option<((u32, u32), (u32, u32))> {
    let mut read = Read(body);
    let mut ratio = || {
        let (above, below) = (read.small(4)?, read.small(4)?);
        (below > 0).then(|| f64::from(above.cast_signed()) / f64::from(below))
    };
    let (width, height, right, down) = (ratio()?, ratio()?, ratio()?, ratio()?);
    let part = |length: f64, moved: f64, whole: u32| {
        let middle = f64::from(whole) / 2.0 + moved;
        let (first, end) = (middle - length / 2.0, middle + length / 2.0);
        let (first, end) = ((first - 1e-6).ceil(), (end + 1e-6).floor());
        let inside = first >= 0.0 && end <= f64::from(whole) && end > first;
        inside.then_some((first as u32, (end - first) as u32))
    };
    let (left, width) = part(width, right, whole.0)?;
    let (top, height) = part(height, down, whole.1)?;
    Some(((left, top), (width, height)))
}

fn colours<'a>(items: &Items<'a>) -> impl Iterator<Item = &'a [u8]> {
    let all = items.properties(items.primary);
    all.filter(|(name, _)| *name == b"colr")
        .map(|(_, body)| body)
}

fn icc<'a>(items: &Items<'a>) -> Option<&'a [u8]> {
    colours(items).find_map(|body| {
        body.strip_prefix(b"prof")
            .or_else(|| body.strip_prefix(b"rICC"))
    })
}

fn numbers(items: &Items<'_>) -> Option<Numbers> {
    colours(items).find_map(|body| {
        let mut read = Read(body.strip_prefix(b"nclx")?);
        let mut number = || u16::try_from(read.small(2)?).ok();
        Some(Numbers {
            primaries: number()?,
            transfer: number()?,
            matrix: number()?,
            full_range: read.small(1)? & 0x80 != 0,
        })
    })
}
