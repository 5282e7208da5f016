//! Moving, turning and scaling alike in all directions: the only change that lining up two photos may make.

use serde::{Deserialize, Serialize};

/// From a place on one picture to the place of the same thing on another: `x' = a·x − b·y + x0`, `y' = b·x + a·y + y0`, in
/// pixels, y downwards. `a` and `b` are scale times cosine and sine of the clockwise turn.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Similarity {
    pub a: f64,
    pub b: f64,
    pub x: f64,
    pub y: f64,
}

impl Similarity {
    /// Nothing changes.
    pub const NONE: Self = Self {
        a: 1.0,
        b: 0.0,
        x: 0.0,
        y: 0.0,
    };

    /// By scale, clockwise turn in degrees, and where the origin goes.
    pub fn new(scale: f64, degrees: f64, (x, y): (f64, f64)) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self {
            a: scale * cos,
            b: scale * sin,
            x,
            y,
        }
    }

    /// How much larger things are on the other picture.
    pub fn scale(&self) -> f64 {
        self.a.hypot(self.b)
    }

    /// How far things are turned clockwise on the other picture, −180 to 180.
    pub fn degrees(&self) -> f64 {
        self.b.atan2(self.a).to_degrees()
    }

    /// Where a place goes.
    pub fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (
            self.a * x - self.b * y + self.x,
            self.b * x + self.a * y + self.y,
        )
    }

    /// The way back; `None` when everything falls onto one point.
    pub fn back(&self) -> Option<Self> {
        let square = self.a * self.a + self.b * self.b;
        if !(square.is_finite() && square > 1e-12) {
            return None;
        }
        let turn = Self {
            a: self.a / square,
            b: -self.b / square,
            x: 0.0,
            y: 0.0,
        };
        let (x, y) = turn.place((self.x, self.y));
        Some(Self {
            x: -x,
            y: -y,
            ..turn
        })
    }

    /// The same change between pictures of other sizes: `from` and `to` are new pixels for each old pixel, of the first and
    /// of the second picture. Places count from the centre of the first pixel.
    pub fn resized(&self, from: f64, to: f64) -> Self {
        // The centre of the first old pixel lies at (size − 1) / 2 among the new ones.
        let (first, second) = ((from - 1.0) / 2.0, (to - 1.0) / 2.0);
        let turn = Self {
            a: self.a * to / from,
            b: self.b * to / from,
            x: 0.0,
            y: 0.0,
        };
        let (x, y) = turn.place((first, first));
        Self {
            x: self.x * to + second - x,
            y: self.y * to + second - y,
            ..turn
        }
    }

    /// The change that comes nearest to these pairs of places (first picture, second picture): least squares, each pair by
    /// its weight. `None` for fewer than two different places.
    pub fn fit(pairs: impl Iterator<Item = (Place, Place, f64)> + Clone) -> Option<Self> {
        let (mut sum, mut first, mut second) = (0.0, (0.0, 0.0), (0.0, 0.0));
        for ((x, y), (u, v), weight) in pairs.clone() {
            sum += weight;
            first = (first.0 + weight * x, first.1 + weight * y);
            second = (second.0 + weight * u, second.1 + weight * v);
        }
        let first = (first.0 / sum, first.1 / sum);
        let second = (second.0 / sum, second.1 / sum);
        let (mut along, mut across, mut spread) = (0.0, 0.0, 0.0);
        for ((x, y), (u, v), weight) in pairs {
            let (x, y, u, v) = (x - first.0, y - first.1, u - second.0, v - second.1);
            along += weight * (x * u + y * v);
            across += weight * (x * v - y * u);
            spread += weight * (x * x + y * y);
        }
        if !(spread.is_finite() && spread > 1e-9) {
            return None;
        }
        let turn = Self {
            a: along / spread,
            b: across / spread,
            x: 0.0,
            y: 0.0,
        };
        let (x, y) = turn.place(first);
        let found = Self {
            x: second.0 - x,
            y: second.1 - y,
            ..turn
        };
        found.back().map(|_| found)
    }

    /// By hand: the change from two or more places that a person marked on both pictures. Two are met exactly; of more the
    /// squares of what is left over are least.
    pub fn by_hand(marks: &[(Place, Place)]) -> Option<Self> {
        Self::fit(marks.iter().map(|(first, second)| (*first, *second, 1.0)))
    }
}

/// A place on a picture, in pixels: x to the right, y downwards, from the centre of the first pixel.
pub type Place = (f64, f64);
