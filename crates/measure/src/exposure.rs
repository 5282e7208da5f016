//! How much brighter one photo is than the other.

use super::colour::luminance;
use super::median::{median, quantile};
use super::sight::{Blocks, Part, Sight};

/// In stops (a doubling of light each): above zero when the after photo is brighter. Where the photos are lined up it is
/// the middle of the ratios of the same areas, so that hair that grew, or pigment, in less than half of the picture counts
/// for nothing; else it is the ratio of the middle tones of either photo. The
/// edges, where the background is, are left out. `None` when nothing but black or white is there.
pub(super) fn stops(sight: &Sight) -> Option<f64> {
    if sight.aligned {
        let ratios = sight
            .both()
            .map(|(before, after)| (luminance(after.light) / luminance(before.light)).log2());
        return median(ratios.collect());
    }
    let tones = [0.3, 0.5, 0.7];
    let middle = |blocks: &Blocks| {
        let inner = blocks.part(Part::Inner).flatten();
        let all: Vec<f64> = inner.map(|b| luminance(b.light).log2()).collect();
        let mut sum = 0.0;
        for tone in tones {
            sum += quantile(all.clone(), tone)?;
        }
        Some(sum / tones.len() as f64)
    };
    Some(middle(&sight.after)? - middle(&sight.before)?)
}
