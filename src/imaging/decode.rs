//! From file bytes to RGB pixels, as stored: not yet turned, in the photo's own colours.

use std::io::Cursor;

use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{ColorType, ImageDecoder};

use super::colour::Space;
use super::mask::Grain;
use super::pixels::Pixels;
use super::probe::Header;
use super::{Limits, Refusal, SourceKind, avif, heif_decode, jpeg_decode};

/// Decoded pixels and what is needed to go on.
pub(super) struct Decoded {
    pub pixels: Pixels,
    /// The decoded picture is the stored one divided by this: 1, 2, 4 or 8.
    pub divisor: u32,
    pub grain: Grain,
    pub space: Space,
    pub grey: bool,
    /// The decoder complained, and most of the picture is there.
    pub damaged: bool,
}

/// The most bytes a decoder may ask for beside the pixels (profiles, texts, rows).
const SIDE_BYTES: u64 = 64 * 1024 * 1024;

/// By how much a photo may be decoded smaller: a JPEG to a half, a quarter or an eighth, as long as the part that will be
/// shown, `part_width` pixels wide at full size, is still as wide as `most` (the widest rendition, or a print).
pub(super) fn divisor(kind: SourceKind, (part_width, most): (f64, u32)) -> u32 {
    let enough = |divisor: &u32| part_width / f64::from(*divisor) >= f64::from(most);
    match kind {
        SourceKind::Jpeg => [8, 4, 2].into_iter().find(enough).unwrap_or(1),
        SourceKind::Png | SourceKind::WebP | SourceKind::Heic | SourceKind::Avif => 1,
    }
}

/// Decodes the whole photo, at the [`divisor`] for the part that will be shown.
///
/// # Errors
/// `Damaged` for whatever the decoder complains of, unless most of a JPEG is there; `TooManyPixels` if it would need more memory than allowed.
pub(super) fn decode(
    bytes: &[u8],
    header: &Header<'_>,
    limits: &Limits,
    part: (f64, u32),
) -> Result<Decoded, Refusal> {
    match header.kind {
        SourceKind::Jpeg => {
            let divisor = divisor(header.kind, part);
            let jpeg = header.jpeg.as_ref().ok_or(Refusal::Damaged)?;
            jpeg_decode::decode(bytes, header, jpeg, limits, divisor)
        }
        SourceKind::Heic => {
            let heif = header.heif.as_ref().ok_or(Refusal::Damaged)?;
            heif_decode::decode(bytes, heif)
        }
        SourceKind::Avif => avif::decode(header.avif.as_ref().ok_or(Refusal::Damaged)?, limits),
        SourceKind::Png => {
            let mut allowed = image::Limits::default();
            allowed.max_alloc = Some(SIDE_BYTES);
            let decoder = PngDecoder::with_limits(Cursor::new(bytes), allowed)
                .map_err(|_| Refusal::Damaged)?;
            read_with(
                decoder,
                header,
                limits,
                Grain {
                    block: (1, 1),
                    reach: 1,
                },
            )
        }
        SourceKind::WebP => {
            let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
            // Macroblocks of 16 pixels, and a loop filter that changes up to three pixels beyond their edges.
            read_with(
                decoder,
                header,
                limits,
                Grain {
                    block: (16, 16),
                    reach: 8,
                },
            )
        }
    }
}

pub(super) fn read_with(
    mut decoder: impl ImageDecoder,
    header: &Header<'_>,
    limits: &Limits,
    grain: Grain,
) -> Result<Decoded, Refusal> {
    if decoder.dimensions() != header.stored {
        return Err(Refusal::Damaged);
    }
    if decoder.total_bytes() > limits.max_decoded_bytes {
        return Err(Refusal::TooManyPixels);
    }
    let space = Space::from_icc(decoder.icc_profile().ok().flatten());
    let colour = decoder.color_type();
    let (width, height) = header.stored;
    let mut data =
        vec![0; usize::try_from(decoder.total_bytes()).map_err(|_| Refusal::TooManyPixels)?];
    decoder
        .read_image(&mut data)
        .map_err(|_| Refusal::Damaged)?;
    let pixels = Pixels::new(width, height, to_rgb(data, colour)?)?;
    Ok(Decoded {
        pixels,
        divisor: 1,
        grain,
        space,
        grey: !colour.has_color(),
        damaged: false,
    })
}

/// To 8-bit RGB; what is transparent lies on white, as on a page.
fn to_rgb(mut data: Vec<u8>, colour: ColorType) -> Result<Vec<u8>, Refusal> {
    if colour.bytes_per_pixel() / colour.channel_count() == 2 {
        data = data
            .chunks_exact(2)
            .map(|sample| to_8_bits(u16::from_ne_bytes([sample[0], sample[1]])))
            .collect();
    }
    Ok(match colour {
        ColorType::Rgb8 | ColorType::Rgb16 => data,
        ColorType::Rgba8 | ColorType::Rgba16 => data
            .chunks_exact(4)
            .flat_map(|p| {
                [
                    on_white(p[0], p[3]),
                    on_white(p[1], p[3]),
                    on_white(p[2], p[3]),
                ]
            })
            .collect(),
        ColorType::L8 | ColorType::L16 => data.iter().flat_map(|grey| [*grey; 3]).collect(),
        ColorType::La8 | ColorType::La16 => data
            .chunks_exact(2)
            .flat_map(|p| [on_white(p[0], p[1]); 3])
            .collect(),
        _ => return Err(Refusal::Unsupported),
    })
}

fn to_8_bits(sample: u16) -> u8 {
    ((u32::from(sample) * 255 + 32_767) / 65_535) as u8
}

pub(super) fn on_white(sample: u8, alpha: u8) -> u8 {
    ((u32::from(sample) * u32::from(alpha) + 255 * (255 - u32::from(alpha)) + 127) / 255) as u8
}
