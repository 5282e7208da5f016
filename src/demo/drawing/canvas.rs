//! The picture itself: triangles with depth, fine strokes and dots upon them.

use super::camera::{Camera, HEIGHT, WIDTH};
use super::grid::Grid;
use super::vector::V3;

pub(super) struct Canvas {
    /// 8-bit RGB, rows from the top.
    pub rgb: Vec<u8>,
    /// Nearness to the camera; the backdrop is infinitely far.
    pub depth: Vec<f32>,
}

impl Canvas {
    pub fn new(rgb: Vec<u8>) -> Self {
        Self {
            rgb,
            depth: vec![f32::NEG_INFINITY; WIDTH * HEIGHT],
        }
    }

    /// Draws a surface by its colours; `two_sided` for leaves such as ears.
    pub fn surface(&mut self, grid: &Grid, camera: &Camera, two_sided: bool) {
        let screen: Vec<V3> = grid.points.iter().map(|p| camera.project(*p)).collect();
        for row in 0..grid.rows - 1 {
            for col in 0..grid.cols - 1 {
                let a = row * grid.cols + col;
                let (b, c, d) = (a + 1, a + grid.cols, a + grid.cols + 1);
                for [i, j, k] in [[a, b, d], [a, d, c]] {
                    self.triangle(
                        [screen[i], screen[j], screen[k]],
                        [grid.colours[i], grid.colours[j], grid.colours[k]],
                        two_sided,
                    );
                }
            }
        }
    }

    fn triangle(&mut self, p: [V3; 3], c: [V3; 3], two_sided: bool) {
        let area = (p[1].x - p[0].x) * (p[2].y - p[0].y) - (p[2].x - p[0].x) * (p[1].y - p[0].y);
        // Rows of pixels go down, so what faces the camera has a negative area.
        if area.abs() < 1e-4 || (area > 0.0 && !two_sided) {
            return;
        }
        let low = |f: fn(&V3) -> f32| p.iter().map(f).fold(f32::INFINITY, f32::min);
        let high = |f: fn(&V3) -> f32| p.iter().map(f).fold(f32::NEG_INFINITY, f32::max);
        let (left, right) = (low(|p| p.x).max(0.0), high(|p| p.x).min(WIDTH as f32 - 1.0));
        let (top, bottom) = (
            low(|p| p.y).max(0.0),
            high(|p| p.y).min(HEIGHT as f32 - 1.0),
        );
        if left > right || top > bottom {
            return;
        }
        let inverse = 1.0 / area;
        // Barycentric shares and their steps along a row.
        let step1 = (p[2].y - p[0].y) * inverse;
        let step2 = -(p[1].y - p[0].y) * inverse;
        let (dc1, dc2) = (c[1] - c[0], c[2] - c[0]);
        let (dz1, dz2) = (p[1].z - p[0].z, p[2].z - p[0].z);
        let colour_step = dc1 * step1 + dc2 * step2;
        let depth_step = dz1 * step1 + dz2 * step2;
        let first = left.ceil() as usize;
        for y in top.ceil() as usize..=bottom as usize {
            let (dx, dy) = (first as f32 - p[0].x, y as f32 - p[0].y);
            let mut w1 = (dx * (p[2].y - p[0].y) - dy * (p[2].x - p[0].x)) * inverse;
            let mut w2 = (dy * (p[1].x - p[0].x) - dx * (p[1].y - p[0].y)) * inverse;
            let mut colour = c[0] + dc1 * w1 + dc2 * w2;
            let mut depth = p[0].z + dz1 * w1 + dz2 * w2;
            for x in first..=right as usize {
                if w1 >= -1e-4 && w2 >= -1e-4 && w1 + w2 <= 1.0002 {
                    let at = y * WIDTH + x;
                    if depth > self.depth[at] {
                        self.depth[at] = depth;
                        let pixel = &mut self.rgb[at * 3..at * 3 + 3];
                        pixel[0] = colour.x as u8;
                        pixel[1] = colour.y as u8;
                        pixel[2] = colour.z as u8;
                    }
                }
                w1 += step1;
                w2 += step2;
                colour = colour + colour_step;
                depth += depth_step;
            }
        }
    }

    /// A soft dot; `radius` in pixels, hidden where something is nearer.
    pub fn dot(&mut self, at: V3, radius: f32, colour: V3, strength: f32) {
        let reach = radius + 0.7;
        let (left, right) = ((at.x - reach).ceil(), (at.x + reach).floor());
        let (top, bottom) = ((at.y - reach).ceil(), (at.y + reach).floor());
        if left < 0.0 || top < 0.0 || right >= WIDTH as f32 || bottom >= HEIGHT as f32 {
            return;
        }
        for y in top as usize..=bottom as usize {
            for x in left as usize..=right as usize {
                let (dx, dy) = (x as f32 - at.x, y as f32 - at.y);
                let cover = (reach - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.4) / 1.4;
                if cover > 0.0 {
                    self.blend(x, y, at.z, colour, cover * strength);
                }
            }
        }
    }

    /// A hair along a curve through `from` bending at `over` to `to`, thin at its end; `width` in pixels.
    pub fn stroke(&mut self, [from, over, to]: [V3; 3], width: f32, colour: V3, strength: f32) {
        let length = (over.x - from.x).abs().max((over.y - from.y).abs())
            + (to.x - over.x).abs().max((to.y - over.y).abs());
        let steps = (length.ceil() as usize).clamp(1, 900);
        let slope = (to.y - from.y).abs() > (to.x - from.x).abs();
        for step in 0..=steps {
            let t = step as f32 / steps as f32;
            let s = 1.0 - t;
            let at = from * (s * s) + over * (2.0 * s * t) + to * (t * t);
            if at.x < 2.0 || at.y < 2.0 || at.x > WIDTH as f32 - 3.0 || at.y > HEIGHT as f32 - 3.0 {
                continue;
            }
            // Full in the middle, thin at both ends.
            let half = 0.5 * width * (1.0 - t * t * t) * (0.55 + 0.45 * (t * 4.0).min(1.0));
            let fade = strength * (1.0 - t.powi(4) * 0.6);
            let (x, y) = (at.x, at.y);
            let along = if slope { x } else { y };
            let (low, high) = ((along - half - 0.5).floor(), (along + half + 0.5).ceil());
            for place in low as usize..=high as usize {
                let cover = (half + 0.5 - (place as f32 - along).abs()).clamp(0.0, 1.0);
                if cover > 0.02 {
                    let (px, py) = if slope {
                        (place, (y + 0.5) as usize)
                    } else {
                        ((x + 0.5) as usize, place)
                    };
                    self.blend(px, py, at.z + 0.35, colour, cover * fade);
                }
            }
        }
    }

    /// Smooths the stairs where something near stands before something far.
    pub fn soften_edges(&mut self) {
        for y in 1..HEIGHT - 1 {
            let line = y * WIDTH;
            for at in line + 1..line + WIDTH - 1 {
                let here = self.depth[at];
                let far = |other: usize| (here - self.depth[other]).abs() > 0.8;
                if far(at + 1) || far(at + WIDTH) || far(at - 1) || far(at - WIDTH) {
                    for channel in 0..3 {
                        let i = at * 3 + channel;
                        let around = [i - 3, i + 3, i - WIDTH * 3, i + WIDTH * 3];
                        let sum: u32 = around.iter().map(|j| u32::from(self.rgb[*j])).sum();
                        self.rgb[i] = ((sum + 2 * u32::from(self.rgb[i])) / 6) as u8;
                    }
                }
            }
        }
    }

    fn blend(&mut self, x: usize, y: usize, near: f32, colour: V3, cover: f32) {
        let at = y * WIDTH + x;
        if near + 0.12 < self.depth[at] {
            return;
        }
        let share = (cover * 256.0) as i32;
        let pixel = &mut self.rgb[at * 3..at * 3 + 3];
        for (old, new) in pixel.iter_mut().zip([colour.x, colour.y, colour.z]) {
            let was = i32::from(*old);
            *old = (was + (((new as i32) - was) * share >> 8)) as u8;
        }
    }
}
