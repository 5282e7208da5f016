//! The picture itself: triangles with depth, fine strokes and dots upon them.

use super::camera::{Camera, HEIGHT, WIDTH};
use super::grid::Grid;
use super::vector::V3;

/// How far (centimetres) under a surface a hair or dot on it may seem to lie.
const NEARER: f32 = 0.3;

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
        let steps = [step1, step2, -step1 - step2];
        let inverses = steps.map(|step| if step == 0.0 { 0.0 } else { 1.0 / step });
        let (first, last) = (up(left), right as usize);
        if last < first {
            return;
        }
        for y in up(top)..=bottom as usize {
            let (dx, dy) = (first as f32 - p[0].x, y as f32 - p[0].y);
            let w1 = (dx * (p[2].y - p[0].y) - dy * (p[2].x - p[0].x)) * inverse;
            let w2 = (dy * (p[1].x - p[0].x) - dx * (p[1].y - p[0].y)) * inverse;
            // The pixels of this row that lie inside all three edges.
            let (mut from, mut to) = (0.0_f32, (last - first) as f32);
            for ((w, step), inverse) in [w1, w2, 1.0 - w1 - w2].into_iter().zip(steps).zip(inverses)
            {
                let crossing = (-1e-4 - w) * inverse;
                if step > 0.0 {
                    from = from.max(crossing);
                } else if step < 0.0 {
                    to = to.min(crossing);
                } else if w < -1e-4 {
                    to = -1.0;
                }
            }
            if to < from {
                continue;
            }
            let skipped = up(from);
            let along = skipped as f32;
            let (w1, w2) = (w1 + step1 * along, w2 + step2 * along);
            let mut colour = c[0] + dc1 * w1 + dc2 * w2;
            let mut depth = p[0].z + dz1 * w1 + dz2 * w2;
            for at in y * WIDTH + first + skipped..=y * WIDTH + first + to as usize {
                if depth > self.depth[at] {
                    self.depth[at] = depth;
                    let pixel = &mut self.rgb[at * 3..at * 3 + 3];
                    pixel[0] = colour.x as u8;
                    pixel[1] = colour.y as u8;
                    pixel[2] = colour.z as u8;
                }
                colour = colour + colour_step;
                depth += depth_step;
            }
        }
    }

    /// A soft dot; `radius` in pixels, hidden where something is nearer.
    pub fn dot(&mut self, at: V3, radius: f32, colour: V3, strength: f32) {
        let reach = radius + 0.7;
        let inside = at.x > reach
            && at.y > reach
            && at.x + reach < WIDTH as f32 - 1.0
            && at.y + reach < HEIGHT as f32 - 1.0;
        if !inside || at.z + NEARER < self.depth[at.y as usize * WIDTH + at.x as usize] {
            return;
        }
        for y in up(at.y - reach)..=(at.y + reach) as usize {
            for x in up(at.x - reach)..=(at.x + reach) as usize {
                let (dx, dy) = (x as f32 - at.x, y as f32 - at.y);
                let cover = (reach - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.4) / 1.4;
                if cover > 0.0 {
                    self.blend(y * WIDTH + x, colour, (cover * strength * 256.0) as i32);
                }
            }
        }
    }

    /// A hair along a curve through `from` bending at `over` to `to`, thin at its end; `width` in pixels.
    pub fn stroke(&mut self, [from, over, to]: [V3; 3], width: f32, colour: V3, strength: f32) {
        let major = |d: V3| d.x.abs().max(d.y.abs());
        let length = major(to - from).max(0.85 * (major(over - from) + major(to - over)));
        let steps = (length as usize + 1).min(900);
        let slope = (to.y - from.y).abs() > (to.x - from.x).abs();
        let (bend, away) = (from - over * 2.0 + to, (over - from) * 2.0);
        let share = 1.0 / steps as f32;
        for step in 0..=steps {
            let t = step as f32 * share;
            let at = from + (away + bend * t) * t;
            let inside =
                at.x > 3.0 && at.y > 3.0 && at.x < WIDTH as f32 - 4.0 && at.y < HEIGHT as f32 - 4.0;
            let (x, y) = (at.x as usize, at.y as usize);
            if !inside || at.z + NEARER < self.depth[y * WIDTH + x] {
                continue;
            }
            // Full in the middle, thin at both ends.
            let half = 0.5 * width * (1.0 - t * t * t) * (0.55 + 0.45 * (t * 4.0).min(1.0));
            let fade = strength * (1.0 - 0.6 * t * t * t * t) * 256.0;
            let along = if slope { at.x } else { at.y };
            let (low, high) = ((along - half - 0.5) as usize, (along + half + 1.5) as usize);
            for place in low..=high {
                let cover = (half + 0.5 - (place as f32 - along).abs()).min(1.0);
                if cover > 0.02 {
                    let (px, py) = if slope {
                        (place, (at.y + 0.5) as usize)
                    } else {
                        ((at.x + 0.5) as usize, place)
                    };
                    self.blend(py * WIDTH + px, colour, (cover * fade) as i32);
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

    /// `share` of 256.
    fn blend(&mut self, at: usize, colour: V3, share: i32) {
        let pixel = &mut self.rgb[at * 3..at * 3 + 3];
        for (old, new) in pixel.iter_mut().zip([colour.x, colour.y, colour.z]) {
            let was = i32::from(*old);
            *old = (was + (((new as i32 - was) * share) >> 8)) as u8;
        }
    }
}

/// The next whole number; for what is not negative.
fn up(value: f32) -> usize {
    let whole = value as usize;
    whole + usize::from(value > whole as f32)
}
