//! How an after photo lies to a before photo of the same view: found by what both show, or not at all.

use serde::{Deserialize, Serialize};

use super::consensus::{Consensus, consensus};
use super::corners::Layers;
use super::descriptor::Pattern;
use super::matches::{described, matches};
use super::plane::Plane;
use super::{LOOK_SIDE, Picture, Place, Similarity};

/// Turns at which the after picture is compared, in degrees, the likeliest first: descriptions bear about half a step.
const TURNS: [f64; 7] = [0.0, -15.0, 15.0, -30.0, 30.0, -45.0, 45.0];
/// So many places must agree. By chance three or four do.
const LEAST_PLACES: usize = 10;
/// The part of them that must lie in the inner half of the before picture, where the person is and not the wall.
const INNER_PART: f64 = 0.3;
/// How far off the corners of the common frame may be expected to lie, in pixels of a picture 1024 wide.
const FARTHEST_OFF: f64 = 4.0;

/// How two photos lie to each other, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// From the before picture to the after picture, in their pixels.
    pub change: Similarity,
    /// 0 to 1: from "just enough to propose it" on.
    pub confidence: f64,
    /// How many places agree.
    pub places: usize,
    /// How far off the worst corner of the before picture is expected to be, in pixels of a picture 1024 wide.
    pub expected_error: f64,
}

/// Why nothing is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unsure {
    /// The pictures show too little that could be found again: out of focus, or smooth.
    TooLittleToSee,
    /// What they show does not agree: another view, another person, or too much that changed.
    NoAgreement,
    /// Some places agree, but they lie too close together, or at the edges, to line up the whole.
    TooFewPlaces,
}

/// Lines up two photos of the same view by what stayed the same: corners found in several sizes, described by their
/// surroundings, matched, and one similarity transform that most matches agree on. Only moves, turns and scales.
///
/// # Errors
/// Why it is not sure enough to propose anything.
pub fn align(before: &Picture, after: &Picture) -> Result<Alignment, Unsure> {
    let (first, second) = (Plane::luma(before), Plane::luma(after));
    let (first, second) = (Layers::of(&first), Layers::of(&second));
    let known = described(&first, &Pattern::turned(0.0));
    let mut refusal = Unsure::TooLittleToSee;
    if known.len() < 2 * LEAST_PLACES {
        return Err(refusal);
    }
    for turn in TURNS {
        let seen = described(&second, &Pattern::turned(turn));
        if seen.len() < 2 * LEAST_PLACES {
            return Err(refusal);
        }
        let size = (before.width(), before.height());
        match consensus(&matches(&known, &seen)).map(|found| judge(&found, size, &first, &second)) {
            Some(Ok(alignment)) => return Ok(alignment),
            Some(Err(Unsure::TooFewPlaces)) => refusal = Unsure::TooFewPlaces,
            _ if refusal == Unsure::TooLittleToSee => refusal = Unsure::NoAgreement,
            _ => {}
        }
    }
    Err(refusal)
}

/// Whether what was found is enough, in pixels of the pictures.
fn judge(
    found: &Consensus,
    (width, height): (u32, u32),
    first: &Layers,
    second: &Layers,
) -> Result<Alignment, Unsure> {
    let places = found.agreed.len();
    if places < LEAST_PLACES {
        return Err(Unsure::NoAgreement);
    }
    let size = (
        f64::from(width) * first.factor,
        f64::from(height) * first.factor,
    );
    let inner =
        |(x, y): &Place| (x / size.0 - 0.5).abs() < 0.354 && (y / size.1 - 0.5).abs() < 0.354;
    let inside = found
        .agreed
        .iter()
        .filter(|(before, _)| inner(before))
        .count();
    let unit = f64::from(LOOK_SIDE) / size.0.max(size.1);
    let expected_error = expected_error(found, size) * unit;
    if (inside as f64) < places as f64 * INNER_PART || expected_error > FARTHEST_OFF {
        return Err(Unsure::TooFewPlaces);
    }
    let many = 1.0 - (LEAST_PLACES as f64 / 2.0) / places as f64;
    let near = 1.0 - expected_error / (2.0 * FARTHEST_OFF);
    Ok(Alignment {
        change: found
            .change
            .resized(1.0 / first.factor, 1.0 / second.factor),
        confidence: many * near,
        places,
        expected_error,
    })
}

/// Of the worst corner: what least squares say of a place far from the middle of the places it was fitted to.
fn expected_error(found: &Consensus, (width, height): (f64, f64)) -> f64 {
    let count = found.agreed.len() as f64;
    let mean = |of: fn(&Place) -> f64| found.agreed.iter().map(|(p, _)| of(p)).sum::<f64>() / count;
    let middle = (mean(|p| p.0), mean(|p| p.1));
    let square = |(x, y): Place| (x - middle.0).powi(2) + (y - middle.1).powi(2);
    let spread: f64 = found.agreed.iter().map(|(place, _)| square(*place)).sum();
    let corners = [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)];
    let worst = corners.into_iter().map(square).fold(0.0, f64::max);
    found.off * (1.0 / count + worst / spread.max(1e-9)).sqrt()
}
