//! Looks at a photo as it would be shown, small, to measure it.

use super::colour::ToSrgb;
use super::cut::cut;
use super::decode::decode;
use super::frame::Frame;
use super::measure::{LOOK_SIDE, Picture};
use super::orientation::Orientation;
use super::pixels::Pixels;
use super::probe::Header;
use super::{Edits, Limits, Refusal, WIDTHS};

/// A photo upright, in sRGB, cropped and straightened by its edits, on its longer side [`LOOK_SIDE`] pixels or as many as it
/// has. What masks cover is seen: this picture is for measuring and leaves this house no other way than as numbers.
///
/// # Errors
/// As [`develop`](super::develop()).
pub fn look(bytes: &[u8], edits: &Edits, limits: &Limits) -> Result<Picture, Refusal> {
    let small = seen(bytes, edits, limits)?;
    Picture::from_rgb(small.width, small.height, small.data).ok_or(Refusal::Damaged)
}

/// The same, as pixels to work on.
pub(super) fn seen(bytes: &[u8], edits: &Edits, limits: &Limits) -> Result<Pixels, Refusal> {
    edits.validate().map_err(|_| Refusal::BadEdits)?;
    let header = Header::read(bytes, limits)?;
    let turns = Orientation::quarters(edits.turns);
    let (orientation, stored) = (header.orientation().then(turns), header.stored);
    let edits = edits.canonical().after_turns();
    let frame = Frame::new(orientation.turned(stored), &edits);
    let decoded = decode(bytes, &header, limits, (frame.part.width(), WIDTHS[0]))?;
    let to_srgb = ToSrgb::new(&decoded.space, decoded.grey)?;
    let size = small(frame.size());
    cut(decoded, &frame, orientation, stored, &to_srgb, size)
}

fn small((width, height): (u32, u32)) -> (u32, u32) {
    let factor = f64::from(LOOK_SIDE) / f64::from(width.max(height).max(LOOK_SIDE));
    let side = |length: u32| ((f64::from(length) * factor).round() as u32).max(1);
    (side(width), side(height))
}
