//! The tables of a track, read into one list: where each coded picture or piece of sound lies, and when it is.

use super::boxes::{Named, Read, find, need};
use super::limits::Limits;
use super::refusal::Refusal;

/// One coded picture, or one piece of sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sample {
    pub offset: u64,
    pub size: u32,
    /// When it is decoded, in the track's own time.
    pub time: u64,
    pub duration: u32,
    /// By how much later (or earlier) it is shown.
    pub shift: i32,
    /// It can be shown without another before it.
    pub sync: bool,
}

impl Sample {
    /// When it is shown.
    pub fn shown(&self) -> i64 {
        i64::try_from(self.time)
            .unwrap_or(i64::MAX)
            .saturating_add(i64::from(self.shift))
    }

    pub fn shown_until(&self) -> i64 {
        self.shown().saturating_add(i64::from(self.duration))
    }
}

/// Reads the boxes of an `stbl`. Each sample lies within `file` bytes, and together they are no more than that.
pub(super) fn samples(table: &[Named], file: u64, limits: &Limits) -> Result<Vec<Sample>, Refusal> {
    let sizes = sizes(need(table, b"stsz")?, limits)?;
    let offsets = offsets(table, &sizes)?;
    let mut all: Vec<Sample> = Vec::with_capacity(sizes.len());
    let mut total = 0u64;
    for (size, offset) in sizes.into_iter().zip(offsets) {
        total = total.saturating_add(u64::from(size));
        let within = offset
            .checked_add(u64::from(size))
            .is_some_and(|end| end <= file);
        if !within || total > file || size > limits.max_sample_bytes {
            return Err(Refusal::Damaged);
        }
        let sample = Sample {
            offset,
            size,
            time: 0,
            duration: 0,
            shift: 0,
            sync: true,
        };
        all.push(sample);
    }
    time(need(table, b"stts")?, &mut all)?;
    if let Some(ctts) = find(table, b"ctts") {
        shift(ctts, &mut all)?;
    }
    if let Some(stss) = find(table, b"stss") {
        sync(stss, &mut all)?;
    }
    Ok(all)
}

fn sizes(body: &[u8], limits: &Limits) -> Result<Vec<u32>, Refusal> {
    let mut read = Read(body);
    read.full()?;
    let each = read.small()?;
    let count = read.small()? as usize;
    if count > limits.max_samples {
        return Err(Refusal::TooLong);
    }
    if each != 0 {
        return Ok(vec![each; count]);
    }
    (0..count).map(|_| read.small()).collect()
}

/// From the chunks, and how many samples are in each.
fn offsets(table: &[Named], sizes: &[u32]) -> Result<Vec<u64>, Refusal> {
    let (width, body) = match find(table, b"stco") {
        Some(body) => (4, body),
        None => (8, need(table, b"co64")?),
    };
    let mut chunks = Read(body);
    chunks.full()?;
    let count = chunks.count(width)?;
    let mut runs = Read(need(table, b"stsc")?);
    runs.full()?;
    let entries = runs.count(12)?;
    let mut starts: Vec<(usize, usize)> = Vec::with_capacity(entries);
    for _ in 0..entries {
        let (first, samples, description) = (runs.small()?, runs.small()?, runs.small()?);
        let later = starts
            .last()
            .is_none_or(|(before, _)| *before < first as usize);
        if first == 0 || !later || description != 1 {
            return Err(Refusal::Damaged);
        }
        starts.push((first as usize, samples as usize));
    }
    if !sizes.is_empty() && starts.first().map(|(first, _)| *first) != Some(1) {
        return Err(Refusal::Damaged);
    }
    let mut found = Vec::with_capacity(sizes.len());
    let (mut left, mut run) = (sizes.iter(), 0);
    for chunk in 1..=count {
        if starts
            .get(run + 1)
            .is_some_and(|(first, _)| *first == chunk)
        {
            run += 1;
        }
        let mut at = chunks.number(width)?;
        let in_chunk = starts.get(run).map_or(0, |(_, samples)| *samples);
        for size in left.by_ref().take(in_chunk) {
            found.push(at);
            at = at.checked_add(u64::from(*size)).ok_or(Refusal::Damaged)?;
        }
    }
    match found.len() == sizes.len() {
        true => Ok(found),
        false => Err(Refusal::Damaged),
    }
}

fn time(body: &[u8], all: &mut [Sample]) -> Result<(), Refusal> {
    let mut now = 0u64;
    runs(body, all, |sample, duration| {
        (sample.time, sample.duration) = (now, duration);
        now = now.saturating_add(u64::from(duration));
    })
}

fn shift(body: &[u8], all: &mut [Sample]) -> Result<(), Refusal> {
    // Also in version 0 some write a negative number.
    runs(body, all, |sample, shift| sample.shift = shift as i32)
}

/// A table of counts, each with a value for so many samples: no more and no less than there are.
fn runs(
    body: &[u8],
    all: &mut [Sample],
    mut set: impl FnMut(&mut Sample, u32),
) -> Result<(), Refusal> {
    let mut read = Read(body);
    read.full()?;
    let entries = read.count(8)?;
    let mut left = all.iter_mut();
    for _ in 0..entries {
        let (count, value) = (read.small()?, read.small()?);
        if count as usize > left.len() {
            return Err(Refusal::Damaged);
        }
        left.by_ref()
            .take(count as usize)
            .for_each(|one| set(one, value));
    }
    match left.len() {
        0 => Ok(()),
        _ => Err(Refusal::Damaged),
    }
}

fn sync(body: &[u8], all: &mut [Sample]) -> Result<(), Refusal> {
    let mut read = Read(body);
    read.full()?;
    let entries = read.count(4)?;
    all.iter_mut().for_each(|one| one.sync = false);
    for _ in 0..entries {
        let number = read.small()? as usize;
        let one = number.checked_sub(1).and_then(|place| all.get_mut(place));
        one.ok_or(Refusal::Damaged)?.sync = true;
    }
    Ok(())
}
