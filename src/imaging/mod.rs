//! Pure pixels: the bytes of a photo and a description of edits in, renditions without metadata out.
//!
//! ```text
//! probe ── header only ──► Probe | Refusal
//! develop: decode ► burn masks ► (crop ► resize) or (resize ► straighten and crop) ► ICC to sRGB ► orient ► chain down ► encode
//! ```
//! Nothing here knows of requests, databases, storage, the environment or the clock: the same input gives the same bytes.

mod canonical;
mod develop;
mod edits;
mod formats;
mod inspect;
mod level;
mod limits;
mod probe;
mod refusal;

#[cfg(test)]
mod tests;

pub use develop::{Developed, Rendition, WIDTHS, develop};
pub use edits::{EditError, Edits, MAX_MASKS, MAX_STRAIGHTEN, MIN_CROP, Mask, MaskKind, Rect};
pub use formats::{Format, SourceKind};
pub use inspect::inspect_output;
pub use level::{Level, UnknownLevel};
pub use limits::Limits;
pub use probe::{Probe, probe};
pub use refusal::Refusal;
