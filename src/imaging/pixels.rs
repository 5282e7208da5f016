//! A picture in memory: rows of 8-bit RGB, nothing else.

use super::Refusal;

/// `data` holds `width * height * 3` bytes, rows from the top, no padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pixels {
    pub width: u32,
    pub height: u32,
    pub data: Vec<u8>,
}

impl Pixels {
    pub fn black(width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            data: vec![0; width as usize * height as usize * 3],
        }
    }

    /// # Errors
    /// `Damaged` if a decoder delivered another number of bytes than the header promised.
    pub fn new(width: u32, height: u32, data: Vec<u8>) -> Result<Self, Refusal> {
        if data.len() != width as usize * height as usize * 3 {
            return Err(Refusal::Damaged);
        }
        Ok(Self {
            width,
            height,
            data,
        })
    }

    pub fn row_bytes(&self) -> usize {
        self.width as usize * 3
    }
}

/// A part of a picture by its edges, in pixels; fractions of pixels are possible.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The same area on a picture `factor` times as large.
    pub fn scaled(&self, factor: f64) -> Self {
        Self {
            left: self.left * factor,
            top: self.top * factor,
            right: self.right * factor,
            bottom: self.bottom * factor,
        }
    }
}
