//! Pure pixels: the bytes of a photo and a description of edits in, renditions without metadata out.
//!
//! ```text
//! probe ── header only ──► Probe | Refusal
//! develop: decode ► burn masks ► (crop ► resize) or (resize ► straighten and crop) ► ICC to sRGB ► orient ► chain down ► encode
//! ```
//! Nothing here knows of requests, databases, storage, the environment or the clock: the same input gives the same bytes.

mod avif;
mod canonical;
mod colour;
mod cover;
mod cut;
mod decode;
mod develop;
mod edits;
mod encode;
mod exif;
mod extras;
mod faces;
mod few_blocks;
mod formats;
mod frame;
mod heif;
mod heif_decode;
mod inspect;
mod jpeg;
mod jpeg_decode;
mod ledger;
mod lettering;
mod level;
mod limits;
mod line_up;
mod logo;
mod look;
mod markers;
mod mask;
mod memory;
mod open_graph;
mod orientation;
mod outline;
mod pixels;
mod png;
mod probe;
mod refusal;
mod resize;
mod shown;
mod sniff;
mod stop;
mod text_card;
mod turn;
mod warning;
mod watermark;
mod webp;
mod webp_encode;
mod widths;

#[cfg(test)]
mod tests;

pub use candor_measure as measure;
pub use cover::{Shape, Style};
pub use develop::{Developed, Order, Rendition, develop, develop_until};
pub use edits::{
    EditError, Edits, MAX_MASKS, MAX_STRAIGHTEN, MIN_CROP, Mask, MaskKind, Point, Rect,
};
pub use encode::encode_jpeg;
pub use extras::{Extra, extra};
pub use faces::{Face, faces};
pub use formats::{Format, SourceKind};
pub use inspect::inspect_output;
pub use ledger::{PIPELINE, Step, ledger};
pub use level::{Level, UnknownLevel};
pub use limits::Limits;
pub use line_up::{Measured, line_up};
pub use logo::{LOGO_BYTES, Logo, logo};
pub use look::look;
pub use memory::{memory_needed, memory_needed_for_print};
pub use probe::{Probe, probe};
pub use refusal::Refusal;
pub use shown::{shown_focus, shown_part};
pub use stop::Stop;
pub use text_card::{TextCard, text_card};
pub use warning::Warning;
pub use watermark::Watermark;
pub use widths::{Kind, OPEN_GRAPH, VEIL_WIDTH, WIDTHS};
