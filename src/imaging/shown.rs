//! What edits show of a photo, and where in it.

use super::Edits;
use super::frame::Frame;
use super::orientation::Orientation;

/// The part of a photo that its edits show, in pixels of the whole photo after its quarter turns, as the edits straighten it:
/// left, top, width, height.
pub fn shown_part(size: (u32, u32), edits: &Edits) -> [f64; 4] {
    let (size, edits) = turned(size, edits);
    let part = Frame::new(size, &edits).part;
    [part.left, part.top, part.width(), part.height()]
}

/// Where the focus lies in the part that is shown, in fractions of that from its upper left corner; `None` when nobody set one.
pub fn shown_focus(size: (u32, u32), edits: &Edits) -> Option<(f64, f64)> {
    let (size, edits) = turned(size, edits);
    let focus = edits.focus?;
    Some(Frame::new(size, &edits).place_of((focus.x, focus.y)))
}

/// The size of a photo after its quarter turns, and its edits as numbers of that.
pub(super) fn turned(size: (u32, u32), edits: &Edits) -> ((u32, u32), Edits) {
    let turned = Orientation::quarters(edits.turns).turned(size);
    (turned, edits.canonical().after_turns())
}
