//! The small picture that measures look at.

/// A photo as it is shown, in sRGB, at most [`LOOK_SIDE`] pixels on its longer side. It says nothing of where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

/// The longer side of a picture that is measured, in pixels: more costs time and tells nothing more.
pub const LOOK_SIDE: u32 = 1024;

impl Picture {
    /// A picture of `width * height * 3` bytes of sRGB, rows from the top; `None` when the bytes don't fit the size, or
    /// when a side is zero or longer than [`LOOK_SIDE`].
    pub fn from_rgb(width: u32, height: u32, rgb: Vec<u8>) -> Option<Self> {
        let fits = |side: u32| (1..=LOOK_SIDE).contains(&side);
        let whole = rgb.len() == width as usize * height as usize * 3;
        (fits(width) && fits(height) && whole).then_some(Self { width, height, rgb })
    }

    /// `width * height * 3` bytes of sRGB, rows from the top.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// In pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// In pixels.
    pub fn height(&self) -> u32 {
        self.height
    }
}
