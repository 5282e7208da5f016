//! The tables of a `meta` box, each counted while it is read.

use std::collections::BTreeMap;

use super::boxes::{Boxes, Read};
use crate::imaging::Refusal;

/// The most items: a photo of 50 megapixels has about two hundred tiles.
const MAX_ITEMS: usize = 2048;
/// The most pieces that items lie in.
const MAX_PIECES: u64 = 4096;

/// (kind, from, to)
pub(super) type References<'a> = Vec<(&'a [u8; 4], u32, Vec<u32>)>;

pub(super) fn primary(body: &[u8]) -> Option<u32> {
    let mut read = Read(body);
    let version = read.version()?;
    read.small(if version == 0 { 2 } else { 4 })
}

/// Item types, from `infe` boxes of version 2 and 3.
pub(super) fn kinds(body: &[u8]) -> Result<BTreeMap<u32, &[u8; 4]>, Refusal> {
    let mut read = Read(body);
    let counted = (|| {
        let version = read.version()?;
        read.small(if version == 0 { 2 } else { 4 })
    })();
    counted.ok_or(Refusal::Damaged)?;
    let mut kinds = BTreeMap::new();
    for (_, entry) in Boxes(read.0).filter(|(name, _)| *name == b"infe") {
        let mut read = Read(entry);
        let kind = (|| {
            let item = match read.version()? {
                2 => read.small(2)?,
                3 => read.small(4)?,
                _ => return None,
            };
            read.small(2)?;
            Some((item, read.array::<4>()?))
        })();
        kinds.extend(kind);
        if kinds.len() > MAX_ITEMS {
            return Err(Refusal::TooManyPixels);
        }
    }
    Ok(kinds)
}

/// Where the bytes of each item lie; pieces that lie outside the file are an error.
pub(super) fn pieces<'a>(
    body: &[u8],
    file: &'a [u8],
    inside: &'a [u8],
) -> Result<BTreeMap<u32, Vec<&'a [u8]>>, Refusal> {
    let mut read = Read(body);
    let mut places = BTreeMap::new();
    let head = (|| {
        let version = read.version()?;
        let sizes = read.small(2)?;
        let count = read.small(if version < 2 { 2 } else { 4 })?;
        let size = move |shift: u32| (sizes >> shift & 15) as usize;
        Some((version, size, count))
    })();
    let (version, size, count) = head.ok_or(Refusal::Damaged)?;
    if count as usize > MAX_ITEMS {
        return Err(Refusal::TooManyPixels);
    }
    let mut all = 0;
    for _ in 0..count {
        let entry = (|| {
            let item = read.small(if version < 2 { 2 } else { 4 })?;
            let method = if version == 0 { 0 } else { read.small(2)? & 15 };
            read.small(2)?;
            let base = read.number(size(4))?;
            Some((item, method, base, u64::from(read.small(2)?)))
        })();
        let (item, method, base, count) = entry.ok_or(Refusal::Damaged)?;
        all += count;
        if all > MAX_PIECES {
            return Err(Refusal::TooManyPixels);
        }
        let whole = if method == 1 { inside } else { file };
        let index = if version == 0 { 0 } else { size(0) };
        let found: Option<Vec<&[u8]>> = (0..count)
            .map(|_| {
                read.number(index)?;
                let offset = read.number(size(12))?.checked_add(base)?;
                let start = usize::try_from(offset).ok()?;
                let length = usize::try_from(read.number(size(8))?).ok()?;
                whole.get(start..start.checked_add(length)?)
            })
            .collect();
        let found = found.filter(|_| method < 2).ok_or(Refusal::Damaged)?;
        if places.insert(item, found).is_some() {
            return Err(Refusal::Damaged);
        }
    }
    Ok(places)
}

pub(super) fn associations(body: &[u8], into: &mut BTreeMap<u32, Vec<usize>>) -> Option<()> {
    let mut read = Read(body);
    let [version, _, _, flags] = *read.array::<4>()?;
    let count = read.small(4)?;
    for _ in 0..count {
        let item = read.small(if version < 1 { 2 } else { 4 })?;
        let properties: Option<Vec<usize>> = (0..read.small(1)?)
            .map(|_| match flags & 1 {
                1 => Some(read.small(2)? as usize & 0x7FFF),
                _ => Some(read.small(1)? as usize & 0x7F),
            })
            .collect();
        into.insert(item, properties?);
    }
    Some(())
}

pub(super) fn references(body: &[u8]) -> Option<References<'_>> {
    let mut read = Read(body);
    let wide = if read.version()? == 0 { 2 } else { 4 };
    let mut found = Vec::new();
    for (kind, entry) in Boxes(read.0) {
        let mut read = Read(entry);
        while !read.0.is_empty() {
            let from = read.small(wide)?;
            let to: Option<Vec<u32>> = (0..read.small(2)?).map(|_| read.small(wide)).collect();
            found.push((kind, from, to?));
        }
    }
    Some(found)
}
