//! The header of a WebP (RFC 9649): its chunks walked by their lengths, nothing decoded.

use super::{Limits, Refusal};

/// What decoding needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WebPHeader<'a> {
    pub width: u32,
    pub height: u32,
    pub exif: Option<&'a [u8]>,
}

/// # Errors
/// `Animated`; `Damaged` when cut off, without a picture, or when canvas and picture differ in size.
pub(super) fn read_header<'a>(bytes: &'a [u8], limits: &Limits) -> Result<WebPHeader<'a>, Refusal> {
    let length = bytes
        .get(4..8)
        .and_then(|field| field.try_into().ok())
        .map(u32::from_le_bytes);
    let end = length.ok_or(Refusal::Damaged)? as usize + 8;
    let chunks = Chunks(bytes.get(12..end).ok_or(Refusal::Damaged)?);
    let mut canvas = None;
    let mut picture = None;
    let mut exif = None;
    for (name, payload) in chunks {
        match name {
            b"VP8X" if payload.first().is_some_and(|flags| flags & 0b10 != 0) => {
                return Err(Refusal::Animated);
            }
            b"ANIM" | b"ANMF" => return Err(Refusal::Animated),
            b"VP8X" => canvas = Some(canvas_size(payload).ok_or(Refusal::Damaged)?),
            b"VP8 " if picture.is_none() => picture = lossy_size(payload),
            b"VP8L" if picture.is_none() => picture = lossless_size(payload),
            b"EXIF" => exif = Some(payload),
            _ => {}
        }
    }
    let (width, height) = canvas.or(picture).ok_or(Refusal::Damaged)?;
    limits.check_size(width, height)?;
    if picture != Some((width, height)) {
        return Err(Refusal::Damaged);
    }
    Ok(WebPHeader {
        width,
        height,
        exif,
    })
}

/// Flags, three reserved bytes, then width − 1 and height − 1 in 24 bits each.
fn canvas_size(payload: &[u8]) -> Option<(u32, u32)> {
    let &[_, _, _, _, w0, w1, w2, h0, h1, h2, ..] = payload else {
        return None;
    };
    Some((
        u32::from_le_bytes([w0, w1, w2, 0]) + 1,
        u32::from_le_bytes([h0, h1, h2, 0]) + 1,
    ))
}

/// Frame tag, start code, then width and height in 14 bits each (the upper two are a scale for display).
fn lossy_size(payload: &[u8]) -> Option<(u32, u32)> {
    let &[_, _, _, 0x9D, 0x01, 0x2A, w0, w1, h0, h1, ..] = payload else {
        return None;
    };
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3FFF);
    Some((side(w0, w1), side(h0, h1)))
}

/// Signature, then width − 1 and height − 1 in 14 bits each.
fn lossless_size(payload: &[u8]) -> Option<(u32, u32)> {
    let &[0x2F, b0, b1, b2, b3, ..] = payload else {
        return None;
    };
    let bits = u32::from_le_bytes([b0, b1, b2, b3]);
    Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
}

/// (name, payload) of each whole chunk; payloads are padded to even length.
struct Chunks<'a>(&'a [u8]);

impl<'a> Iterator for Chunks<'a> {
    type Item = (&'a [u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, rest) = self.0.split_first_chunk::<4>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (payload, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        self.0 = rest.get(payload.len() % 2..).unwrap_or_default();
        Some((name, payload))
    }
}
