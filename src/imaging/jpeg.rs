//! The header of a JPEG: size, coding, sampling, EXIF and colour profile, read from its markers.

use super::markers::{EOI, Markers, SOS};
use super::{Limits, Refusal};

/// What decoding needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct JpegHeader<'a> {
    /// As stored.
    pub width: u32,
    /// As stored.
    pub height: u32,
    /// Whether the file has an end.
    pub complete: bool,
    pub progressive: bool,
    pub grey: bool,
    /// Four inks (CMYK or YCCK).
    pub inks: bool,
    /// Written by a program that marks its files as Adobe's do; inks are then stored the other way round.
    pub adobe: bool,
    /// Pixels that share a block of coefficients, across and down: 8 times the largest sampling factor.
    pub block: (u32, u32),
    /// Bytes of all coefficients, which a progressive decoder holds at once (2 bytes each, chroma as sampled).
    pub coefficient_bytes: u64,
    pub exif: Option<&'a [u8]>,
    pub icc: Option<Vec<u8>>,
}

/// # Errors
/// `Cmyk` without a profile, `Unsupported` (12 bits, arithmetic, lossless, hierarchical, two channels), `TooManyPixels` for too many scans,
/// `Damaged` when there is no frame or no scan.
pub(super) fn read_header<'a>(bytes: &'a [u8], limits: &Limits) -> Result<JpegHeader<'a>, Refusal> {
    let mut frame: Option<Frame> = None;
    let mut exif = None;
    let mut icc = IccParts::default();
    let mut scans: u32 = 0;
    let (mut complete, mut adobe) = (false, false);
    for marker in Markers::of(bytes) {
        match marker.code {
            0xC4 | 0xC8 | 0xCC => {}
            0xC0..=0xCF if frame.is_some() => return Err(Refusal::Damaged),
            0xC0..=0xCF => {
                let read = Frame::read(marker.code, marker.payload)?;
                limits.check_size(read.width, read.height)?;
                frame = Some(read);
            }
            0xE1 if scans == 0 && exif.is_none() && marker.payload.starts_with(b"Exif\0\0") => {
                exif = Some(marker.payload);
            }
            0xEE if marker.payload.starts_with(b"Adobe") => adobe = true,
            0xE2 if scans == 0 => icc.take(marker.payload),
            SOS => {
                scans += 1;
                if scans > limits.max_jpeg_scans {
                    return Err(Refusal::TooManyPixels);
                }
            }
            EOI => complete = true,
            _ => {}
        }
    }
    let frame = frame.filter(|_| scans > 0).ok_or(Refusal::Damaged)?;
    let icc = icc.joined();
    if frame.sampling.len() == 4 && icc.is_none() {
        return Err(Refusal::Cmyk);
    }
    Ok(JpegHeader {
        width: frame.width,
        height: frame.height,
        complete,
        progressive: frame.progressive,
        grey: frame.sampling.len() == 1,
        inks: frame.sampling.len() == 4,
        adobe,
        block: frame.block(),
        coefficient_bytes: frame.coefficient_bytes(),
        exif,
        icc,
    })
}

struct Frame {
    width: u32,
    height: u32,
    progressive: bool,
    /// Per channel: across, down.
    sampling: Vec<(u32, u32)>,
}

impl Frame {
    /// Frame header, T.81 B.2.2: precision, lines, samples per line, then three bytes for each channel.
    fn read(code: u8, payload: &[u8]) -> Result<Self, Refusal> {
        let &[precision, h1, h0, w1, w0, channels, ref specs @ ..] = payload else {
            return Err(Refusal::Damaged);
        };
        match (code, precision, channels) {
            (0xC0..=0xC2, 8, 1 | 3 | 4) => {}
            _ => return Err(Refusal::Unsupported),
        }
        let sampling: Vec<(u32, u32)> = specs
            .chunks_exact(3)
            .map(|spec| (u32::from(spec[1] >> 4), u32::from(spec[1] & 15)))
            .collect();
        let valid = sampling
            .iter()
            .all(|(across, down)| (1..=4).contains(across) && (1..=4).contains(down));
        if sampling.len() != usize::from(channels) || !valid {
            return Err(Refusal::Damaged);
        }
        Ok(Self {
            width: u16::from_be_bytes([w1, w0]).into(),
            height: u16::from_be_bytes([h1, h0]).into(),
            progressive: code == 0xC2,
            sampling,
        })
    }

    /// A single channel is stored in blocks of 8 whatever its factors say (T.81 A.2.2).
    fn block(&self) -> (u32, u32) {
        let most =
            |factor: fn(&(u32, u32)) -> u32| self.sampling.iter().map(factor).max().unwrap_or(1);
        if self.sampling.len() == 1 {
            (8, 8)
        } else {
            (8 * most(|factors| factors.0), 8 * most(|factors| factors.1))
        }
    }

    fn coefficient_bytes(&self) -> u64 {
        if self.sampling.len() == 1 {
            return u64::from(self.width.next_multiple_of(8))
                * u64::from(self.height.next_multiple_of(8))
                * 2;
        }
        let (across, down) = self.block();
        let blocks = u64::from(self.width.div_ceil(across)) * u64::from(self.height.div_ceil(down));
        let per_block: u32 = self
            .sampling
            .iter()
            .map(|(across, down)| across * down * 64 * 2)
            .sum();
        blocks * u64::from(per_block)
    }
}

/// A profile may be spread over several segments (ICC.1:2022 annex B.4): `ICC_PROFILE\0`, number, count, part.
#[derive(Default)]
struct IccParts<'a>(Vec<(u8, &'a [u8])>);

impl<'a> IccParts<'a> {
    fn take(&mut self, payload: &'a [u8]) {
        if let Some([number, _count, part @ ..]) = payload.strip_prefix(b"ICC_PROFILE\0")
            && self.0.iter().all(|(known, _)| known != number)
        {
            self.0.push((*number, part));
        }
    }

    fn joined(mut self) -> Option<Vec<u8>> {
        self.0.sort_by_key(|(number, _)| *number);
        (!self.0.is_empty()).then(|| {
            self.0
                .iter()
                .flat_map(|(_, part)| part.iter().copied())
                .collect()
        })
    }
}
