//! Resizing, one step after the other.

use candor_scale::Part;

use super::Refusal;
use super::pixels::{Area, Pixels};

/// The part of a picture within whole pixels, resized with Lanczos. Pixels outside the part have no influence.
pub(super) fn resize_part(
    source: &Pixels,
    part: &Area,
    (width, height): (u32, u32),
) -> Result<Pixels, Refusal> {
    let within = |place: f64, end: u32| place.clamp(0.0, f64::from(end)) as u32;
    let left = within((part.left - 1e-6).ceil(), source.width - 1);
    let top = within((part.top - 1e-6).ceil(), source.height - 1);
    let right = within((part.right + 1e-6).floor(), source.width).max(left + 1);
    let bottom = within((part.bottom + 1e-6).floor(), source.height).max(top + 1);

    let part = Part {
        left,
        top,
        width: right - left,
        height: bottom - top,
    };
    let size = (source.width, source.height);
    let data = candor_scale::rgb(&source.data, size, part, (width, height));
    Pixels::new(width, height, data.ok_or(Refusal::NotEncoded)?)
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
