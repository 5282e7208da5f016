//! The little that must be known of AV1 (AV1 Bitstream & Decoding Process Specification, version 1.0.0 with errata 1) before a
//! decoder is let at it: how large the coded picture is, and how many of them there are.

use super::bits::Bits;
use super::boxes::Read;

/// What the sequence header says; sizes in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::imaging) struct Sequence {
    pub width: u32,
    pub height: u32,
    pub profile: u32,
    pub level: u32,
    pub high_tier: bool,
    /// 8, 10 or 12.
    pub depth: u32,
    pub grey: bool,
    /// Whether colour has half as many samples, across and down.
    pub halved: (bool, bool),
    pub chroma_place: u32,
    /// Pictures may be coded narrower than they are shown.
    pub stretched: bool,
}

/// Of the data of one picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Coded {
    pub sequence: Sequence,
    /// One, or a few layers, each finer than the one before.
    pub frames: u32,
}

/// The most layers that one picture may be coded in.
const MAX_FRAMES: u32 = 4;
/// The most units (OBUs) of one picture.
const MAX_UNITS: usize = 4096;

const SEQUENCE_HEADER: u32 = 1;
const FRAME_HEADER: u32 = 3;
const FRAME: u32 = 6;
const TILE_LIST: u32 = 8;

/// Walks the units of a picture (clause 5.3). `None` where they end too early, where there are two different sequence headers,
/// for the tiles of another picture, and for what is no still picture.
pub(super) fn coded(data: &[u8]) -> Option<Coded> {
    let mut read = Read(data);
    let (mut sequence, mut frames) = (None, 0);
    for _ in 0..MAX_UNITS {
        if read.0.is_empty() {
            break;
        }
        let head = read.small(1)?;
        if head & 4 != 0 {
            read.small(1)?;
        }
        let unit = match head & 2 {
            0 => std::mem::take(&mut read.0),
            _ => {
                let length = leb128(&mut read)?;
                read.bytes(length)?
            }
        };
        match head >> 3 & 15 {
            SEQUENCE_HEADER => {
                let found = sequence_header(unit)?;
                if *sequence.get_or_insert(found) != found {
                    return None;
                }
            }
            FRAME_HEADER | FRAME => frames += 1,
            TILE_LIST => return None,
            _ => {}
        }
    }
    let whole = read.0.is_empty() && (1..=MAX_FRAMES).contains(&frames);
    let sequence = sequence.filter(|_| whole)?;
    Some(Coded { sequence, frames })
}

/// Clause 4.10.5; a length beyond 32 bits is none.
fn leb128(read: &mut Read<'_>) -> Option<usize> {
    let mut value: u64 = 0;
    for place in 0..8 {
        let byte = read.number(1)?;
        value |= (byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            return u32::try_from(value).ok().map(|value| value as usize);
        }
    }
    None
}

/// Clause 5.5.1.
fn sequence_header(unit: &[u8]) -> Option<Sequence> {
    let mut bits = Bits::of(unit);
    let profile = bits.read(3)?;
    bits.skip(1)?;
    let reduced = bits.flag()?;
    let (level, high_tier) = match reduced {
        true => (bits.read(5)?, false),
        false => operating_points(&mut bits)?,
    };
    let (across, down) = (bits.read(4)? + 1, bits.read(4)? + 1);
    let width = bits.read(across as usize)? + 1;
    let height = bits.read(down as usize)? + 1;
    if !reduced && bits.flag()? {
        bits.skip(7)?;
    }
    bits.skip(3)?;
    if !reduced {
        tools(&mut bits)?;
    }
    let stretched = bits.flag()?;
    bits.skip(2)?;
    let colour = Colour::read(&mut bits, profile)?;
    Some(Sequence {
        width,
        height,
        profile,
        level,
        high_tier,
        depth: colour.depth,
        grey: colour.grey,
        halved: colour.halved,
        chroma_place: colour.chroma_place,
        stretched,
    })
}

/// Level and tier of the first.
fn operating_points(bits: &mut Bits<'_>) -> Option<(u32, bool)> {
    let mut delay_bits = None;
    if bits.flag()? {
        bits.skip(64)?;
        if bits.flag()? {
            bits.exp_golomb()?;
        }
        if bits.flag()? {
            delay_bits = Some(bits.read(5)? as usize + 1);
            bits.skip(42)?;
        }
    }
    let delayed = bits.flag()?;
    let mut first = None;
    for _ in 0..=bits.read(5)? {
        bits.skip(12)?;
        let level = bits.read(5)?;
        let high_tier = level > 7 && bits.flag()?;
        first = first.or(Some((level, high_tier)));
        if let Some(length) = delay_bits
            && bits.flag()?
        {
            bits.skip(2 * length + 1)?;
        }
        if delayed && bits.flag()? {
            bits.skip(4)?;
        }
    }
    first
}

/// What pictures of a film may be coded by.
fn tools(bits: &mut Bits<'_>) -> Option<()> {
    bits.skip(4)?;
    let ordered = bits.flag()?;
    if ordered {
        bits.skip(2)?;
    }
    let screen = bits.flag()? || bits.flag()?;
    if screen && !bits.flag()? {
        bits.skip(1)?;
    }
    if ordered {
        bits.skip(3)?;
    }
    Some(())
}

struct Colour {
    depth: u32,
    grey: bool,
    halved: (bool, bool),
    chroma_place: u32,
}

impl Colour {
    /// Clause 5.5.2.
    fn read(bits: &mut Bits<'_>, profile: u32) -> Option<Self> {
        let high = bits.flag()?;
        let depth = match high {
            true if profile == 2 && bits.flag()? => 12,
            true => 10,
            false => 8,
        };
        let grey = profile != 1 && bits.flag()?;
        let described = match bits.flag()? {
            true => Some((bits.read(8)?, bits.read(8)?, bits.read(8)?)),
            false => None,
        };
        let mut colour = Self {
            depth,
            grey,
            halved: (true, true),
            chroma_place: 0,
        };
        if grey {
            bits.skip(1)?;
            return Some(colour);
        }
        if described == Some((1, 13, 0)) {
            colour.halved = (false, false);
            return Some(colour);
        }
        bits.skip(1)?;
        colour.halved = match profile {
            0 => (true, true),
            1 => (false, false),
            2 if depth == 12 => {
                let across = bits.flag()?;
                (across, across && bits.flag()?)
            }
            2 => (true, false),
            _ => return None,
        };
        if colour.halved == (true, true) {
            colour.chroma_place = bits.read(2)?;
        }
        Some(colour)
    }
}
