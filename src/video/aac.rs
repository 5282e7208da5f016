//! AAC: the parameters of a sound track (`esds`, ISO/IEC 14496-1 and 14496-3), read and written anew.

use super::bits::{Bits, Written};
use super::boxes::{Read, boxes, find};
use super::limits::Limits;
use super::refusal::Refusal;

const RATES: [u32; 13] = [
    96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350,
];

/// What a decoder has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aac {
    /// 2 is plain (LC), 5 and 29 are its two high-efficiency forms.
    kind: u32,
    rate: u32,
    /// Of the high-efficiency forms.
    full_rate: u32,
    pub channels: u32,
    short: bool,
}

impl Aac {
    /// Reads the body of an `mp4a`, as MP4 has it or as QuickTime has it.
    pub fn read(body: &[u8], limits: &Limits) -> Result<Self, Refusal> {
        let mut read = Read(body);
        read.bytes(8)?;
        let version = read.number(2)?;
        read.bytes(18)?;
        read.bytes(match version {
            0 => 0,
            1 => 16,
            2 => 36,
            _ => return Err(Refusal::Sound),
        })?;
        let inside = boxes(read.0, limits.max_boxes)?;
        let esds = match (find(&inside, b"esds"), find(&inside, b"wave")) {
            (Some(esds), _) => esds,
            (None, Some(wave)) => {
                find(&boxes(wave, limits.max_boxes)?, b"esds").ok_or(Refusal::Sound)?
            }
            (None, None) => return Err(Refusal::Sound),
        };
        Self::from_config(config(esds)?)
    }

    fn from_config(config: &[u8]) -> Result<Self, Refusal> {
        let mut bits = Bits::new(config);
        let kind = bits.number(5)?;
        let rate = index(&mut bits)?;
        let channels = bits.number(4)?;
        let mut full_rate = rate;
        let plain = match kind {
            2 => 2,
            5 | 29 => {
                full_rate = index(&mut bits)?;
                bits.number(5)?
            }
            _ => return Err(Refusal::Sound),
        };
        let (short, core, more) = (bits.bit()?, bits.bit()?, bits.bit()?);
        if plain != 2 || core || more || !(1..=7).contains(&channels) {
            return Err(Refusal::Sound);
        }
        Ok(Self {
            kind,
            rate,
            full_rate,
            channels,
            short,
        })
    }

    pub fn samples_a_second(&self) -> u32 {
        RATES.get(self.full_rate as usize).copied().unwrap_or(48000)
    }

    /// The body of an `esds` with these parameters and nothing else.
    pub fn written(&self) -> Vec<u8> {
        let mut bits = Written::default();
        bits.put(self.kind, 5);
        bits.put(self.rate, 4);
        bits.put(self.channels, 4);
        if self.kind != 2 {
            bits.put(self.full_rate, 4);
            bits.put(2, 5);
        }
        bits.put(u32::from(self.short), 1);
        bits.put(0, 2);
        let specific = tagged(5, &bits.bytes);
        let decoder = [&[0x40, 0x15][..], &[0; 11], &specific].concat();
        let stream = [&[0, 0, 0][..], &tagged(4, &decoder), &tagged(6, &[2])].concat();
        [&[0; 4][..], &tagged(3, &stream)].concat()
    }
}

/// One of the rates of the list; a rate of its own is not taken.
fn index(bits: &mut Bits) -> Result<u32, Refusal> {
    let index = bits.number(4)?;
    match RATES.get(index as usize) {
        Some(_) => Ok(index),
        None => Err(Refusal::Sound),
    }
}

/// Descriptors are shorter than 128 bytes here.
fn tagged(tag: u8, body: &[u8]) -> Vec<u8> {
    [&[tag, body.len() as u8][..], body].concat()
}

/// The specific part of an `esds` for AAC of MPEG-4.
fn config(esds: &[u8]) -> Result<&[u8], Refusal> {
    let mut read = Read(esds);
    read.full()?;
    let mut stream = Read(descriptor(&mut read, 3)?);
    let &[_, _, flags] = stream.array::<3>()?;
    if flags & 0xe0 != 0 {
        return Err(Refusal::Sound);
    }
    let mut decoder = Read(descriptor(&mut stream, 4)?);
    let &[object, ..] = decoder.array::<13>()?;
    if object != 0x40 {
        return Err(Refusal::Sound);
    }
    descriptor(&mut decoder, 5)
}

fn descriptor<'a>(read: &mut Read<'a>, tag: u8) -> Result<&'a [u8], Refusal> {
    let [found] = read.array::<1>()?;
    let mut length = 0usize;
    for _ in 0..4 {
        let [byte] = read.array::<1>()?;
        length = length << 7 | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            let body = read.bytes(length)?;
            return if *found == tag {
                Ok(body)
            } else {
                Err(Refusal::Sound)
            };
        }
    }
    Err(Refusal::Damaged)
}
