//! The header of a PNG: its chunks walked by their lengths (PNG, third edition, section 5), nothing inflated.

use super::{Limits, Refusal};

/// What decoding needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PngHeader<'a> {
    pub width: u32,
    pub height: u32,
    /// Bytes of all pixels in the file's own depth, palettes spread out with alpha.
    pub decoded_bytes: u64,
    pub exif: Option<&'a [u8]>,
}

/// # Errors
/// `Animated` for APNG, `Damaged` when chunks are missing or cut off.
pub(super) fn read_header<'a>(bytes: &'a [u8], limits: &Limits) -> Result<PngHeader<'a>, Refusal> {
    let mut chunks = Chunks(bytes.get(8..).unwrap_or_default());
    let Some((b"IHDR", &[w3, w2, w1, w0, h3, h2, h1, h0, depth, colour, ..])) = chunks.next()
    else {
        return Err(Refusal::Damaged);
    };
    let (width, height) = (
        u32::from_be_bytes([w3, w2, w1, w0]),
        u32::from_be_bytes([h3, h2, h1, h0]),
    );
    limits.check_size(width, height)?;
    let channels: u64 = match colour {
        0 => 2,
        2 | 3 | 4 | 6 => 4,
        _ => return Err(Refusal::Damaged),
    };
    let mut header = PngHeader {
        width,
        height,
        decoded_bytes: u64::from(width)
            * u64::from(height)
            * channels
            * if depth == 16 { 2 } else { 1 },
        exif: None,
    };
    let (mut has_data, mut complete) = (false, false);
    for (name, payload) in chunks {
        match name {
            b"acTL" => return Err(Refusal::Animated),
            b"eXIf" => header.exif = Some(payload),
            b"IDAT" => has_data = true,
            b"IEND" => {
                complete = true;
                break;
            }
            _ => {}
        }
    }
    if has_data && complete {
        Ok(header)
    } else {
        Err(Refusal::Damaged)
    }
}

/// (name, payload) of each whole chunk: length, name, payload, checksum.
struct Chunks<'a>(&'a [u8]);

impl<'a> Iterator for Chunks<'a> {
    type Item = (&'a [u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let (name, rest) = rest.split_first_chunk::<4>()?;
        let (payload, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        let (_checksum, rest) = rest.split_first_chunk::<4>()?;
        self.0 = rest;
        Some((name, payload))
    }
}
