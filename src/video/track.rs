//! One track of a file: what it is, its parameters, its samples, and the part of it that is shown.

use super::aac::Aac;
use super::avc::Avc;
use super::boxes::{Read, boxes, find, need};
use super::limits::Limits;
use super::refusal::Refusal;
use super::samples::{Sample, samples};

/// How a track is coded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Coding {
    Pictures {
        avc: Avc,
        /// Width and height of one pixel.
        pixel: (u32, u32),
        /// As in `tkhd`: turned and mirrored, nothing else.
        turn: [i32; 4],
    },
    Sound(Aac),
}

/// A track that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Track {
    pub coding: Coding,
    /// Units of its time in a second.
    pub scale: u32,
    pub samples: Vec<Sample>,
    /// Nothing is shown for so long first, in the time of the file.
    pub delay: u64,
    /// From here on it is shown, in its own time.
    pub start: i64,
    /// For so long, in the time of the file; 0 is to its end.
    pub length: u64,
}

impl Track {
    /// How long it is shown, in its own time.
    pub fn shown(&self) -> i64 {
        let end = self.samples.iter().map(Sample::shown_until).max();
        end.unwrap_or(0).saturating_sub(self.start).max(0)
    }

    /// The size as it is seen.
    pub fn seen(&self) -> (u32, u32) {
        let Coding::Pictures { avc, pixel, turn } = &self.coding else {
            return (0, 0);
        };
        let width = u64::from(avc.width) * u64::from(pixel.0) / u64::from(pixel.1);
        let width = u32::try_from(width).unwrap_or(avc.width);
        match turn {
            [0, _, _, 0] => (avc.height, width),
            _ => (width, avc.height),
        }
    }
}

const ONE: i32 = 1 << 16;
/// Upright, as most are.
const UPRIGHT: [i32; 4] = [ONE, 0, 0, ONE];

/// Reads a `trak`; `None` for what is not taken: texts, sensors, hints, previews that are switched off.
pub(super) fn track(body: &[u8], file: u64, limits: &Limits) -> Result<Option<Track>, Refusal> {
    let all = boxes(body, limits.max_boxes)?;
    let mut head = Read(need(&all, b"tkhd")?);
    let (version, flags) = head.full()?;
    let media = boxes(need(&all, b"mdia")?, limits.max_boxes)?;
    let handler = Read(need(&media, b"hdlr")?)
        .0
        .get(8..12)
        .ok_or(Refusal::Damaged)?;
    if flags & 1 == 0 || !matches!(handler, b"vide" | b"soun") {
        return Ok(None);
    }
    head.bytes(if version == 1 { 32 } else { 20 })?;
    head.bytes(16)?;
    let turn = turn(&mut head)?;
    let scale = scale(need(&media, b"mdhd")?)?;
    let inside = boxes(need(&media, b"minf")?, limits.max_boxes)?;
    let table = boxes(need(&inside, b"stbl")?, limits.max_boxes)?;
    let entries = described(need(&table, b"stsd")?, limits)?;
    let coding = match (handler, entries) {
        (b"vide", (b"avc1" | b"avc3", entry)) => pictures(entry, turn, limits)?,
        (b"vide", (b"hvc1" | b"hev1" | b"dvh1" | b"dvhe", _)) => return Err(Refusal::Hevc),
        (_, (b"encv" | b"enca" | b"drmi", _)) => return Err(Refusal::Encrypted),
        (b"vide", _) => return Err(Refusal::Codec),
        (_, (b"mp4a", entry)) => Coding::Sound(Aac::read(entry, limits)?),
        _ => return Err(Refusal::Sound),
    };
    let (delay, start, length) = match find(&all, b"edts") {
        Some(edits) => edit(find(&boxes(edits, limits.max_boxes)?, b"elst"))?,
        None => (0, 0, 0),
    };
    Ok(Some(Track {
        coding,
        scale,
        samples: samples(&table, file, limits)?,
        delay,
        start,
        length,
    }))
}

fn scale(mdhd: &[u8]) -> Result<u32, Refusal> {
    let mut read = Read(mdhd);
    let (version, _) = read.full()?;
    read.bytes(if version == 1 { 16 } else { 8 })?;
    match read.small()? {
        scale @ 1..=10_000_000 => Ok(scale),
        _ => Err(Refusal::Damaged),
    }
}

/// The one description of a track's samples.
fn described<'a>(stsd: &'a [u8], limits: &Limits) -> Result<(&'a [u8; 4], &'a [u8]), Refusal> {
    let mut read = Read(stsd);
    read.full()?;
    let count = read.small()?;
    match (count, boxes(read.0, limits.max_boxes)?.as_slice()) {
        (1, [one]) => Ok(*one),
        _ => Err(Refusal::Codec),
    }
}

fn pictures(entry: &[u8], turn: [i32; 4], limits: &Limits) -> Result<Coding, Refusal> {
    let mut read = Read(entry);
    read.bytes(78)?;
    let inside = boxes(read.0, limits.max_boxes)?;
    let avc = Avc::read(find(&inside, b"avcC").ok_or(Refusal::Codec)?, limits)?;
    let pixel = match find(&inside, b"pasp") {
        Some(body) => {
            let mut read = Read(body);
            (read.small()?, read.small()?)
        }
        None => (1, 1),
    };
    let sane = |side: u32| (1..=256).contains(&side);
    let pixel = match sane(pixel.0) && sane(pixel.1) {
        true => pixel,
        false => (1, 1),
    };
    Ok(Coding::Pictures { avc, pixel, turn })
}

/// Quarter turns and mirrors; what does anything else to a picture is not followed.
fn turn(head: &mut Read) -> Result<[i32; 4], Refusal> {
    let mut matrix = [0i32; 9];
    for one in &mut matrix {
        *one = head.small()? as i32;
    }
    let [a, b, _, c, d, ..] = matrix;
    let whole = |one: i32, other: i32| one.abs() == ONE && other.abs() == ONE;
    Ok(match [a, b, c, d] {
        turn @ [_, 0, 0, _] if whole(a, d) => turn,
        turn @ [0, _, _, 0] if whole(b, c) => turn,
        _ => UPRIGHT,
    })
}

/// What is shown: nothing for a while, then one part at its own speed.
fn edit(elst: Option<&[u8]>) -> Result<(u64, i64, u64), Refusal> {
    let Some(body) = elst else {
        return Ok((0, 0, 0));
    };
    let mut read = Read(body);
    let (version, _) = read.full()?;
    let wide = if version == 1 { 8 } else { 4 };
    let count = read.count(2 * wide + 4)?;
    let (mut delay, mut part) = (0u64, None);
    for _ in 0..count {
        let length = read.number(wide)?;
        let time = read.number(wide)?;
        let start = if wide == 4 {
            i64::from(time as u32 as i32)
        } else {
            time as i64
        };
        let speed = read.small()?;
        match (start, part) {
            (-1, None) => delay = delay.saturating_add(length),
            (-1, Some(_)) => {}
            (0.., None) if speed == ONE as u32 => part = Some((start, length)),
            _ => return Err(Refusal::Cuts),
        }
    }
    let (start, length) = part.unwrap_or((0, 0));
    Ok((delay, start, length))
}
