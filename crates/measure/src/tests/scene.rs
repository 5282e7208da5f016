//! A drawn head before a wall, seen by a camera that can be moved, turned, dimmed and put out of focus.

use super::super::plane::Plane;
use super::super::{Picture, Similarity};

/// What is photographed, and how. Places are in pixels of a picture 1024 wide, whatever its own size is.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Scene {
    pub size: (u32, u32),
    /// Which head.
    pub seed: u32,
    /// Which hair grows on its upper part: other hair, other pixels.
    pub hair: u32,
    /// How much of the head's height the hair covers.
    pub hair_part: f64,
    /// How this camera sees what a camera that stood still would see.
    pub change: Similarity,
    pub stops: f64,
    /// Factors of red, green and blue light.
    pub light: [f64; 3],
    pub wall: [f64; 3],
    /// Standard deviation in pixels of the picture.
    pub blur: f32,
    /// The largest error of a pixel, of 255.
    pub noise: f64,
}

impl Scene {
    pub fn new(seed: u32) -> Self {
        Self {
            size: (320, 240),
            seed,
            hair: seed,
            hair_part: 0.35,
            change: Similarity::NONE,
            stops: 0.0,
            light: [1.0; 3],
            wall: [0.30, 0.31, 0.33],
            blur: 0.0,
            noise: 2.0,
        }
    }

    pub fn photo(&self) -> Picture {
        let (width, height) = self.size;
        let unit = 1024.0 / f64::from(width);
        let back = self.change.back().unwrap();
        let mut channels = vec![Vec::new(); 3];
        for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
            let place = back.place((f64::from(x) * unit, f64::from(y) * unit));
            let colour = self.colour(place);
            for c in 0..3 {
                let light = (colour[c] * self.light[c] * self.stops.exp2()).clamp(0.0, 1.0);
                channels[c].push((light.powf(1.0 / 2.2) * 255.0) as f32);
            }
        }
        let seen = |data: Vec<f32>| {
            let plane = Plane::new(width as usize, height as usize, data);
            if self.blur > 0.0 {
                plane.blurred(self.blur)
            } else {
                plane
            }
        };
        let planes: Vec<Plane> = channels.into_iter().map(seen).collect();
        let all = (0..(width * height) as usize).flat_map(|i| (0..3).map(move |c| (i, c)));
        let grain = |i: usize, c: usize| {
            (hash(i as i64, c as i64, self.seed ^ self.hair.rotate_left(9)) * 2.0 - 1.0)
                * self.noise
        };
        let value = |(i, c): (usize, usize)| {
            (f64::from(planes[c].data[i]) + grain(i, c))
                .round()
                .clamp(0.0, 255.0) as u8
        };
        Picture::from_rgb(width, height, all.map(value).collect()).unwrap()
    }

    /// Linear light.
    fn colour(&self, (x, y): (f64, f64)) -> [f64; 3] {
        let (across, down) = ((x - 512.0) / 300.0, (y - 400.0) / 340.0);
        let round = across * across + down * down;
        let shade = 1.0 - 0.25 * round;
        if round > 1.0 {
            let falls_off = 1.0 - 0.1 * (x / 1024.0);
            return self.wall.map(|wall| wall * falls_off);
        }
        // Skin with blotches, pores and moles of all sizes, as it looks when lit from the side.
        let mut skin = 0.0;
        for (step, size) in [96.0, 41.0, 19.0, 11.0].into_iter().enumerate() {
            skin += (smooth(x / size, y / size, self.seed + step as u32) - 0.5) * 0.35;
        }
        let mole = smooth(x / 27.0, y / 27.0, self.seed + 77);
        let dark = if mole > 0.82 { 0.45 } else { 1.0 };
        let hair = down < -1.0 + 2.0 * self.hair_part;
        if hair {
            let strand = smooth(x / 9.0 + y / 30.0, y / 60.0, self.hair + 1000)
                + smooth(x / 23.0, y / 19.0, self.hair + 2000);
            let depth = 0.03 + 0.05 * strand;
            return [depth, depth * 0.8, depth * 0.65];
        }
        let bright = (0.45 * shade * (1.0 + skin) * dark).max(0.01);
        [bright, bright * 0.66, bright * 0.5]
    }
}

/// Between 0 and 1, the same for the same numbers.
fn hash(x: i64, y: i64, seed: u32) -> f64 {
    let mut n = (x as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ (y as u64).wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
        ^ u64::from(seed).wrapping_mul(0x1656_67B1_9E37_79F9);
    n = (n ^ (n >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    n = (n ^ (n >> 32)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((n ^ (n >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// Hashes of the corners around a place, with smooth ways between them.
fn smooth(x: f64, y: f64, seed: u32) -> f64 {
    let (column, row) = (x.floor(), y.floor());
    let ease = |t: f64| t * t * (3.0 - 2.0 * t);
    let (u, v) = (ease(x - column), ease(y - row));
    let (column, row) = (column as i64, row as i64);
    let upper = hash(column, row, seed) * (1.0 - u) + hash(column + 1, row, seed) * u;
    let lower = hash(column, row + 1, seed) * (1.0 - u) + hash(column + 1, row + 1, seed) * u;
    upper * (1.0 - v) + lower * v
}
