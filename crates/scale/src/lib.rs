//! Pictures of eight bits, scaled with Lanczos.
//!
//! What `fast_image_resize` does is generic, so it is compiled where it is called: in Candor itself it would be as slow as
//! Candor's own code is without optimisation, which was a third of the time that all tests took. Here it is compiled with
//! optimisation in every build.

use fast_image_resize::images::{Image, TypedCroppedImage, TypedImageRef};
use fast_image_resize::pixels::{U8x3, U8x4};
use fast_image_resize::{PixelType, Resizer};

/// Width and height, in pixels.
pub type Size = (u32, u32);

/// Whole pixels of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// A part of a picture of three bytes a pixel, rows without gaps. Pixels outside the part have no influence. `None` where
/// the bytes are too few for the size, the part is not within the picture, or a side is 0.
pub fn rgb(source: &[u8], (width, height): Size, part: Part, size: Size) -> Option<Vec<u8>> {
    let whole = TypedImageRef::<U8x3>::from_buffer(width, height, source).ok()?;
    let Part { left, top, .. } = part;
    let view = TypedCroppedImage::from_ref(&whole, left, top, part.width, part.height).ok()?;
    let mut target = Image::new(size.0, size.1, PixelType::U8x3);
    let mut pixels = target.typed_image_mut::<U8x3>()?;
    Resizer::new().resize_typed(&view, &mut pixels, None).ok()?;
    Some(target.into_vec())
}

/// A picture of four bytes a pixel, whose colours are weighed by their opacity, so that hidden ones don't bleed into the
/// edge. `None` as for [`rgb`].
pub fn rgba(source: &[u8], (width, height): Size, size: Size) -> Option<Vec<u8>> {
    let whole = TypedImageRef::<U8x4>::from_buffer(width, height, source).ok()?;
    let mut target = Image::new(size.0, size.1, PixelType::U8x4);
    let mut pixels = target.typed_image_mut::<U8x4>()?;
    Resizer::new()
        .resize_typed(&whole, &mut pixels, None)
        .ok()?;
    Some(target.into_vec())
}
