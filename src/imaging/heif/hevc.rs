//! The little that must be known of HEVC (ITU-T H.265) before a decoder is let at it: how large the coded pictures are.

use super::bits::Bits;
use super::boxes::Read;

/// Of one coded picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Coded {
    pub width: u32,
    pub height: u32,
    /// Samples for each pixel, in halves: 2 for grey, 3 for 4:2:0, 4 for 4:2:2, 6 for 4:4:4.
    pub half_samples: u32,
    /// Bytes that tell the length of each part of the data.
    pub length_bytes: usize,
    /// Parts of the picture may begin with a table of where their rows or tiles begin.
    pub entry_points: bool,
}

/// NAL unit types: parameter sets are 32 (VPS) to 34.
const SPS: u8 = 33;
const PPS: u8 = 34;
const PARAMETER_SETS: std::ops::RangeInclusive<u8> = 32..=PPS;

/// The largest picture that a decoder configuration (`hvcC`, ISO/IEC 14496-15) describes.
pub(super) fn coded(configuration: &[u8]) -> Option<Coded> {
    let mut read = Read(configuration);
    let fixed = read.array::<22>()?;
    let length_bytes = usize::from(fixed[21] & 3) + 1;
    let mut largest: Option<Coded> = None;
    let mut entry_points = false;
    for _ in 0..read.small(1)? {
        read.small(1)?;
        for _ in 0..read.small(2)? {
            let length = read.small(2)? as usize;
            let unit = read.bytes(length)?;
            match unit.first().map(kind) {
                Some(SPS) => {
                    let size = picture(unit.get(2..)?, length_bytes)?;
                    let area = |one: &Coded| u64::from(one.width) * u64::from(one.height);
                    largest = largest.into_iter().chain([size]).max_by_key(area);
                }
                Some(PPS) => entry_points |= has_entry_points(unit.get(2..)?)?,
                _ => {}
            }
        }
    }
    largest.map(|coded| Coded {
        entry_points,
        ..coded
    })
}

/// How long the longest part of coded data is. `None` for more than `most` parts, for one without the two bytes of its header,
/// and for parameter sets among them: those of an `hvc1` picture stand in its configuration alone (ISO/IEC 14496-15, 8.3.2).
pub(super) fn longest_part(data: &[u8], length_bytes: usize, most: usize) -> Option<usize> {
    let mut read = Read(data);
    let mut longest = 0;
    for _ in 0..most {
        if read.0.is_empty() {
            break;
        }
        let length = read.small(length_bytes)? as usize;
        let part = read.bytes(length)?;
        if part.len() < 2
            || part
                .first()
                .map(kind)
                .is_some_and(|one| PARAMETER_SETS.contains(&one))
        {
            return None;
        }
        longest = longest.max(length);
    }
    read.0.is_empty().then_some(longest)
}

fn kind(first: &u8) -> u8 {
    first >> 1 & 63
}

/// Clause 7.3.2.3, up to whether a picture is coded in tiles or in rows that can be decoded side by side.
fn has_entry_points(payload: &[u8]) -> Option<bool> {
    let payload = unescaped(payload);
    let mut bits = Bits::of(&payload);
    // Its number and that of its sequence; flags; reference counts and the first quantiser.
    bits.exp_golomb()?;
    bits.exp_golomb()?;
    bits.skip(7)?;
    for _ in 0..3 {
        bits.exp_golomb()?;
    }
    bits.skip(2)?;
    if bits.read(1)? == 1 {
        bits.exp_golomb()?;
    }
    for _ in 0..2 {
        bits.exp_golomb()?;
    }
    bits.skip(4)?;
    Some(bits.read(2)? != 0)
}

/// Clause 7.3.2.2, up to the size.
fn picture(payload: &[u8], length_bytes: usize) -> Option<Coded> {
    let payload = unescaped(payload);
    let mut bits = Bits::of(&payload);
    bits.read(4)?;
    let layers = bits.read(3)?;
    bits.read(1)?;
    profile_tier_level(&mut bits, layers)?;
    bits.exp_golomb()?;
    let chroma = bits.exp_golomb()?;
    if chroma == 3 {
        bits.read(1)?;
    }
    let half_samples = *[2, 3, 4, 6].get(chroma as usize)?;
    Some(Coded {
        width: bits.exp_golomb()?,
        height: bits.exp_golomb()?,
        half_samples,
        length_bytes,
        entry_points: false,
    })
}

/// Clause 7.3.3.
fn profile_tier_level(bits: &mut Bits<'_>, layers: u32) -> Option<()> {
    bits.skip(96)?;
    let present: Option<Vec<(u32, u32)>> = (0..layers)
        .map(|_| Some((bits.read(1)?, bits.read(1)?)))
        .collect();
    if layers > 0 {
        bits.skip(2 * (8 - layers as usize))?;
    }
    for (profile, level) in present? {
        bits.skip(88 * profile as usize + 8 * level as usize)?;
    }
    Some(())
}

/// Without the 3 that stands between two zeros and a small byte (clause 7.4.2).
fn unescaped(payload: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(payload.len());
    let mut zeros = 0;
    for byte in payload {
        if zeros >= 2 && *byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        plain.push(*byte);
    }
    plain
}
