//! The one change that most matches agree on, whatever the others say.

use super::chance::Chance;
use super::{Place, Similarity};

/// Matches this near to where the change puts them agree, in pixels of the largest layer.
const AGREE: f64 = 3.0;
/// So many pairs of matches are tried.
const TRIES: usize = 2000;
/// Two photos of the same view by hand differ by no more than this.
const SCALES: std::ops::RangeInclusive<f64> = 0.5..=2.0;
pub(super) const LARGEST_TURN: f64 = 50.0;

/// What was found.
#[derive(Debug, Clone)]
pub(super) struct Consensus {
    pub change: Similarity,
    /// The matches that agree, one for each place of the before picture.
    pub agreed: Vec<(Place, Place)>,
    /// How far they are off, root mean square, in pixels.
    pub off: f64,
}

/// Random sample consensus (Fischler and Bolles 1981) on pairs of matches, then least squares of those that agree, the
/// farther off the less they weigh (Tukey's biweight). `None` when nothing is plausible.
pub(super) fn consensus(matches: &[(Place, Place)]) -> Option<Consensus> {
    if matches.len() < 4 {
        return None;
    }
    let mut chance = Chance::seeded(0x5EED_0A11);
    let mut best: Option<(f64, Similarity)> = None;
    for _ in 0..TRIES {
        let (one, other) = (chance.below(matches.len()), chance.below(matches.len()));
        let sample = [matches[one], matches[other]];
        let Some(change) = plausible(&sample) else {
            continue;
        };
        let support = support(matches, &change);
        if best.as_ref().is_none_or(|(most, _)| support > *most) {
            best = Some((support, change));
        }
    }
    let change = settle(matches, best?.1)?;
    let agreed = one_for_each_place(matches, &change);
    let square: f64 = agreed.iter().map(|pair| off(&change, pair).powi(2)).sum();
    Some(Consensus {
        change,
        off: (square / agreed.len().max(1) as f64).sqrt(),
        agreed,
    })
}

fn plausible(sample: &[(Place, Place); 2]) -> Option<Similarity> {
    let [(one, _), (other, _)] = sample;
    // From places close together nothing can be told of a turn.
    if (one.0 - other.0).hypot(one.1 - other.1) < 24.0 {
        return None;
    }
    Similarity::by_hand(sample).filter(is_plausible)
}

fn is_plausible(change: &Similarity) -> bool {
    SCALES.contains(&change.scale()) && change.degrees().abs() <= LARGEST_TURN
}

/// Each match that agrees counts up to one, the nearer the more.
fn support(matches: &[(Place, Place)], change: &Similarity) -> f64 {
    let count = |pair| (1.0 - (off(change, pair) / AGREE).powi(2)).max(0.0);
    matches.iter().map(count).sum()
}

fn off(change: &Similarity, (before, after): &(Place, Place)) -> f64 {
    let (x, y) = change.place(*before);
    (x - after.0).hypot(y - after.1)
}

fn settle(matches: &[(Place, Place)], mut change: Similarity) -> Option<Similarity> {
    for _ in 0..8 {
        let weighed = matches.iter().filter_map(|pair| {
            let rest = 1.0 - (off(&change, pair) / (AGREE * 1.5)).powi(2);
            (rest > 0.0).then_some((pair.0, pair.1, rest * rest))
        });
        change = Similarity::fit(weighed)?;
    }
    is_plausible(&change).then_some(change)
}

/// Of the matches that agree the nearest one in each small square of the before picture: a corner that was found on several
/// layers is one witness.
fn one_for_each_place(matches: &[(Place, Place)], change: &Similarity) -> Vec<(Place, Place)> {
    let square = |place: &Place| ((place.0 / 8.0) as i64, (place.1 / 8.0) as i64);
    let mut agreed: Vec<_> = matches
        .iter()
        .filter(|pair| off(change, pair) <= AGREE)
        .copied()
        .collect();
    agreed.sort_by(|a, b| {
        let key = |pair: &(Place, Place)| (square(&pair.0), off(change, pair));
        let ((a, off_a), (b, off_b)) = (key(a), key(b));
        a.cmp(&b).then(off_a.total_cmp(&off_b))
    });
    agreed.dedup_by_key(|pair| square(&pair.0));
    agreed
}
