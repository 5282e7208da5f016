//! Whether two photos look like one, though their bytes differ: a fingerprint of what they show.

use super::Picture;
use super::plane::Plane;

/// The side of the picture that the fingerprint is taken of, in pixels.
const SIDE: usize = 64;
/// The frequencies kept each way: waves of 1 to this many half lengths over the picture.
const WAVES: usize = 16;
/// Brightness (of 255) that the kept waves must have together (root mean square), or the picture shows nothing.
const LEAST: f32 = 1.0;

/// A perceptual hash of 256 bits: the signs of a picture's slow waves (discrete cosine transform, the 1st to 16th each way,
/// of its brightness at 64 × 64). What only makes it brighter, flatter, smaller or coarser keeps the signs. The construction
/// is that of PDQ (Facebook 2019), but for the threshold: with zero instead of the median, mirroring and turning change bits
/// by rule, so that a turned or mirrored copy is found as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness([u16; WAVES]);

impl Likeness {
    /// Of how many bits.
    pub const BITS: u32 = (WAVES * WAVES) as u32;

    /// Up to this distance two pictures are copies. Of 24 real and drawn photos no copy that was made a fifth as large,
    /// coarser (JPEG at 30), turned or mirrored was farther than 8; of different portraits drawn in one pose none was nearer
    /// than 21.
    pub const COPY: u32 = 12;
    /// Up to this distance one may be a copy of the other that was cut, marked, masked or made much brighter (of those 24 half
    /// were within 15 to 67): worth a closer look ([`sameness`](super::sameness())). So are photos in one standard pose.
    pub const ALIKE: u32 = 72;

    /// `None` of a picture that shows nothing but a smooth surface.
    pub fn of(picture: &Picture) -> Option<Self> {
        let waves = waves(&Plane::luma(picture).resized(SIDE, SIDE));
        let mean =
            waves.iter().flatten().map(|wave| wave * wave).sum::<f32>() / SIDE as f32 / SIDE as f32;
        if mean.sqrt() < LEAST {
            return None;
        }
        Some(Self(waves.map(|row| {
            let bit = |(i, wave): (usize, &f32)| u16::from(*wave > 0.0) << i;
            row.iter().enumerate().map(bit).sum()
        })))
    }

    /// As 64 hexadecimal digits.
    pub fn to_hex(self) -> String {
        self.0.iter().map(|row| format!("{row:04x}")).collect()
    }

    /// What [`to_hex`](Self::to_hex) wrote.
    pub fn from_hex(text: &str) -> Option<Self> {
        if text.len() != WAVES * 4 || !text.is_ascii() {
            return None;
        }
        let mut rows = [0; WAVES];
        for (i, row) in rows.iter_mut().enumerate() {
            *row = u16::from_str_radix(&text[i * 4..i * 4 + 4], 16).ok()?;
        }
        Some(Self(rows))
    }

    /// The bits that differ, at the turn or mirroring of the other picture at which they are fewest.
    pub fn distance(&self, other: &Self) -> u32 {
        Search::of(self).distance(other)
    }

    /// The picture as it is, mirrored each way, and the same turned by a quarter.
    fn all_ways(&self) -> [Self; 8] {
        // A mirrored picture has the same waves; those of even number (counted from one: odd) change their sign.
        const ODD: u16 = 0x5555;
        let across = |one: Self| Self(one.0.map(|row| row ^ ODD));
        let down = |one: Self| {
            Self(std::array::from_fn(|i| {
                if i % 2 == 0 { !one.0[i] } else { one.0[i] }
            }))
        };
        let bit = |row: usize, column: usize| (self.0[row] >> column) & 1;
        let swapped = Self(std::array::from_fn(|i| {
            (0..WAVES).map(|j| bit(j, i) << j).sum()
        }));
        let four = |one: Self| [one, across(one), down(one), across(down(one))];
        let ([a, b, c, d], [e, f, g, h]) = (four(*self), four(swapped));
        [a, b, c, d, e, f, g, h]
    }
}

/// A likeness that many others are held against: its turns and mirrorings are made once.
#[derive(Debug)]
pub struct Search([Likeness; 8]);

impl Search {
    pub fn of(one: &Likeness) -> Self {
        Self(one.all_ways())
    }

    /// [`Likeness::distance`]: turning the one picture is as good as turning the other.
    pub fn distance(&self, other: &Likeness) -> u32 {
        let apart = |turned: &Likeness| -> u32 {
            let rows = turned.0.iter().zip(other.0);
            rows.map(|(one, other)| (one ^ other).count_ones()).sum()
        };
        let ways = self.0.iter().map(apart);
        ways.min().unwrap_or(Likeness::BITS)
    }
}

/// The picture's waves, down and across.
fn waves(small: &Plane) -> [[f32; WAVES]; WAVES] {
    let step = std::f32::consts::PI / (2.0 * SIDE as f32);
    let wave =
        |number: usize, place: usize| ((2 * place + 1) as f32 * (number + 1) as f32 * step).cos();
    let scale = 2.0 / SIDE as f32;
    // Rows first.
    let across: Vec<[f32; WAVES]> = small
        .data
        .chunks_exact(SIDE)
        .map(|row| {
            std::array::from_fn(|u| {
                row.iter()
                    .enumerate()
                    .map(|(x, value)| value * wave(u, x))
                    .sum()
            })
        })
        .collect();
    std::array::from_fn(|v| {
        std::array::from_fn(|u| {
            let all = across.iter().enumerate();
            scale * all.map(|(y, row)| row[u] * wave(v, y)).sum::<f32>()
        })
    })
}
