//! A file as it lies on the disk: its outermost boxes, its tables, and the tracks that are taken of it.

use std::io::{Seek, SeekFrom};

use super::Failure;
use super::boxes::{Named, Read, boxes, find, need};
use super::limits::Limits;
use super::refusal::Refusal;
use super::track::{Coding, Track, track};

/// What is taken of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Movie {
    /// Units of its time in a second.
    pub scale: u32,
    pub pictures: Track,
    pub sound: Option<Track>,
}

impl Movie {
    pub fn tracks(&self) -> impl Iterator<Item = &Track> {
        std::iter::once(&self.pictures).chain(&self.sound)
    }

    /// From the beginning to the end of what lasts longest.
    pub fn millis(&self) -> u64 {
        let each = self.tracks().map(|track| {
            let shown = u128::from(track.shown().unsigned_abs()) * 1000 / u128::from(track.scale);
            let delay = u128::from(track.delay) * 1000 / u128::from(self.scale);
            u64::try_from(shown + delay).unwrap_or(u64::MAX)
        });
        each.max().unwrap_or(0)
    }
}

/// An outermost box: name, where its body begins, and how long that is.
pub(super) type Outer = ([u8; 4], u64, u64);

/// Reads what a file holds, and refuses what is not taken.
pub(super) fn read(
    source: &mut (impl std::io::Read + Seek),
    limits: &Limits,
) -> Result<Movie, Failure> {
    let file = source.seek(SeekFrom::End(0))?;
    if file == 0 {
        return Err(Refusal::Empty.into());
    }
    if file > limits.max_bytes {
        return Err(Refusal::TooManyBytes.into());
    }
    let outer = outermost(source, file, limits)?;
    let known = |name: &[u8; 4]| outer.iter().find(|(other, ..)| other == name);
    if known(b"moof").is_some() {
        return Err(Refusal::Fragmented.into());
    }
    let (_, at, length) = known(b"moov").ok_or(Refusal::Damaged)?;
    if *length > limits.max_table_bytes {
        return Err(Refusal::TooLong.into());
    }
    let mut tables = vec![0; usize::try_from(*length).map_err(|_| Refusal::Damaged)?];
    source.seek(SeekFrom::Start(*at))?;
    source.read_exact(&mut tables)?;
    Ok(tracks(&boxes(&tables, limits.max_boxes)?, file, limits)?)
}

pub(super) fn outermost(
    source: &mut (impl std::io::Read + Seek),
    file: u64,
    limits: &Limits,
) -> Result<Vec<Outer>, Failure> {
    let (mut found, mut at) = (Vec::new(), 0u64);
    while at < file {
        source.seek(SeekFrom::Start(at))?;
        let mut head = [0; 16];
        let there = usize::try_from((file - at).min(16)).unwrap_or(16);
        let head = head.get_mut(..there).unwrap_or_default();
        source.read_exact(head)?;
        if at == 0 {
            is_one_of_ours(head)?;
        }
        let mut read = Read(head);
        let length = u64::from(read.small()?);
        let name = *read.array::<4>()?;
        let (skip, length) = match length {
            0 => (8, file - at),
            1 => (16, read.number(8)?),
            length => (8, length),
        };
        let end = at
            .checked_add(length)
            .filter(|end| *end <= file && length >= skip);
        found.push((name, at + skip, length.saturating_sub(skip)));
        at = end.ok_or(Refusal::Damaged)?;
        if found.len() > limits.max_boxes {
            return Err(Refusal::Damaged.into());
        }
    }
    Ok(found)
}

/// By its first bytes, whatever its name says.
fn is_one_of_ours(head: &[u8]) -> Result<(), Refusal> {
    match (head.get(..4), head.get(4..8)) {
        (Some([0x1a, 0x45, 0xdf, 0xa3]), _) => Err(Refusal::Webm),
        (_, Some(b"ftyp" | b"moov" | b"mdat" | b"wide" | b"free" | b"skip" | b"pnot")) => Ok(()),
        (_, Some(b"styp" | b"moof" | b"sidx")) => Err(Refusal::Fragmented),
        _ => Err(Refusal::NotAVideo),
    }
}

fn tracks(moov: &[Named], file: u64, limits: &Limits) -> Result<Movie, Refusal> {
    if find(moov, b"mvex").is_some() {
        return Err(Refusal::Fragmented);
    }
    let mut head = Read(need(moov, b"mvhd")?);
    let (version, _) = head.full()?;
    head.bytes(if version == 1 { 16 } else { 8 })?;
    let scale = match head.small()? {
        scale @ 1..=10_000_000 => scale,
        _ => return Err(Refusal::Damaged),
    };
    let all: Vec<&[u8]> = moov
        .iter()
        .filter(|(name, _)| *name == b"trak")
        .map(|(_, body)| *body)
        .collect();
    if all.len() > limits.max_tracks {
        return Err(Refusal::Damaged);
    }
    let (mut pictures, mut sound, mut other_sound) = (None, None, false);
    for body in all {
        match track(body, file, limits) {
            Ok(Some(one)) => match one.coding {
                Coding::Pictures { .. } => pictures = pictures.or(Some(one)),
                Coding::Sound(_) => sound = sound.or(Some(one)),
            },
            Ok(None) => {}
            // A phone may keep the sound in two ways, one of them ours.
            Err(Refusal::Sound) => other_sound = true,
            Err(refusal) => return Err(refusal),
        }
    }
    if other_sound && sound.is_none() {
        return Err(Refusal::Sound);
    }
    let pictures = pictures
        .filter(|one| !one.samples.is_empty())
        .ok_or(Refusal::NoPicture)?;
    Ok(Movie {
        scale,
        pictures,
        sound: sound.filter(|one| !one.samples.is_empty()),
    })
}
