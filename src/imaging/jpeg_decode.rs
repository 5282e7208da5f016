//! Decodes JPEG by libjpeg-turbo, smaller where that is enough, and takes damaged files when most of the picture is there.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use turbojpeg::{Decompressor, PixelFormat, ScalingFactor};

use super::colour::{Space, cmyk_to_srgb};
use super::decode::{Decoded, read_with};
use super::jpeg::JpegHeader;
use super::mask::Grain;
use super::pixels::Pixels;
use super::probe::Header;
use super::{Limits, Refusal};

/// Of a damaged photo so much must be there, as a fraction of the rows: less tells nobody anything.
const LEAST_WHOLE: f64 = 0.75;

/// The picture divided by `divisor` (1, 2, 4 or 8).
///
/// # Errors
/// `Damaged` when more than a quarter of the picture is missing.
pub(super) fn decode(
    bytes: &[u8],
    header: &Header<'_>,
    jpeg: &JpegHeader<'_>,
    limits: &Limits,
    divisor: u32,
) -> Result<Decoded, Refusal> {
    if jpeg.inks {
        return decode_inks(bytes, jpeg, limits, divisor);
    }
    let Some(mut decoder) = ready(bytes, jpeg, limits) else {
        return decode_forgiving(bytes, header, jpeg, limits);
    };
    let scale = ScalingFactor::new(1, divisor as usize);
    decoder
        .set_scaling_factor(scale)
        .map_err(|_| Refusal::NotEncoded)?;
    let (width, height) = (jpeg.width.div_ceil(divisor), jpeg.height.div_ceil(divisor));
    let mut pixels = Pixels::black(width, height);
    let output = turbojpeg::Image {
        width: width as usize,
        pitch: pixels.row_bytes(),
        height: height as usize,
        format: PixelFormat::RGB,
        pixels: pixels.data.as_mut_slice(),
    };
    // Warnings are errors to this library; what it had decoded until then, and after, is there all the same.
    let damaged = decoder.decompress(bytes, output).is_err() || !jpeg.complete;
    if damaged && whole_part(&pixels) < LEAST_WHOLE {
        return Err(Refusal::Damaged);
    }
    Ok(Decoded {
        pixels,
        divisor,
        grain: grain(jpeg),
        space: Space::from_icc(jpeg.icc.clone()),
        grey: jpeg.grey,
        damaged,
    })
}

/// Four inks (CMYK, or YCCK, which comes out as CMYK): in sRGB from here on.
fn decode_inks(
    bytes: &[u8],
    jpeg: &JpegHeader<'_>,
    limits: &Limits,
    divisor: u32,
) -> Result<Decoded, Refusal> {
    let mut decoder = ready(bytes, jpeg, limits).ok_or(Refusal::Damaged)?;
    let scale = ScalingFactor::new(1, divisor as usize);
    decoder
        .set_scaling_factor(scale)
        .map_err(|_| Refusal::NotEncoded)?;
    let (width, height) = (jpeg.width.div_ceil(divisor), jpeg.height.div_ceil(divisor));
    let mut inks = vec![0; width as usize * height as usize * 4];
    let output = turbojpeg::Image {
        width: width as usize,
        pitch: width as usize * 4,
        height: height as usize,
        format: PixelFormat::CMYK,
        pixels: inks.as_mut_slice(),
    };
    decoder
        .decompress(bytes, output)
        .map_err(|_| Refusal::Damaged)?;
    if jpeg.adobe {
        // Adobe stores how much ink is missing.
        inks.iter_mut().for_each(|sample| *sample = 255 - *sample);
    }
    let rgb = cmyk_to_srgb(jpeg.icc.as_deref(), &inks)?;
    Ok(Decoded {
        pixels: Pixels::new(width, height, rgb)?,
        divisor,
        grain: grain(jpeg),
        space: Space::Unsaid,
        grey: false,
        damaged: !jpeg.complete,
    })
}

fn ready(bytes: &[u8], jpeg: &JpegHeader<'_>, limits: &Limits) -> Option<Decompressor> {
    let mut decoder = Decompressor::new().ok()?;
    decoder.set_scan_limit(limits.max_jpeg_scans).ok()?;
    let seen = decoder.read_header(bytes).ok()?;
    let same = (seen.width, seen.height) == (jpeg.width as usize, jpeg.height as usize);
    same.then_some(decoder)
}

/// A header that libjpeg-turbo will not have, and browsers will: a slower decoder that asks less.
fn decode_forgiving(
    bytes: &[u8],
    header: &Header<'_>,
    jpeg: &JpegHeader<'_>,
    limits: &Limits,
) -> Result<Decoded, Refusal> {
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let decoded = read_with(decoder, header, limits, grain(jpeg))?;
    if whole_part(&decoded.pixels) < LEAST_WHOLE {
        return Err(Refusal::Damaged);
    }
    Ok(Decoded {
        damaged: true,
        ..decoded
    })
}

fn grain(jpeg: &JpegHeader<'_>) -> Grain {
    Grain {
        block: jpeg.block,
        reach: 2,
    }
}

/// The fraction of the rows above what was never decoded: that is left black, or filled with middle grey.
fn whole_part(pixels: &Pixels) -> f64 {
    let empty = |row: &[u8]| row.iter().all(|sample| *sample == 0) || row.iter().all(|s| *s == 128);
    let rows = pixels.data.chunks_exact(pixels.row_bytes().max(1));
    let missing = rows.rev().take_while(|row| empty(row)).count();
    1.0 - missing as f64 / f64::from(pixels.height.max(1))
}
