//! How much warmer, cooler, greener or pinker one photo's light is than the other's.

use serde::{Deserialize, Serialize};

use super::colour::{Rgb, delta_e, kelvin, lab, luminance};
use super::median::median;
use super::sight::{Blocks, Part, Sight};

/// What a neutral grey of the before photo became in the after photo.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WhiteBalance {
    /// The shift of the light's colour temperature in mired (a million by kelvin): above zero is warmer. `None` when the
    /// shift is none that a light's temperature makes.
    pub mired: Option<f64>,
    /// The difference of that grey in CIELAB (CIE 1976) at the same lightness, 50.
    pub delta_e: f64,
    /// Above zero where the shift goes to green, below where it goes to magenta: a* of that grey, turned around.
    pub green: f64,
}

/// How many times more red, green and blue light the after photo has, green at 1: the middle of the same areas' ratios where
/// the photos are lined up; else "shades of grey" (Finlayson and Trezzi 2004, Minkowski norm 6) of either photo.
pub(super) fn gains(sight: &Sight) -> Option<Rgb> {
    if sight.aligned {
        let ratio = |channel: usize| {
            let all = sight.both().map(|(before, after)| {
                let of = |light: Rgb| light[channel] / light[1];
                (of(after.light) / of(before.light)).log2()
            });
            median(all.collect())
        };
        return Some([ratio(0)?.exp2(), 1.0, ratio(2)?.exp2()]);
    }
    let (before, after) = (shade(&sight.before)?, shade(&sight.after)?);
    let ratio = |c: usize| after[c] / before[c];
    Some([ratio(0) / ratio(1), 1.0, ratio(2) / ratio(1)])
}

fn shade(blocks: &Blocks) -> Option<Rgb> {
    const NORM: f64 = 6.0;
    let (mut sum, mut count) = ([0.0; 3], 0.0);
    for block in blocks.part(Part::Inner).flatten() {
        sum = [0, 1, 2].map(|c| sum[c] + block.light[c].powf(NORM));
        count += 1.0;
    }
    (count > 0.0).then(|| sum.map(|channel| (channel / count).powf(1.0 / NORM)))
}

/// Luminance of L* = 50.
const GREY: f64 = 0.184_2;

/// What such a change of light makes of a neutral grey.
pub(super) fn white_balance(gains: Rgb) -> WhiteBalance {
    let as_bright = GREY / luminance(gains);
    let grey = gains.map(|gain| gain * as_bright);
    let seen = lab(grey);
    let mired = |light: Rgb| kelvin(light).map(|kelvin| 1e6 / kelvin);
    // A light's temperature goes along blue and yellow; what goes more to green or magenta is a tint.
    let along = seen[1].abs() <= seen[2].abs().max(2.0);
    let shift = mired(grey).zip(mired([1.0; 3])).filter(|_| along);
    WhiteBalance {
        mired: shift.map(|(after, before)| after - before),
        delta_e: delta_e(seen, lab([GREY; 3])),
        green: -seen[1],
    }
}
