//! The header of an HEIC photo (ISO/IEC 23008-12): its size as stored, how it is turned, and what decoding it will cost,
//! before the decoder sees it.

mod av1;
pub(super) mod avif;
mod bits;
mod boxes;
pub(super) mod canvas;
mod hevc;
mod items;
mod tables;

use boxes::Read;
use items::Items;

use super::orientation::Orientation;
use super::{Limits, Refusal};

/// What decoding needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeifHeader {
    /// As stored, or as shown where [`turned_by_decoder`](Self::turned_by_decoder).
    pub size: (u32, u32),
    /// How the stored picture is to be turned and mirrored.
    pub orientation: Orientation,
    /// The file cuts off a part, or refers to another picture: the decoder carries that out, and turns with it.
    pub turned_by_decoder: bool,
    /// A TIFF block.
    pub exif: Option<Vec<u8>>,
    /// What the decoder holds beside the RGB pixels.
    pub decoder_bytes: u64,
}

/// The most parts (NAL units) of one coded picture.
const MAX_PARTS: usize = 1024;
/// What the decoder holds of each byte of a part that may begin with entry points: each may be one bit, and is held in up to
/// 32 bytes (as a distance, a place in the part, and a place without escapes).
const ENTRY_POINT_BYTES: u64 = 8 * 32;
/// How deep pictures may be made of pictures.
const MAX_DEPTH: usize = 4;

/// # Errors
/// `Heic` for a kind of HEIF that we can't read, `TooManyPixels`, `Damaged`, `Animated`.
pub(super) fn read_header(bytes: &[u8], limits: &Limits) -> Result<HeifHeader, Refusal> {
    let items = Items::read(bytes)?;
    let decoder_bytes = cost(&items, bytes.len() as u64, limits)?;
    // It promises not to panic; a file that makes it do so is damaged.
    let info = std::panic::catch_unwind(|| heic_decoder::probe(bytes))
        .map_err(|_| Refusal::Damaged)?
        .map_err(|error| refusal(&error))?;
    let kind = items.kind(items.primary);
    let cut = items.property(items.primary, b"clap").is_some();
    let turned_by_decoder = cut || !matches!(kind, Some(b"hvc1" | b"grid"));
    let size = match turned_by_decoder {
        true => (info.width, info.height),
        false => (info.coded_width, info.coded_height),
    };
    let side = |length| u32::try_from(length).map_err(|_| Refusal::TooManyPixels);
    let size = (side(size.0)?, side(size.1)?);
    limits.check_size(size.0, size.1)?;
    Ok(HeifHeader {
        size,
        orientation: match turned_by_decoder {
            true => Orientation::from_exif(1),
            false => orientation(&items),
        },
        turned_by_decoder,
        exif: exif(&items),
        decoder_bytes,
    })
}

/// What went wrong in the decoder, for the person.
pub(super) fn refusal(error: &heic_decoder::HeifError) -> Refusal {
    use heic_decoder::HeifError;
    match error {
        HeifError::Unsupported(_) => Refusal::Heic,
        HeifError::LimitExceeded(_) => Refusal::TooManyPixels,
        _ => Refusal::Damaged,
    }
}

/// `irot` turns anticlockwise in quarters, `imir` mirrors top to bottom (0) or left to right (1); in their order.
fn orientation(items: &Items<'_>) -> Orientation {
    let steps = items.properties(items.primary).map(|(name, body)| {
        let value = body.first().copied().unwrap_or_default();
        Orientation::from_exif(match (name, value) {
            (b"irot", turns) => [1, 8, 3, 6][usize::from(turns & 3)],
            (b"imir", axis) => [4, 2][usize::from(axis & 1)],
            _ => 1,
        })
    });
    steps.fold(Orientation::from_exif(1), Orientation::then)
}

/// The payload begins with the distance to its TIFF header.
fn exif(items: &Items<'_>) -> Option<Vec<u8>> {
    let item = items.of_kind(b"Exif").next()?;
    let data = items.data(item);
    let mut read = Read(&data);
    let skip = read.small(4)? as usize;
    read.0.get(skip..).map(<[u8]>::to_vec)
}

/// What all pictures together take that are decoded for the photo, in bytes.
fn cost(items: &Items<'_>, file_bytes: u64, limits: &Limits) -> Result<u64, Refusal> {
    let mut sum = Sum::default();
    add(items, items.primary, MAX_DEPTH, &mut sum)?;
    for part in items.referring(b"auxl", items.primary) {
        if is_alpha(items, part) {
            add(items, part, MAX_DEPTH, &mut sum)?;
        }
    }
    for part in items.referred(b"pred", items.primary) {
        add(items, *part, MAX_DEPTH, &mut sum)?;
    }
    // The decoder copies what it decodes: a tile named twice is copied twice.
    if sum.data > file_bytes * 2 || sum.pixels > limits.max_pixels * 4 {
        return Err(Refusal::TooManyPixels);
    }
    Ok(sum.memory + sum.entry_points)
}

#[derive(Default)]
struct Sum {
    memory: u64,
    pixels: u64,
    data: u64,
    /// Parts are decoded one after the other: of the costliest.
    entry_points: u64,
}

/// Samples are held in four bytes. A single picture also has its tables, and a copy while edges are smoothed; tiles are
/// held all together beside the picture they are put into, which takes as much again.
fn add(items: &Items<'_>, item: u32, depth: usize, sum: &mut Sum) -> Result<(), Refusal> {
    let depth = depth.checked_sub(1).ok_or(Refusal::Heic)?;
    match items.kind(item) {
        Some(b"hvc1") => {
            let configuration = items.property(item, b"hvcC").ok_or(Refusal::Damaged)?;
            let coded = hevc::coded(configuration).ok_or(Refusal::Damaged)?;
            let pixels = u64::from(coded.width) * u64::from(coded.height);
            let samples = u64::from(coded.half_samples);
            sum.pixels += pixels;
            sum.data += items.data_length(item);
            sum.memory += match depth + 1 {
                MAX_DEPTH => pixels * (samples * 4 + 4),
                _ => pixels * samples * 4,
            };
            let part = hevc::longest_part(&items.data(item), coded.length_bytes, MAX_PARTS)
                .ok_or(Refusal::Damaged)?;
            if coded.entry_points {
                sum.entry_points = sum.entry_points.max(part as u64 * ENTRY_POINT_BYTES);
            }
            Ok(())
        }
        Some(b"grid" | b"iden") => {
            let parts = items.referred(b"dimg", item);
            parts
                .iter()
                .try_for_each(|part| add(items, *part, depth, sum))
        }
        Some(b"av01") => Err(Refusal::Avif),
        Some(_) => Err(Refusal::Heic),
        None => Err(Refusal::Damaged),
    }
}

fn is_alpha(items: &Items<'_>, item: u32) -> bool {
    let names: [&[u8]; 2] = [b":alpha", b":auxid:1"];
    items.property(item, b"auxC").is_some_and(|body| {
        let name = body.get(4..).unwrap_or_default();
        let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
        names.iter().any(|end| name.ends_with(end))
    })
}
