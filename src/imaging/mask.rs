//! Burns masks into the pixels as they come out of the decoder, before anything mixes neighbours.

use super::few_blocks::FewBlocks;
use super::frame::rect_to_stored;
use super::orientation::Orientation;
use super::outline::Outline;
use super::pixels::{Area, Pixels};
use super::{Edits, Level, Style};

/// What a mask looks like, in sRGB: a warm neutral grey.
pub(super) const MASK_COLOUR: [u8; 3] = [128, 122, 116];

/// How far a stored pixel reaches in the decoded picture. A JPEG block is decoded as a whole and its colour may be spread
/// onto the neighbouring pixels, so a mask must cover each block it touches: otherwise the rest of the block would still
/// carry traces (ringing, colour) of what is underneath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grain {
    /// Pixels of the stored picture that are coded together, across and down.
    pub block: (u32, u32),
    /// Pixels of the decoded picture that smoothing reaches over a block's edge.
    pub reach: u32,
}

/// Covers every mask that is burned at `level`. `factor` is the decoded picture's scale (1, 1/2, 1/4, 1/8); `colour` is in
/// the photo's own colour space. Edits are of the photo [after its turns](Edits::after_turns), as is `orientation`.
pub(super) fn burn(
    decoded: &mut Pixels,
    edits: &Edits,
    level: Level,
    orientation: Orientation,
    stored: (u32, u32),
    (factor, grain): (f64, Grain),
    colour: [u8; 3],
) {
    let burned = |style: Style| {
        let masks = edits.masks.iter().filter(move |mask| mask.style == style);
        masks.filter(|mask| level.burns(mask.what))
    };
    // A blur must not carry along what lies under a solid mask; and where both are, nothing is to be seen.
    let solid = || burned(Style::Solid);
    for mask in solid().chain(burned(Style::Blur)).chain(solid()) {
        let area = rect_to_stored(&mask.rect, orientation, stored);
        let outline = Outline {
            shape: mask.shape,
            area,
            factor,
            grain,
        };
        match mask.style {
            Style::Solid => outline.fill(decoded, |_, _| colour),
            Style::Blur => {
                let few = FewBlocks::of(decoded, &outline.around());
                outline.fill(decoded, |x, y| few.at(x, y));
            }
        }
    }
}

impl Grain {
    /// The area grown to whole blocks and by the reach, in whole pixels of the decoded picture.
    pub(super) fn covering(&self, area: &Area, factor: f64) -> Area {
        let block = (f64::from(self.block.0), f64::from(self.block.1));
        let reach = f64::from(self.reach);
        let blocks = Area {
            left: (area.left / block.0).floor() * block.0,
            top: (area.top / block.1).floor() * block.1,
            right: (area.right / block.0).ceil() * block.0,
            bottom: (area.bottom / block.1).ceil() * block.1,
        };
        let Area {
            left,
            top,
            right,
            bottom,
        } = blocks.scaled(factor);
        Area {
            left: left.floor() - reach,
            top: top.floor() - reach,
            right: right.ceil() + reach,
            bottom: bottom.ceil() + reach,
        }
    }
}
