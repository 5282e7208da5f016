//! A clinic's logo: decoded, made small, encoded as a PNG that keeps what is transparent and nothing else.

use std::io::Cursor;

use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, RgbImage, RgbaImage};

use super::colour::{Space, ToSrgb};
use super::decode::decode;
use super::pixels::Pixels;
use super::probe::Header;
use super::{Limits, Refusal, SourceKind, WIDTHS};

/// Pages show a logo at most half as high: sharp on dense screens.
pub const LOGO_HEIGHT: u32 = 128;
/// A wide one is made lower instead.
pub const LOGO_WIDTH: u32 = 640;
/// The largest file.
pub const LOGO_BYTES: u64 = 2 * 1024 * 1024;

/// A logo to store and serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub width: u32,
    pub height: u32,
    pub png: Vec<u8>,
}

/// # Errors
/// Why the file is not taken; see [`Refusal`].
pub fn logo(bytes: &[u8]) -> Result<Logo, Refusal> {
    let limits = Limits {
        max_bytes: LOGO_BYTES,
        max_pixels: 16_000_000,
        max_side: 8_000,
        min_side: 16,
        max_decoded_bytes: 128_000_000,
        ..Limits::default()
    };
    let header = Header::read(bytes, &limits)?;
    let turn = Orientation::from_exif(header.exif.orientation);
    let mut picture = match header.kind {
        SourceKind::Jpeg | SourceKind::Heic | SourceKind::Avif => opaque(bytes, &header, &limits)?,
        SourceKind::Png => {
            let decoder = PngDecoder::with_limits(Cursor::new(bytes), bounded())
                .map_err(|_| Refusal::Damaged)?;
            transparent(decoder)?
        }
        SourceKind::WebP => {
            transparent(WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?)?
        }
    };
    if let Some(turn) = turn {
        picture.apply_orientation(turn);
    }
    let small = shrink(&picture.into_rgba8())?;
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(
            &small,
            small.width(),
            small.height(),
            ExtendedColorType::Rgba8,
        )
        .map_err(|_| Refusal::NotEncoded)?;
    Ok(Logo {
        width: small.width(),
        height: small.height(),
        png,
    })
}

pub(super) fn bounded() -> image::Limits {
    let mut allowed = image::Limits::default();
    allowed.max_alloc = Some(192_000_000);
    allowed
}

fn opaque(bytes: &[u8], header: &Header<'_>, limits: &Limits) -> Result<DynamicImage, Refusal> {
    let decoded = decode(
        bytes,
        header,
        limits,
        (f64::from(LOGO_WIDTH) * 4.0, WIDTHS[0]),
    )?;
    if decoded.damaged {
        return Err(Refusal::Damaged);
    }
    let mut pixels = decoded.pixels;
    ToSrgb::new(&decoded.space, decoded.grey)?.apply(&mut pixels)?;
    RgbImage::from_raw(pixels.width, pixels.height, pixels.data)
        .map(DynamicImage::from)
        .ok_or(Refusal::Damaged)
}

/// The decoder's header was held to the limits before.
pub(super) fn transparent(mut decoder: impl ImageDecoder) -> Result<DynamicImage, Refusal> {
    let space = Space::from_icc(decoder.icc_profile().ok().flatten());
    let grey = !decoder.color_type().has_color();
    let mut picture = DynamicImage::from_decoder(decoder)
        .map_err(|_| Refusal::Damaged)?
        .into_rgba8();
    let colours = picture.pixels().flat_map(|p| [p[0], p[1], p[2]]).collect();
    let mut pixels = Pixels::new(picture.width(), picture.height(), colours)?;
    ToSrgb::new(&space, grey)?.apply(&mut pixels)?;
    for (pixel, colour) in picture.pixels_mut().zip(pixels.data.chunks_exact(3)) {
        pixel.0[..3].copy_from_slice(colour);
    }
    Ok(picture.into())
}

/// To the size in which it is kept; a smaller one stays as it is.
fn shrink(picture: &RgbaImage) -> Result<RgbaImage, Refusal> {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let factor = (f64::from(LOGO_HEIGHT) / height)
        .min(f64::from(LOGO_WIDTH) / width)
        .min(1.0);
    if factor == 1.0 {
        return Ok(picture.clone());
    }
    let side = |length: f64| ((length * factor).round() as u32).max(1);
    scaled(picture, (side(width), side(height)))
}

/// Weighs colours by their opacity, so that hidden ones don't bleed into the edge.
pub(super) fn scaled(
    picture: &RgbaImage,
    (width, height): (u32, u32),
) -> Result<RgbaImage, Refusal> {
    let data = candor_scale::rgba(picture, picture.dimensions(), (width, height));
    data.and_then(|data| RgbaImage::from_raw(width, height, data))
        .ok_or(Refusal::NotEncoded)
}
