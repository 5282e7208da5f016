//! What can be told of photos by numbers: whether two can be compared, how they lie to each other, whether they are one.
//!
//! ```text
//! (before, after) ── align ────► Alignment: move, turn, scale, with confidence | Unsure
//!                 ── compare ──► Comparison: stops, mired, ΔE, edge widths, and what of it is worth a word
//! one photo       ── Likeness ─► 256 bits; close ones are looked at again by sameness
//! ```
//! Everything looks at [`Picture`]s: sRGB, upright, at most [`LOOK_SIDE`] pixels a side. The same pictures give the same
//! numbers; where chance is needed it comes from a fixed seed. Nothing is decided here: people are told.

mod align;
mod background;
mod chance;
mod colour;
mod comparison;
mod consensus;
mod corners;
mod descriptor;
mod exposure;
mod likeness;
mod matches;
mod median;
mod picture;
mod plane;
mod sameness;
mod sharpness;
mod sight;
mod similarity;
mod thresholds;
mod white;

#[cfg(test)]
mod tests;

pub use align::{Alignment, Unsure, align};
pub use comparison::{Comparison, Finding, Weight, What, compare};
pub use likeness::{Likeness, Search};
pub use picture::{LOOK_SIDE, Picture};
pub use sameness::{SAME, sameness};
pub use similarity::{Place, Similarity};
pub use thresholds::{Threshold, Thresholds};
pub use white::WhiteBalance;
