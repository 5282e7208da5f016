//! Whether two photos are one photo: their fine detail agrees.

use super::median::quantile;
use super::plane::Plane;
use super::{Picture, Similarity, align};

/// The longer side at which detail is compared, in pixels.
const SIDE: f64 = 512.0;
/// The side of the blocks that are compared, in those pixels.
const BLOCK: usize = 24;
/// Detail (standard deviation of brightness, of 255) without which a block tells nothing.
const LEAST: f64 = 1.2;
/// So many blocks must tell something.
const LEAST_BLOCKS: usize = 12;
/// The part of the blocks that may differ: a mask, a mark, a date written over it.
const CHANGED: f64 = 0.25;
/// The correlation from which on two pictures are one photo. Of copies of real and drawn photos, cut, coarser or brighter, none
/// was below 0.82; of 18 drawn pairs of different days none above 0.75.
pub const SAME: f64 = 0.78;

/// How far the fine detail of two pictures agrees, 0 to 1: the correlation that three quarters of all blocks reach, after what is
/// coarser was taken away. A copy that was made smaller, brighter, coarser or cut along its edges comes near 1; photos of
/// different days stay far below, since hair never lies the same way twice. Two clicks of one moment may look alike too:
/// a person decides. `None` when neither shows
/// detail, or the second can't be laid over the first.
pub fn sameness(one: &Picture, other: &Picture) -> Option<f64> {
    let across = f64::from(other.width()) / f64::from(one.width());
    let down = f64::from(other.height()) / f64::from(one.height());
    // Of one shape: perhaps nothing but its size was changed.
    if (across / down - 1.0).abs() < 0.01 {
        let grown = Similarity::NONE.resized(1.0, across);
        if let Some(agrees) = agreement(one, other, &grown).filter(|agrees| *agrees >= SAME) {
            return Some(agrees);
        }
    }
    let found = align(one, other).ok()?;
    agreement(one, other, &found.change)
}

/// `change` leads from the one to the other.
fn agreement(one: &Picture, other: &Picture, change: &Similarity) -> Option<f64> {
    // At the resolution of the coarser one.
    let longer = |picture: &Picture| f64::from(picture.width().max(picture.height()));
    let factor = (SIDE / longer(one)).min(1.0).min(change.scale());
    let first = shrunk(one, factor);
    let second = shrunk(other, factor / change.scale());
    let change = change.resized(
        first.width as f64 / f64::from(one.width()),
        second.width as f64 / f64::from(other.width()),
    );
    let places =
        (0..first.height).flat_map(|y| (0..first.width).map(move |x| (x as f64, y as f64)));
    let seen: Vec<Option<f32>> = places
        .map(|place| second.between(change.place(place)))
        .collect();
    let both = seen.iter().filter(|value| value.is_some()).count();
    if both * 2 < seen.len() {
        return None;
    }
    let filled = seen
        .iter()
        .zip(&first.data)
        .map(|(value, own)| value.unwrap_or(*own))
        .collect();
    let laid_over = detail(&Plane::new(first.width, first.height, filled));
    let own = detail(&first);
    let mut blocks = Vec::new();
    for top in (0..first.height.saturating_sub(BLOCK)).step_by(BLOCK) {
        for left in (0..first.width.saturating_sub(BLOCK)).step_by(BLOCK) {
            let places = (top..top + BLOCK)
                .flat_map(|y| (left..left + BLOCK).map(move |x| y * first.width + x));
            if places.clone().all(|place| seen[place].is_some()) {
                blocks.extend(correlation(
                    places.map(|place| (own.data[place], laid_over.data[place])),
                ));
            }
        }
    }
    if blocks.len() < LEAST_BLOCKS {
        return None;
    }
    quantile(blocks, CHANGED).map(|least| least.max(0.0))
}

fn shrunk(picture: &Picture, factor: f64) -> Plane {
    let side = |length: u32| ((f64::from(length) * factor).round() as usize).max(8);
    Plane::luma(picture).resized(side(picture.width()), side(picture.height()))
}

/// What is left when all that is coarser than a few pixels is taken away.
fn detail(plane: &Plane) -> Plane {
    let (fine, coarse) = (plane.blurred(0.7), plane.blurred(2.5));
    let data = fine
        .data
        .iter()
        .zip(&coarse.data)
        .map(|(fine, coarse)| fine - coarse)
        .collect();
    Plane::new(plane.width, plane.height, data)
}

fn correlation(values: impl Iterator<Item = (f32, f32)> + Clone) -> Option<f64> {
    let (mut count, mut sums) = (0.0, (0.0, 0.0));
    for (a, b) in values.clone() {
        count += 1.0;
        sums = (sums.0 + f64::from(a), sums.1 + f64::from(b));
    }
    let (mean_a, mean_b) = (sums.0 / count, sums.1 / count);
    let (mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0);
    for (a, b) in values {
        let (a, b) = (f64::from(a) - mean_a, f64::from(b) - mean_b);
        (aa, bb, ab) = (aa + a * a, bb + b * b, ab + a * b);
    }
    let least = LEAST * LEAST * count;
    (aa.max(bb) > least).then(|| ab / (aa * bb).sqrt().max(1e-9))
}
