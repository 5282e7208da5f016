//! What a photo may cost before it is refused: bytes, pixels, sides, scans.

use super::Refusal;

/// The bounds every upload is held to, checked on the header alone, before memory for any pixel is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The largest file, in bytes.
    pub max_bytes: u64,
    /// The most pixels, width × height.
    pub max_pixels: u64,
    /// The longest side, in pixels.
    pub max_side: u32,
    /// The shortest side that is still worth showing, in pixels.
    pub min_side: u32,
    /// The most scans of a progressive JPEG: each scan walks the whole picture again, so a small file of a thousand
    /// scans would keep a processor busy for minutes. Cameras and encoders write about ten.
    pub max_jpeg_scans: u32,
    /// The most bytes a decoder of PNG, WebP, HEIC or AVIF may hold as pixels, in its own depth (PNG of 16 bits with alpha is 8 for
    /// each pixel, HEIC of an iPhone 12).
    pub max_decoded_bytes: u64,
    /// How many renditions are encoded at the same time.
    pub encoders: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 25 * 1024 * 1024,
            max_pixels: 50_000_000,
            max_side: 20_000,
            min_side: 200,
            max_jpeg_scans: 32,
            max_decoded_bytes: 600_000_000,
            encoders: 2,
        }
    }
}

impl Limits {
    /// # Errors
    /// `Damaged` for a side of zero, `TooManyPixels`, `TooSmall`.
    pub(super) fn check_size(&self, width: u32, height: u32) -> Result<(), Refusal> {
        self.check_most(width, height)?;
        match width.min(height) < self.min_side {
            true => Err(Refusal::TooSmall),
            false => Ok(()),
        }
    }

    /// As [`check_size`](Self::check_size), of a picture that may be cut or put together with others.
    ///
    /// # Errors
    /// `Damaged` for a side of zero, `TooManyPixels`.
    pub(super) fn check_most(&self, width: u32, height: u32) -> Result<(), Refusal> {
        if width == 0 || height == 0 {
            Err(Refusal::Damaged)
        } else if width.max(height) > self.max_side
            || u64::from(width) * u64::from(height) > self.max_pixels
        {
            Err(Refusal::TooManyPixels)
        } else {
            Ok(())
        }
    }
}
