//! A file of ours read again: each box stands where we put it, and holds what we mean it to hold.

use std::io::{Read, Seek, SeekFrom};

use super::boxes::{Named, boxes};
use super::limits::Limits;
use super::moov::{Chunk, chunks, moov};
use super::movie::{self, Movie, outermost};
use super::refusal::Refusal;
use super::track::Coding;
use super::{Failure, Film};

/// Proves of a file that it is one of ours: nothing in it but the coded pictures, the coded sound and their tables (G13).
///
/// # Errors
/// `Refused` with [`Refusal::Damaged`] when anything else is in it.
pub fn inspect(source: &mut (impl Read + Seek), limits: &Limits) -> Result<Film, Failure> {
    let file = source.seek(SeekFrom::End(0))?;
    // What we write of a file that was just small enough may be a little longer.
    let limits = Limits {
        max_bytes: limits.max_bytes.saturating_add(limits.max_table_bytes),
        ..*limits
    };
    let outer = outermost(source, file, &limits)?;
    let [(ftyp, _, 24), (tables, at, length), (data, begin, bytes)] = outer.as_slice() else {
        return Err(Refusal::Damaged.into());
    };
    let named = (ftyp, tables, data) == (b"ftyp", b"moov", b"mdat");
    if !named || *length > limits.max_table_bytes {
        return Err(Refusal::Damaged.into());
    }
    source.seek(SeekFrom::Start(*at))?;
    let mut tables = vec![0; usize::try_from(*length).map_err(|_| Refusal::Damaged)?];
    source.read_exact(&mut tables)?;
    each(&tables, MOOV, &limits)?;
    let movie = movie::read(source, &limits)?;
    covered(&movie, *begin, begin + bytes)?;
    written_again(&movie, &tables)?;
    let Coding::Pictures { avc, .. } = &movie.pictures.coding else {
        return Err(Refusal::Damaged.into());
    };
    let mut sample = Vec::new();
    for one in &movie.pictures.samples {
        source.seek(SeekFrom::Start(one.offset))?;
        sample.resize(one.size as usize, 0);
        source.read_exact(&mut sample)?;
        if !avc.is_clean(&sample) {
            return Err(Refusal::Damaged.into());
        }
    }
    let (width, height) = movie.pictures.seen();
    Ok(Film {
        width,
        height,
        millis: movie.millis(),
        has_sound: movie.sound.is_some(),
        bytes: file,
    })
}

/// Written again from what was read, the tables are the same to the last byte: nothing is in them that was not understood.
fn written_again(movie: &Movie, tables: &[u8]) -> Result<(), Refusal> {
    let chunks = chunks(movie);
    let offset = |chunk: &Chunk| {
        let track = movie.tracks().nth(chunk.track)?;
        u32::try_from(track.samples.get(chunk.from)?.offset).ok()
    };
    let offsets: Option<Vec<u32>> = chunks.iter().map(offset).collect();
    let again = moov(movie, &chunks, &offsets.ok_or(Refusal::Damaged)?);
    match again.get(8..) == Some(tables) {
        true => Ok(()),
        false => Err(Refusal::Damaged),
    }
}

/// What may stand in a box: others, or bytes of which these are zero.
enum Inside {
    Boxes(&'static [(&'static [u8; 4], Inside)]),
    /// So many bytes first, then boxes; those of the range are zero.
    After(
        usize,
        &'static [(usize, usize)],
        &'static [(&'static [u8; 4], Inside)],
    ),
    /// Ranges of zeros in a body of this length (0: any).
    Bytes(usize, &'static [(usize, usize)]),
}

use Inside::{After, Boxes, Bytes};

const MOOV: &[(&[u8; 4], Inside)] = &[
    (b"mvhd", Bytes(100, &[(0, 12), (26, 36), (72, 96)])),
    (b"trak", Boxes(TRAK)),
];
const TRAK: &[(&[u8; 4], Inside)] = &[
    (b"tkhd", Bytes(84, &[(4, 12), (16, 20), (24, 36)])),
    (b"edts", Boxes(&[(b"elst", Bytes(0, &[(0, 4)]))])),
    (b"mdia", Boxes(MDIA)),
];
const MDIA: &[(&[u8; 4], Inside)] = &[
    (b"mdhd", Bytes(24, &[(0, 12), (22, 24)])),
    (b"hdlr", Bytes(25, &[(0, 8), (12, 25)])),
    (b"minf", Boxes(MINF)),
];
const MINF: &[(&[u8; 4], Inside)] = &[
    (b"vmhd", Bytes(12, &[(0, 3), (4, 12)])),
    (b"smhd", Bytes(8, &[(0, 8)])),
    (
        b"dinf",
        Boxes(&[(
            b"dref",
            After(8, &[(0, 7)], &[(b"url ", Bytes(4, &[(0, 3)]))]),
        )]),
    ),
    (b"stbl", Boxes(STBL)),
];
const STBL: &[(&[u8; 4], Inside)] = &[
    (
        b"stsd",
        After(8, &[(0, 7)], &[(b"avc1", AVC1), (b"mp4a", MP4A)]),
    ),
    (b"stts", Bytes(0, &[(0, 4)])),
    (b"ctts", Bytes(0, &[(1, 4)])),
    (b"stss", Bytes(0, &[(0, 4)])),
    (b"stsc", Bytes(0, &[(0, 4)])),
    (b"stsz", Bytes(0, &[(0, 8)])),
    (b"stco", Bytes(0, &[(0, 4)])),
];
const AVC1: Inside = After(
    78,
    &[(0, 7), (8, 24), (36, 40), (42, 74)],
    &[(b"avcC", Bytes(0, &[])), (b"pasp", Bytes(8, &[]))],
);
const MP4A: Inside = After(
    28,
    &[(0, 7), (8, 16), (20, 24)],
    &[(b"esds", Bytes(0, &[]))],
);

fn each(body: &[u8], allowed: &[(&[u8; 4], Inside)], limits: &Limits) -> Result<(), Refusal> {
    let mut seen: Vec<&[u8; 4]> = Vec::new();
    for (name, body) in boxes(body, limits.max_boxes)? as Vec<Named> {
        let known = allowed.iter().find(|(known, _)| *known == name);
        let (_, inside) = known.ok_or(Refusal::Damaged)?;
        let most = if name == b"trak" { 2 } else { 1 };
        seen.push(name);
        if seen.iter().filter(|other| **other == name).count() > most {
            return Err(Refusal::Damaged);
        }
        match inside {
            Boxes(inner) => each(body, inner, limits)?,
            Bytes(length, zeros) => {
                if *length != 0 && body.len() != *length {
                    return Err(Refusal::Damaged);
                }
                are_zero(body, zeros)?;
            }
            After(skip, zeros, inner) => {
                are_zero(body, zeros)?;
                each(body.get(*skip..).ok_or(Refusal::Damaged)?, inner, limits)?;
            }
        }
    }
    Ok(())
}

fn are_zero(body: &[u8], ranges: &[(usize, usize)]) -> Result<(), Refusal> {
    let zero = |(from, to): &(usize, usize)| {
        body.get(*from..*to)
            .is_some_and(|part| part.iter().all(|byte| *byte == 0))
    };
    match ranges.iter().all(zero) {
        true => Ok(()),
        false => Err(Refusal::Damaged),
    }
}

/// The samples lie one after the other from the first byte to the last: there is no room for anything else.
fn covered(movie: &Movie, begin: u64, end: u64) -> Result<(), Refusal> {
    let samples = movie.tracks().flat_map(|track| &track.samples);
    let mut all: Vec<(u64, u64)> = samples
        .map(|one| (one.offset, u64::from(one.size)))
        .collect();
    all.sort_unstable();
    let mut at = begin;
    for (offset, size) in all {
        if offset != at {
            return Err(Refusal::Damaged);
        }
        at += size;
    }
    match at == end {
        true => Ok(()),
        false => Err(Refusal::Damaged),
    }
}
