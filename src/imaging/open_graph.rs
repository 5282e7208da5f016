//! The part of a photo that stands for it where its page is linked to (Open Graph): around the focus, in the shape that
//! previews of links have.

use turbojpeg::Subsamp;

use super::develop::Shown;
use super::encode::jpeg_file;
use super::pixels::{Area, Pixels};
use super::resize::resize_part;
use super::{Edits, Format, OPEN_GRAPH, Refusal, Rendition, Watermark};

const QUALITY: i32 = 82;

/// Where the focus lies on the part that is shown, in fractions of that; its middle when nobody set one.
pub(super) fn focus_of(shown: &Shown, edits: &Edits) -> (f64, f64) {
    let focus = edits.canonical().after_turns().focus;
    focus.map_or((0.5, 0.5), |point| shown.frame.place_of((point.x, point.y)))
}

/// As large as fits at that shape, [`OPEN_GRAPH`]'s largest at most.
///
/// # Errors
/// `NotEncoded`.
pub(super) fn as_large_as_fits(picture: &Pixels, focus: (f64, f64)) -> Result<Rendition, Refusal> {
    let part = part(picture, focus);
    let [largest, _] = OPEN_GRAPH;
    let size = match part.width() >= f64::from(largest.0) {
        true => largest,
        false => (part.width() as u32, part.height() as u32),
    };
    file(&resize_part(picture, &part, size)?)
}

/// In one of the sizes of [`OPEN_GRAPH`], of the widest picture of a photo with its masks; `None` of one that fills neither. The
/// logo stands in a corner of the part.
///
/// # Errors
/// `NotEncoded`.
pub(super) fn open_graph_of(
    widest: &Pixels,
    focus: (f64, f64),
    watermark: Option<&Watermark>,
) -> Result<Option<Rendition>, Refusal> {
    let part = part(widest, focus);
    let fills = |(width, height): &(u32, u32)| {
        part.width() >= f64::from(*width) && part.height() >= f64::from(*height)
    };
    let Some(size) = OPEN_GRAPH.into_iter().find(fills) else {
        return Ok(None);
    };
    let mut picture = resize_part(widest, &part, size)?;
    if let Some(watermark) = watermark {
        let of = |focus: f64, all: u32, start: f64, length: f64| {
            (focus * f64::from(all) - start) / length
        };
        let focus = (
            of(focus.0, widest.width, part.left, part.width()),
            of(focus.1, widest.height, part.top, part.height()),
        );
        watermark.draw(&mut picture, focus)?;
    }
    file(&picture).map(Some)
}

fn file(picture: &Pixels) -> Result<Rendition, Refusal> {
    Ok(Rendition {
        width: picture.width,
        height: picture.height,
        format: Format::Jpeg,
        bytes: jpeg_file(picture, QUALITY, Subsamp::Sub2x2)?,
    })
}

/// The largest part of the right shape, with the focus as near to its middle as the edges allow.
fn part(picture: &Pixels, focus: (f64, f64)) -> Area {
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    let [largest, _] = OPEN_GRAPH;
    let shape = f64::from(largest.0) / f64::from(largest.1);
    let whole = |length: f64| (length + 1e-6).floor().max(1.0);
    let wide = whole(width.min(height * shape));
    let high = whole(height.min(width / shape));
    let start = |focus: f64, all: f64, part: f64| (focus * all - part / 2.0).clamp(0.0, all - part);
    let (left, top) = (
        start(focus.0, width, wide).round(),
        start(focus.1, height, high).round(),
    );
    Area {
        left,
        top,
        right: left + wide,
        bottom: top + high,
    }
}
