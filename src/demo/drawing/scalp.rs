//! Where hair grows and where it was lost, and where pigment is set, by longitude and latitude on the scalp.

use super::hairline::{FULL, GIVEN, RECEDED, ROUND, inside};
use super::noise::{Rng, noise};
use super::vector::{V3, smooth, v3};
use super::{Head, Loss, Moment, Sex};

/// Middle of the whorl at the crown: longitude and latitude in degrees.
pub(super) const CROWN: (f32, f32) = (172.0, 60.0);

pub(super) struct Scalp {
    loss: Loss,
    woman: bool,
    part: bool,
    seed: V3,
    treated: bool,
    /// Bare spots: direction, radius in degrees.
    patches: Vec<(V3, f32)>,
}

impl Scalp {
    pub fn new(head: &Head, moment: Moment) -> Self {
        let mut rng = Rng::new(head.seed, 5);
        let seed = v3(rng.unit(), rng.unit(), rng.unit()) * 90.0;
        let places = [
            (148.0, 28.0),
            (-128.0, 18.0),
            (58.0, 44.0),
            (-66.0, 30.0),
            (-28.0, 64.0),
            (172.0, -12.0),
        ];
        let patches = match head.loss {
            Loss::Alopecia => places
                .iter()
                .map(|(longitude, latitude)| {
                    let longitude: f32 = longitude + 14.0 * rng.signed();
                    let latitude = latitude + 8.0 * rng.signed();
                    (
                        direction(longitude.to_radians(), latitude),
                        rng.between(9.0, 16.0),
                    )
                })
                .collect(),
            _ => Vec::new(),
        };
        Self {
            loss: head.loss,
            woman: head.sex == Sex::Female,
            part: head.hair_length == super::HairLength::Long,
            seed,
            treated: moment != Moment::Before,
            patches,
        }
    }

    /// Whether hair could grow here (0 to 1), and how much of it does; longitude in radians, latitude in degrees.
    pub fn hair(&self, longitude: f32, latitude: f32) -> (f32, f32) {
        let d = direction(longitude, latitude);
        let wave = noise(d * 5.0 + self.seed) * 2.0 + noise(d * 14.0 + self.seed) * 1.3;
        let a = longitude.to_degrees().abs();
        let full = self.full(a, latitude + wave, 3.0);
        if full <= 0.0 {
            return (0.0, 0.0);
        }
        (full, full * (1.0 - self.lost(longitude, latitude, d, wave)))
    }

    /// The scalp on which hair can grow at all (0 to 1).
    fn full(&self, a: f32, latitude: f32, edge: f32) -> f32 {
        let line = if self.woman && a < 87.0 {
            &ROUND[..]
        } else {
            &FULL[..]
        };
        inside(line, a, latitude, edge)
    }

    /// How much of a full growth pigment stands for here, where no hair does (0 to 1).
    pub fn pigment(&self, longitude: f32, latitude: f32) -> f32 {
        if !self.treated {
            return 0.0;
        }
        let d = direction(longitude, latitude);
        let a = longitude.to_degrees().abs();
        let fine = noise(d * 22.0 + self.seed) * 1.5 + noise(d * 7.0 + self.seed) * 1.3;
        match self.loss {
            Loss::Receding(_) => {
                let line = if a < 64.0 {
                    inside(&GIVEN, a, latitude + fine, 6.5)
                } else {
                    1.0
                };
                line.min(self.full(a, latitude + fine, 3.5))
            }
            _ => {
                self.full(a, latitude + fine + 1.5, 3.5) * self.treated_area(longitude, latitude, d)
            }
        }
    }

    /// Where pigment is set for other losses than a hairline: there, and a little around (0 to 1).
    fn treated_area(&self, longitude: f32, latitude: f32, d: V3) -> f32 {
        match self.loss {
            Loss::StripScar => smooth(9.0, 4.0, self.off_scar(longitude, latitude)),
            Loss::FueDots => {
                smooth(92.0, 66.0, 180.0 - longitude.to_degrees().abs())
                    * smooth(36.0, 16.0, latitude)
            }
            Loss::Alopecia => self.nearest_patch(d, 5.0),
            Loss::Crown => smooth(
                46.0,
                38.0,
                degrees_between(d, direction(CROWN.0.to_radians(), CROWN.1)),
            ),
            _ => smooth(72.0, 58.0, degrees_between(d, direction(0.0, 80.0))),
        }
    }

    /// 1 inside a bare patch widened by some degrees.
    fn nearest_patch(&self, d: V3, wider: f32) -> f32 {
        let near = |(middle, radius): &(V3, f32)| {
            let edge = radius + wider;
            smooth(edge + 2.0, edge - 2.5, degrees_between(d, *middle))
        };
        self.patches.iter().map(near).fold(0.0, f32::max)
    }

    fn lost(&self, longitude: f32, latitude: f32, d: V3, wave: f32) -> f32 {
        let a = longitude.to_degrees().abs();
        let crown = degrees_between(d, direction(CROWN.0.to_radians(), CROWN.1));
        let disc = |radius: f32| smooth(radius + 7.0, radius - 7.0, crown + wave * 1.6);
        match self.loss {
            Loss::Receding(stage) => {
                let stage = stage.clamp(2, 7);
                let line = &RECEDED[usize::from(stage.min(5) - 2)];
                let front = if a < 69.0 {
                    1.0 - inside(line, a, latitude + wave * 1.5, 7.0)
                } else {
                    0.0
                };
                let top = degrees_between(d, direction(0.0, 72.0)) + wave * 1.4;
                let rest = match stage {
                    2 => 0.0,
                    3 => 0.2 * disc(9.0),
                    4 => disc(17.0).max(0.3 * smooth(52.0, 40.0, top)),
                    5 => disc(25.0).max(0.72 * smooth(56.0, 44.0, top)),
                    6 => smooth(63.0, 53.0, top).max(disc(31.0)),
                    _ => smooth(76.0, 67.0, top).max(disc(45.0)),
                };
                front.max(rest).min(if stage >= 6 { 0.985 } else { 0.965 })
            }
            Loss::Thinning => {
                let top = degrees_between(d, direction(0.0, 80.0));
                let wide = if self.woman { 46.0 } else { 52.0 };
                let mut thin = 0.66 * smooth(wide + 12.0, wide - 22.0, top);
                if self.part {
                    thin = thin.max(0.95 * smooth(2.1, 0.5, self.off_parting(d) + 0.25 * wave));
                }
                (thin + 0.09 * wave * smooth(0.1, 0.4, thin)).clamp(0.0, 0.96)
            }
            Loss::Crown => 0.94 * smooth(35.0, 13.0, crown + wave * 2.2),
            Loss::StripScar => 0.97 * smooth(1.5, 0.8, self.off_scar(longitude, latitude)),
            Loss::FueDots => 0.0,
            Loss::Alopecia => 0.98 * self.nearest_patch(d, -wave),
        }
    }

    /// How much of a scar (0 to 1) the skin is here.
    pub fn scar(&self, longitude: f32, latitude: f32) -> f32 {
        match self.loss {
            Loss::StripScar => smooth(1.15, 0.45, self.off_scar(longitude, latitude)),
            _ => 0.0,
        }
    }

    /// The line a strip was taken from, from ear to ear: distance in degrees.
    fn off_scar(&self, longitude: f32, latitude: f32) -> f32 {
        let back = 180.0 - longitude.to_degrees().abs();
        let side = longitude.signum() * back;
        let line =
            -13.0 + 0.0011 * back * back + 0.7 * noise(v3(side * 0.07, 0.0, 0.0) + self.seed);
        let end = (back - 62.0).max(0.0);
        let narrow = 0.75 + 0.45 * noise(v3(side * 0.11, 3.0, 0.0) + self.seed);
        ((latitude - line).abs() / (narrow * smooth(66.0, 44.0, back).max(0.05))).hypot(end)
    }

    /// Distance from the middle parting, in degrees across; it ends behind the crown.
    pub fn off_parting(&self, d: V3) -> f32 {
        let wander = 0.03 * noise(v3(d.z * 4.0, 0.0, 0.0) + self.seed);
        let across = ((d.x - wander).abs()).asin().to_degrees();
        across + 60.0 * smooth(-0.25, -0.65, d.z)
    }
}

/// A direction from the middle of the skull.
pub(super) fn direction(longitude: f32, latitude: f32) -> V3 {
    let (up, out) = latitude.to_radians().sin_cos();
    let (x, z) = longitude.sin_cos();
    v3(x * out, up, z * out)
}

pub(super) fn degrees_between(a: V3, b: V3) -> f32 {
    a.dot(b).clamp(-1.0, 1.0).acos().to_degrees()
}
