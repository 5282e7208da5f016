//! Chance that is the same every time: a small generator and smooth noise.

use super::vector::V3;

/// SplitMix64.
pub(super) struct Rng(u64);

impl Rng {
    pub fn new(seed: u64, purpose: u64) -> Self {
        let mut rng = Self(seed ^ purpose.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        rng.next();
        rng
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to 1.
    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / 16_777_216.0
    }

    /// From −1 up to 1.
    pub fn signed(&mut self) -> f32 {
        self.unit() * 2.0 - 1.0
    }

    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }
}

fn lattice(x: i32, y: i32, z: i32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x8DA6_B343)
        ^ (y as u32).wrapping_mul(0xD816_3841)
        ^ (z as u32).wrapping_mul(0xCB1A_B31F);
    h = (h ^ (h >> 15)).wrapping_mul(0x2C1B_3C6D);
    h = (h ^ (h >> 12)).wrapping_mul(0x297A_2D39);
    (h >> 8) as f32 / 8_388_608.0 - 1.0
}

/// Smooth noise from −1 to 1, features about one unit wide.
pub(super) fn noise(p: V3) -> f32 {
    let down = |v: f32| v as i32 - i32::from(v < (v as i32) as f32);
    let (ix, iy, iz) = (down(p.x), down(p.y), down(p.z));
    let (fx, fy, fz) = (ix as f32, iy as f32, iz as f32);
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (tx, ty, tz) = (ease(p.x - fx), ease(p.y - fy), ease(p.z - fz));
    let edge = |y: i32, z: i32| {
        let (a, b) = (lattice(ix, y, z), lattice(ix + 1, y, z));
        a + (b - a) * tx
    };
    let face = |z: i32| {
        let (a, b) = (edge(iy, z), edge(iy + 1, z));
        a + (b - a) * ty
    };
    let (near, far) = (face(iz), face(iz + 1));
    near + (far - near) * tz
}
