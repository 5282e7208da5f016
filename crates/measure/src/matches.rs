//! Corners of two pictures that look like each other.

use super::Place;
use super::corners::Layers;
use super::descriptor::{Bits, Pattern, distance};

/// More bits than this differ between places that are not the same (a half of 256 differs by chance).
const FARTHEST: u32 = 80;
/// The second best must be this much worse, or the two can't be told apart.
const CLEARLY: f64 = 0.88;
/// The second best is looked for beyond this distance: nearer it is the same place on another layer. In pixels.
const SAME: f64 = 6.0;

/// A corner on the largest layer, and what it looks like.
pub(super) struct Corner {
    place: Place,
    bits: Bits,
}

/// The corners of all layers.
pub(super) fn described(layers: &Layers, pattern: &Pattern) -> Vec<Corner> {
    let of_layer = |layer| {
        let layer: &super::corners::Layer = layer;
        layer.corners.iter().map(move |corner| Corner {
            place: layer.on_largest(*corner),
            bits: pattern.bits(layer, *corner),
        })
    };
    layers.layers.iter().flat_map(of_layer).collect()
}

/// Pairs of places that are each other's best.
pub(super) fn matches(before: &[Corner], after: &[Corner]) -> Vec<(Place, Place)> {
    let there: Vec<Option<usize>> = before.iter().map(|corner| best(corner, after)).collect();
    let back: Vec<Option<usize>> = after.iter().map(|corner| best(corner, before)).collect();
    let mutual = there.iter().enumerate().filter_map(|(i, found)| {
        let found = (*found)?;
        (back[found] == Some(i)).then(|| (before[i].place, after[found].place))
    });
    mutual.collect()
}

fn best(corner: &Corner, others: &[Corner]) -> Option<usize> {
    let apart: Vec<u32> = others
        .iter()
        .map(|other| distance(&corner.bits, &other.bits))
        .collect();
    let (found, least) = apart
        .iter()
        .copied()
        .enumerate()
        .min_by_key(|(_, bits)| *bits)?;
    if least > FARTHEST {
        return None;
    }
    let place = others[found].place;
    let elsewhere =
        |other: &Corner| (other.place.0 - place.0).hypot(other.place.1 - place.1) > SAME;
    let second = others
        .iter()
        .zip(&apart)
        .filter(|(other, _)| elsewhere(other))
        .map(|(_, bits)| *bits);
    let limit = second
        .min()
        .map_or(f64::INFINITY, |bits| f64::from(bits) * CLEARLY);
    (f64::from(least) <= limit).then_some(found)
}
