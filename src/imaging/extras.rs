//! Pictures for other places than a page: a veil over a sensitive photo, a preview for links, a print.

use turbojpeg::Subsamp;

use super::develop::show;
use super::encode::jpeg_file;
use super::few_blocks::FewBlocks;
use super::open_graph::{as_large_as_fits, focus_of};
use super::pixels::{Area, Pixels};
use super::resize::resize;
use super::{Edits, Format, Level, Limits, OPEN_GRAPH, Refusal, Rendition, VEIL_WIDTH, WIDTHS};

/// Another picture of a photo, always JPEG, masked as the renditions of its level are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extra {
    /// A few soft colours in the size of a thumbnail, to stand in for a photo until someone asks to see it.
    Veil,
    /// For previews of links (Open Graph): 1200 × 630, or as large as fits at that shape; the part around the focus.
    OpenGraph,
    /// For paper: 3543 pixels along the longer side (30 cm at 300 dots per inch) or as many as there are.
    Print,
}

/// Pixels along the longer side of a print.
const PRINT: u32 = 3543;
/// On libjpeg's scale: paper is looked at closely, and so each pixel keeps its own colour too.
const PRINT_QUALITY: i32 = 92;
const QUALITY: i32 = 82;

impl Extra {
    pub const ALL: [Self; 3] = [Self::Veil, Self::OpenGraph, Self::Print];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Veil => "veil",
            Self::OpenGraph => "open-graph",
            Self::Print => "print",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extra| extra.as_str() == text)
    }
}

/// Makes one; the same input gives the same bytes.
///
/// # Errors
/// As [`develop`](super::develop()).
pub fn extra(
    bytes: &[u8],
    edits: &Edits,
    level: Level,
    limits: &Limits,
    wanted: Extra,
) -> Result<Rendition, Refusal> {
    let most = match wanted {
        Extra::Print => PRINT,
        Extra::OpenGraph => OPEN_GRAPH[0].0 * 2,
        Extra::Veil => WIDTHS[0],
    };
    let shown = show(bytes, edits, level, limits, most)?;
    let (picture, quality, subsamp) = match wanted {
        Extra::Veil => (veil(&shown.picture)?, QUALITY, Subsamp::Sub2x2),
        Extra::Print => (print(shown.picture)?, PRINT_QUALITY, Subsamp::None),
        Extra::OpenGraph => return as_large_as_fits(&shown.picture, focus_of(&shown, edits)),
    };
    Ok(Rendition {
        width: picture.width,
        height: picture.height,
        format: Format::Jpeg,
        bytes: jpeg_file(&picture, quality, subsamp)?,
    })
}

fn veil(picture: &Pixels) -> Result<Pixels, Refusal> {
    let width = picture.width.min(WIDTHS[WIDTHS.len() - 1]);
    let height = (f64::from(width) * f64::from(picture.height) / f64::from(picture.width)).round();
    let mut small = resize(picture, (width, (height as u32).max(1)))?;
    let few = FewBlocks::of(&small, &whole(&small));
    let length = small.row_bytes();
    for (y, row) in small.data.chunks_exact_mut(length).enumerate() {
        for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
            pixel.copy_from_slice(&few.at(x, y));
        }
    }
    Ok(small)
}

/// The veil of a photo that is being developed, of the smallest picture with its masks; `None` of one that is itself no
/// wider than a veil.
///
/// # Errors
/// `NotEncoded`.
pub(super) fn veil_of(smallest: &Pixels) -> Result<Option<Rendition>, Refusal> {
    if smallest.width <= VEIL_WIDTH {
        return Ok(None);
    }
    let height = f64::from(VEIL_WIDTH) * f64::from(smallest.height) / f64::from(smallest.width);
    let small = resize(smallest, (VEIL_WIDTH, (height.round() as u32).max(1)))?;
    let picture = veil(&small)?;
    Ok(Some(Rendition {
        width: picture.width,
        height: picture.height,
        format: Format::Jpeg,
        bytes: jpeg_file(&picture, QUALITY, Subsamp::Sub2x2)?,
    }))
}

fn print(picture: Pixels) -> Result<Pixels, Refusal> {
    let longer = picture.width.max(picture.height);
    if longer <= PRINT {
        return Ok(picture);
    }
    let side = |length: u32| {
        let scaled = f64::from(length) * f64::from(PRINT) / f64::from(longer);
        (scaled.round() as u32).max(1)
    };
    resize(&picture, (side(picture.width), side(picture.height)))
}

fn whole(picture: &Pixels) -> Area {
    Area {
        left: 0.0,
        top: 0.0,
        right: f64::from(picture.width),
        bottom: f64::from(picture.height),
    }
}
