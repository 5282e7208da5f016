//! The wall behind: a soft grey-beige with light in its middle, and the grain over the whole picture.

use super::camera::{HEIGHT, WIDTH};
use super::noise::{Rng, noise};
use super::vector::{V3, v3};

/// Pixels between the points that are worked out.
const STEP: usize = 16;

pub(super) fn wall(warmth: f32) -> Vec<u8> {
    let cols = WIDTH / STEP + 2;
    let rows = HEIGHT / STEP + 2;
    let points: Vec<V3> = (0..rows * cols)
        .map(|i| point(i % cols, i / cols, warmth))
        .collect();
    let mut rgb = vec![0; WIDTH * HEIGHT * 3];
    let mut dither = Rng::new(9, 9);
    let tile: Vec<f32> = (0..1021).map(|_| dither.unit()).collect();
    let mut next = 0;
    for (y, line) in rgb.chunks_exact_mut(WIDTH * 3).enumerate() {
        let (row, down) = (y / STEP, (y % STEP) as f32 / STEP as f32);
        for (x, block) in line.chunks_mut(STEP * 3).enumerate() {
            let i = row * cols + x;
            let left = points[i].mix(points[i + cols], down);
            let right = points[i + 1].mix(points[i + cols + 1], down);
            let step = (right - left) * (1.0 / STEP as f32);
            let mut c = left;
            for pixel in block.chunks_exact_mut(3) {
                next = if next == 1020 { 0 } else { next + 1 };
                let d = tile[next];
                pixel[0] = (c.x + d) as u8;
                pixel[1] = (c.y + d) as u8;
                pixel[2] = (c.z + d) as u8;
                c = c + step;
            }
        }
    }
    rgb
}

fn point(col: usize, row: usize, warmth: f32) -> V3 {
    let x = (col * STEP) as f32 / WIDTH as f32 - 0.47;
    let y = (row * STEP) as f32 / HEIGHT as f32 - 0.40;
    let glow = (-(x * x * 2.6 + y * y * 2.2)).exp();
    let cloud = noise(v3(x * 3.0, y * 3.0, 7.0)) * 2.2 + noise(v3(x * 7.0, y * 6.0, 3.0));
    let grey = 138.0 + 66.0 * glow + cloud;
    v3(grey * (1.0 + warmth), grey * 0.978, grey * (0.94 - warmth))
}

/// Fine grain: breaks up what is too even, and keeps gradients from banding.
pub(super) fn grain(rgb: &mut [u8], seed: u64) {
    let mut rng = Rng::new(seed, 77);
    let tile: Vec<i16> = (0..4096)
        .map(|_| ((rng.signed() + rng.signed() + rng.signed()) * 2.1) as i16)
        .collect();
    for line in rgb.chunks_exact_mut(WIDTH * 3) {
        let from = (rng.unit() * 4096.0) as usize;
        let mut at = from;
        for pixel in line.chunks_exact_mut(3) {
            at = (at + 1) & 4095;
            let d = tile[at];
            for channel in pixel {
                *channel = (i16::from(*channel) + d).clamp(0, 255) as u8;
            }
        }
    }
}
