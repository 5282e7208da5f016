//! The clinic's logo in a corner of what is shown: small, half seen through, never over what matters.

use std::io::Cursor;

use image::RgbaImage;
use image::codecs::png::PngDecoder;

use super::Refusal;
use super::logo::{self, LOGO_HEIGHT, LOGO_WIDTH};
use super::pixels::Pixels;

/// A logo, and the name under which edits speak of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watermark {
    name: String,
    logo: RgbaImage,
}

/// The most of a picture's width, and of its height, that it takes.
const SHARE: f64 = 0.12;
/// Between it and the edges, of the picture's width.
const MARGIN: f64 = 0.02;
/// In 255 parts: seven tenths.
const OPACITY: u32 = 178;
/// One that would be smaller could not be made out.
const SMALLEST: u32 = 6;

impl Watermark {
    /// Of a logo as [`logo`](super::logo()) made it.
    ///
    /// # Errors
    /// `Damaged` for any other file.
    pub fn read(name: &str, png: &[u8]) -> Result<Self, Refusal> {
        let decoder = PngDecoder::with_limits(Cursor::new(png), logo::bounded())
            .map_err(|_| Refusal::Damaged)?;
        let logo = logo::transparent(decoder)?.into_rgba8();
        if logo.width() > LOGO_WIDTH || logo.height() > LOGO_HEIGHT {
            return Err(Refusal::Damaged);
        }
        Ok(Self {
            name: name.to_owned(),
            logo,
        })
    }

    /// What [`Edits::watermark`](super::Edits) says where this one is meant.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Puts it into the lower right corner, or the lower left where the focus (in fractions of the picture) is there.
    pub(super) fn draw(&self, picture: &mut Pixels, focus: (f64, f64)) -> Result<(), Refusal> {
        let size = self.size(picture);
        if size.0.min(size.1) < SMALLEST {
            return Ok(());
        }
        let logo = logo::scaled(&self.logo, size)?;
        let (left, top) = place(picture, size, focus);
        for (x, y, pixel) in logo.enumerate_pixels() {
            let at = (top + y) as usize * picture.row_bytes() + (left + x) as usize * 3;
            let seen = u32::from(pixel[3]) * OPACITY;
            let through = 255 * 255 - seen;
            for (under, over) in picture.data[at..at + 3].iter_mut().zip(pixel.0) {
                let mixed = u32::from(*under) * through + u32::from(over) * seen;
                *under = ((mixed + 255 * 255 / 2) / (255 * 255)) as u8;
            }
        }
        Ok(())
    }

    /// On this picture; it is never enlarged.
    fn size(&self, picture: &Pixels) -> (u32, u32) {
        let (width, height) = (f64::from(self.logo.width()), f64::from(self.logo.height()));
        let factor = (f64::from(picture.width) * SHARE / width)
            .min(f64::from(picture.height) * SHARE / height)
            .min(1.0);
        let side = |length: f64| ((length * factor).round() as u32).max(1);
        (side(width), side(height))
    }
}

/// The upper left corner of a logo of this size.
fn place(picture: &Pixels, (width, height): (u32, u32), focus: (f64, f64)) -> (u32, u32) {
    let margin = (f64::from(picture.width) * MARGIN).round() as u32;
    let left = picture.width.saturating_sub(width + margin);
    let top = picture.height.saturating_sub(height + margin);
    let at = |fraction: f64, all: u32| fraction * f64::from(all);
    let over = at(focus.0, picture.width) >= f64::from(left.saturating_sub(margin))
        && at(focus.1, picture.height) >= f64::from(top.saturating_sub(margin));
    match over {
        true => (margin.min(left), top),
        false => (left, top),
    }
}
