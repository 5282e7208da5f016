//! Drawn portraits for the demo clinic: synthetic heads and scalps, before and after, from five sides.
//!
//! ```text
//! shape + face ──► points of the skin ──► scalp: where hair grows, where pigment is set
//!        ear, cape ─────────┐                        │
//! camera: turn and crop ──► grids ──► light ──► canvas ◄── roots: hair and dots; brows, curtain
//! ```
//! Everything comes from a [`Head`] and its seed: the same head gives the same bytes, and is the same person in each
//! view and moment. Lengths are centimetres on the body and pixels on the canvas.

mod backdrop;
mod brows;
mod brush;
mod camera;
mod canvas;
mod cape;
mod curtain;
mod ear;
mod face;
mod grid;
mod hair;
mod hairline;
mod light;
mod noise;
mod person;
mod pores;
mod portrait;
mod regions;
mod roots;
mod scalp;
mod shadow;
mod shape;
mod skin;
#[cfg(test)]
mod tests;
mod vector;

use crate::error::Error;
use crate::imaging::{self, Rect};

/// JPEG quality on libjpeg's scale: that of a good camera.
const QUALITY: i32 = 88;

/// One synthetic person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub seed: u64,
    /// Fitzpatrick, 1 (palest) to 6.
    pub skin: u8,
    pub hair: HairColour,
    pub loss: Loss,
    pub sex: Sex,
    /// Years: lines and brows.
    pub age: u8,
    pub beard: bool,
    pub hair_length: HairLength,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HairColour {
    Black,
    Brown,
    Blond,
    Red,
    Grey,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HairLength {
    Shaved,
    Short,
    Long,
}

/// What the treatment is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// By Norwood's stages, 2 to 7.
    Receding(u8),
    /// All over the top; with long hair a wide parting.
    Thinning,
    Crown,
    /// The line that a strip taken for transplants left at the back.
    StripScar,
    /// The small pale dots that single grafts left.
    FueDots,
    /// Bare patches.
    Alopecia,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Front,
    /// The person's own left, and so the others.
    Left,
    Right,
    Top,
    Back,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Before,
    /// Right after a session: pigment darker, skin a little pink.
    Fresh,
    Healed,
}

/// 8-bit RGB, rows from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

/// Fractions of width and height, from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Regions {
    /// From the brows to the chin; from the back, where it would be.
    pub face: Rect,
    /// None from the back.
    pub eyes: Option<Rect>,
}

/// The picture of a head.
pub fn draw(head: &Head, view: View, moment: Moment) -> Drawn {
    Drawn {
        width: camera::WIDTH as u32,
        height: camera::HEIGHT as u32,
        rgb: portrait::paint(head, view, moment),
    }
}

/// The same as a file, as a camera would deliver it.
///
/// # Errors
/// `Internal` if the encoder fails.
pub fn draw_jpeg(head: &Head, view: View, moment: Moment) -> Result<Vec<u8>, Error> {
    let Drawn { width, height, rgb } = draw(head, view, moment);
    imaging::encode_jpeg(width, height, rgb, QUALITY)
        .map_err(|refusal| Error::internal(format!("drawing: {refusal}")))
}

/// Where face and eyes are in that picture.
pub fn regions(head: &Head, view: View, moment: Moment) -> Regions {
    regions::find(head, view, moment)
}
