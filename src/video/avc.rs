//! H.264: the parameters of a track (`avcC`), and its coded pictures without what encoders write between them.

use super::bits::Bits;
use super::boxes::Read;
use super::limits::Limits;
use super::refusal::Refusal;

/// Parameter sets and what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Avc {
    sps: Vec<Vec<u8>>,
    pps: Vec<Vec<u8>>,
    /// Bytes of the length before each unit in the file that is read.
    length_size: usize,
    high: bool,
    pub width: u32,
    pub height: u32,
}

impl Avc {
    /// Reads the body of an `avcC`.
    pub fn read(body: &[u8], limits: &Limits) -> Result<Self, Refusal> {
        let mut read = Read(body);
        let &[version, _, _, _, size] = read.array::<5>()?;
        let length_size = usize::from(size & 3) + 1;
        if version != 1 || length_size == 3 {
            return Err(Refusal::Codec);
        }
        let sps = sets(&mut read, 0x1f, 7)?;
        let pps = sets(&mut read, 0xff, 8)?;
        let mut seen = None;
        for one in &sps {
            let picture = Picture::of(one)?;
            if *seen.get_or_insert(picture) != picture {
                return Err(Refusal::Codec);
            }
        }
        let picture = seen.ok_or(Refusal::Damaged)?;
        if picture.width > limits.max_side || picture.height > limits.max_side {
            return Err(Refusal::TooLarge);
        }
        if pps.is_empty() || picture.width < 16 || picture.height < 16 {
            return Err(Refusal::Damaged);
        }
        Ok(Self {
            sps,
            pps,
            length_size,
            high: picture.high,
            width: picture.width,
            height: picture.height,
        })
    }

    /// The body of an `avcC` with these parameters and nothing else; lengths have four bytes.
    pub fn written(&self) -> Vec<u8> {
        let mut out = vec![1];
        out.extend(
            self.sps
                .iter()
                .take(1)
                .flat_map(|sps| sps.iter().skip(1).take(3)),
        );
        out.push(0xff);
        let mut list = |mask: u8, sets: &[Vec<u8>]| {
            out.push(mask | sets.len() as u8);
            for set in sets {
                out.extend((set.len() as u16).to_be_bytes());
                out.extend(set);
            }
        };
        list(0xe0, &self.sps);
        list(0, &self.pps);
        if self.high {
            // 4:2:0, 8 bits, no further sets: nothing else is taken.
            out.extend([0xfd, 0xf8, 0xf8, 0]);
        }
        out
    }

    /// The coded pictures of one sample, each after its length in four bytes. Notes of the encoder, fillers and marks are left
    /// out: a decoder needs none of them.
    pub fn pictures(&self, sample: &[u8], out: &mut Vec<u8>) -> Result<(), Refusal> {
        out.clear();
        let mut read = Read(sample);
        while !read.0.is_empty() {
            let length = read.number(self.length_size)?;
            let length = usize::try_from(length).map_err(|_| Refusal::Damaged)?;
            let unit = read.bytes(length)?;
            let Some(first) = unit.first() else { continue };
            match first & 0x1f {
                1..=5 => {
                    out.extend((unit.len() as u32).to_be_bytes());
                    out.extend(unit);
                }
                7 | 8 if !self.sps.iter().chain(&self.pps).any(|known| known == unit) => {
                    return Err(Refusal::Codec);
                }
                _ => {}
            }
        }
        match out.is_empty() {
            true => Err(Refusal::Damaged),
            false => Ok(()),
        }
    }

    /// Whether a sample of a file of ours holds coded pictures alone.
    pub fn is_clean(&self, sample: &[u8]) -> bool {
        let mut read = Read(sample);
        while !read.0.is_empty() {
            let unit = read.small().and_then(|length| read.bytes(length as usize));
            let kind = unit.ok().and_then(|unit| Some(unit.first()? & 0x1f));
            if !kind.is_some_and(|kind| (1..=5).contains(&kind)) {
                return false;
            }
        }
        !sample.is_empty()
    }
}

fn sets(read: &mut Read, mask: u8, kind: u8) -> Result<Vec<Vec<u8>>, Refusal> {
    let [count] = read.array::<1>()?;
    let count = count & mask;
    if count > 31 {
        return Err(Refusal::Codec);
    }
    let mut found = Vec::new();
    for _ in 0..count {
        let length = read.number(2)? as usize;
        let set = read.bytes(length)?;
        if set.first().map(|first| first & 0x1f) != Some(kind) || length < 2 {
            return Err(Refusal::Damaged);
        }
        found.push(set.to_vec());
    }
    Ok(found)
}

/// What a sequence parameter set says of the picture (ITU-T H.264, 7.3.2.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Picture {
    high: bool,
    width: u32,
    height: u32,
}

impl Picture {
    fn of(sps: &[u8]) -> Result<Self, Refusal> {
        let plain = without_guards(sps.get(1..).unwrap_or_default());
        let mut bits = Bits::new(&plain);
        let profile = bits.number(8)?;
        bits.number(16)?;
        bits.golomb()?;
        let high = match profile {
            66 | 77 => false,
            100 => true,
            _ => return Err(Refusal::Codec),
        };
        if high {
            let (chroma, luma_bits, chroma_bits) = (bits.golomb()?, bits.golomb()?, bits.golomb()?);
            if chroma != 1 || luma_bits != 0 || chroma_bits != 0 || bits.bit()? {
                return Err(Refusal::Codec);
            }
            if bits.bit()? {
                for list in 0..8 {
                    if bits.bit()? {
                        skip_list(&mut bits, if list < 6 { 16 } else { 64 })?;
                    }
                }
            }
        }
        bits.golomb()?;
        match bits.golomb()? {
            0 => {
                bits.golomb()?;
            }
            1 => {
                bits.bit()?;
                bits.signed()?;
                bits.signed()?;
                let cycle = bits.golomb()?;
                if cycle > 255 {
                    return Err(Refusal::Damaged);
                }
                for _ in 0..cycle {
                    bits.signed()?;
                }
            }
            2 => {}
            _ => return Err(Refusal::Damaged),
        }
        bits.golomb()?;
        bits.bit()?;
        let (across, down) = (bits.golomb()?, bits.golomb()?);
        // In macroblocks; far more than any limit is damage.
        if across > 1023 || down > 1023 {
            return Err(Refusal::TooLarge);
        }
        let frames_only = bits.bit()?;
        if !frames_only {
            bits.bit()?;
        }
        bits.bit()?;
        let rows = if frames_only { 1 } else { 2 };
        let (mut width, mut height) = ((across + 1) * 16, (down + 1) * 16 * rows);
        if bits.bit()? {
            let mut cut = || bits.golomb();
            let (left, right, top, bottom) = (cut()?, cut()?, cut()?, cut()?);
            width = less(width, left, right, 2)?;
            height = less(height, top, bottom, 2 * rows)?;
        }
        Ok(Self {
            high,
            width,
            height,
        })
    }
}

fn less(side: u32, one: u32, other: u32, unit: u32) -> Result<u32, Refusal> {
    let cut = one.checked_add(other).and_then(|sum| sum.checked_mul(unit));
    cut.and_then(|cut| side.checked_sub(cut))
        .ok_or(Refusal::Damaged)
}

fn skip_list(bits: &mut Bits, size: usize) -> Result<(), Refusal> {
    let (mut last, mut next) = (8i64, 8i64);
    for _ in 0..size {
        if next != 0 {
            next = (last + bits.signed()?).rem_euclid(256);
        }
        if next != 0 {
            last = next;
        }
    }
    Ok(())
}

/// Without the bytes that keep a set from looking like the beginning of another.
fn without_guards(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut zeros = 0;
    for &byte in bytes {
        if zeros >= 2 && byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if byte == 0 { zeros + 1 } else { 0 };
        out.push(byte);
    }
    out
}
