//! From an upload and its edits to the renditions of one level.

use super::{Edits, Format, Level, Limits, Refusal};

/// The widths of renditions, in pixels; a photo is never enlarged.
pub const WIDTHS: [u32; 5] = [2048, 1600, 1024, 640, 320];

/// One file to store and serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    pub width: u32,
    pub height: u32,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// All files of one photo at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// Of the edited photo at full size, in pixels: what heights and aspect ratios come from.
    pub width: u32,
    /// Of the edited photo at full size, in pixels.
    pub height: u32,
    /// Widest first, and of one width in the order the formats were asked for.
    pub renditions: Vec<Rendition>,
    /// A placeholder of about 25 bytes, made of the masked pixels.
    pub thumbhash: Vec<u8>,
}

/// Makes the renditions of a photo at a level in the formats asked for.
pub fn develop(
    _bytes: &[u8],
    _edits: &Edits,
    _level: Level,
    _limits: &Limits,
    _formats: &[Format],
) -> Result<Developed, Refusal> {
    Err(Refusal::Unsupported)
}
