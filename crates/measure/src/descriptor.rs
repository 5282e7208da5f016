//! What the surroundings of a corner look like, in bits: which of two places is brighter, 256 times.

use super::chance::Chance;
use super::corners::{Layer, MARGIN};

/// BRIEF (Calonder and others 2010): light that grows or fades everywhere alike changes no bit.
pub(super) type Bits = [u64; 4];

/// Places around a corner, for one turn of the picture.
pub(super) struct Pattern(Vec<(Offset, Offset)>);

type Offset = (isize, isize);

impl Pattern {
    /// For a picture that is turned clockwise by so many degrees.
    pub fn turned(degrees: f64) -> Self {
        let mut chance = Chance::seeded(0xB41E_F256);
        let (sin, cos) = degrees.to_radians().sin_cos();
        // Places close to the corner, some further out; all within the margin at any turn.
        let reach = MARGIN as f64 - 2.0;
        let mut place = || {
            let (x, y) = (chance.normal() * reach / 2.4, chance.normal() * reach / 2.4);
            let far = x.hypot(y).max(reach) / reach;
            let (x, y) = (x / far, y / far);
            (
                (x * cos - y * sin).round() as isize,
                (x * sin + y * cos).round() as isize,
            )
        };
        Self((0..256).map(|_| (place(), place())).collect())
    }

    pub fn bits(&self, layer: &Layer, (x, y): (usize, usize)) -> Bits {
        let value = |(across, down): Offset| {
            layer.soft.at(
                x.saturating_add_signed(across),
                y.saturating_add_signed(down),
            )
        };
        let mut bits = [0; 4];
        for (i, (one, other)) in self.0.iter().enumerate() {
            bits[i / 64] |= u64::from(value(*one) < value(*other)) << (i % 64);
        }
        bits
    }
}

pub(super) fn distance(one: &Bits, other: &Bits) -> u32 {
    one.iter()
        .zip(other)
        .map(|(a, b)| (a ^ b).count_ones())
        .sum()
}
