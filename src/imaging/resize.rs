//! Resizing, one step after the other.

use fast_image_resize::images::{CroppedImage, Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};

use super::Refusal;
use super::pixels::{Area, Pixels};

/// The part of a picture within whole pixels, resized with Lanczos. Pixels outside the part have no influence.
pub(super) fn resize_part(
    source: &Pixels,
    part: &Area,
    (width, height): (u32, u32),
) -> Result<Pixels, Refusal> {
    let failed = || Refusal::NotEncoded;
    let within = |place: f64, end: u32| place.clamp(0.0, f64::from(end)) as u32;
    let left = within((part.left - 1e-6).ceil(), source.width - 1);
    let top = within((part.top - 1e-6).ceil(), source.height - 1);
    let right = within((part.right + 1e-6).floor(), source.width).max(left + 1);
    let bottom = within((part.bottom + 1e-6).floor(), source.height).max(top + 1);

    let whole = ImageRef::new(source.width, source.height, &source.data, PixelType::U8x3)
        .map_err(|_| failed())?;
    let view =
        CroppedImage::new(&whole, left, top, right - left, bottom - top).map_err(|_| failed())?;
    let mut target = Image::new(width, height, PixelType::U8x3);
    Resizer::new()
        .resize(&view, &mut target, None)
        .map_err(|_| failed())?;
    Pixels::new(width, height, target.into_vec())
}

/// The whole picture, resized with Lanczos.
pub(super) fn resize(source: &Pixels, size: (u32, u32)) -> Result<Pixels, Refusal> {
    let whole = Area {
        left: 0.0,
        top: 0.0,
        right: f64::from(source.width),
        bottom: f64::from(source.height),
    };
    resize_part(source, &whole, size)
}
