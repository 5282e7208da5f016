//! What can be told of photos by numbers: whether two can be compared, how they lie to each other, whether they are one.
//!
//! ```text
//! (before, after) ── compare ──► Comparison: stops, mired, ΔE, edge widths, and what of it is worth a word
//! ```
//! Everything looks at [`Picture`]s: sRGB, upright, at most [`LOOK_SIDE`] pixels a side. The same pictures give the same
//! numbers; where chance is needed it comes from a fixed seed. Nothing is decided here: people are told.

mod background;
mod colour;
mod comparison;
mod exposure;
mod median;
mod picture;
mod plane;
mod sharpness;
mod sight;
mod similarity;
mod thresholds;
mod white;

#[cfg(test)]
mod tests;

pub use comparison::{Comparison, Finding, Weight, What, compare};
pub use picture::{LOOK_SIDE, Picture};
pub use similarity::{Place, Similarity};
pub use thresholds::{Threshold, Thresholds};
pub use white::WhiteBalance;
