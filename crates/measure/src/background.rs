//! Whether the two photos were taken in front of the same background.

use super::colour::{Rgb, delta_e, lab, luminance};
use super::median::median;
use super::sight::{Block, Blocks, Part, Sight};

/// Blocks whose lightness varies less than this (standard deviation of L*) are a wall, a curtain, a sheet; hair varies more.
const PLAIN: f64 = 3.0;

/// The distance (CIE 1976) between the colours behind the person, at the left, right and upper edge, once the difference
/// of light is taken away: the mean of the edges that are plain in either photo. `None` when the person fills the picture.
pub(super) fn background(sight: &Sight, stops: f64, gains: Rgb) -> Option<f64> {
    let bright = stops.exp2() / luminance(gains);
    let (mut sum, mut count) = (0.0, 0.0);
    for edge in [Part::Left, Part::Right, Part::Top] {
        let (Some(before), Some(after)) = (colour(&sight.before, edge), colour(&sight.after, edge))
        else {
            continue;
        };
        if before.contrast.min(after.contrast) > PLAIN {
            continue;
        }
        let light = [0, 1, 2].map(|c| before.light[c] * gains[c] * bright);
        sum += delta_e(lab(light), lab(after.light));
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

/// The middle colour and contrast along an edge; `None` when less than half of it can be seen.
fn colour(blocks: &Blocks, edge: Part) -> Option<Block> {
    let all: Vec<Option<Block>> = blocks.part(edge).collect();
    let known: Vec<Block> = all.iter().copied().flatten().collect();
    if known.len() * 2 < all.len() {
        return None;
    }
    let of = |value: &dyn Fn(&Block) -> f64| median(known.iter().map(value).collect());
    Some(Block {
        light: [
            of(&|b| b.light[0])?,
            of(&|b| b.light[1])?,
            of(&|b| b.light[2])?,
        ],
        contrast: of(&|b| b.contrast)?,
    })
}
