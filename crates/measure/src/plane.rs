//! One channel of a picture as numbers, with the few filters that measures need.

use super::Picture;

/// `data` holds `width * height` numbers, rows from the top. The centre of the first pixel lies at (0, 0).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plane {
    pub width: usize,
    pub height: usize,
    pub data: Vec<f32>,
}

impl Plane {
    pub fn new(width: usize, height: usize, data: Vec<f32>) -> Self {
        Self {
            width,
            height,
            data,
        }
    }

    /// Brightness as the eye grades it, 0 to 255: Rec. 601 luma of the encoded values.
    pub fn luma(picture: &Picture) -> Self {
        let luma =
            |p: &[u8]| 0.299 * f32::from(p[0]) + 0.587 * f32::from(p[1]) + 0.114 * f32::from(p[2]);
        let data = picture.rgb().chunks_exact(3).map(luma).collect();
        Self::new(picture.width() as usize, picture.height() as usize, data)
    }

    pub fn at(&self, x: usize, y: usize) -> f32 {
        self.data[y * self.width + x]
    }

    /// Between pixels (bilinear); `None` outside the centres of the outermost pixels.
    pub fn between(&self, (x, y): (f64, f64)) -> Option<f32> {
        let (right, bottom) = ((self.width - 1) as f64, (self.height - 1) as f64);
        if !(x >= 0.0 && y >= 0.0 && x <= right && y <= bottom) {
            return None;
        }
        let (column, row) = (x as usize, y as usize);
        let (next, below) = (
            (column + 1).min(self.width - 1),
            (row + 1).min(self.height - 1),
        );
        let (u, v) = ((x - column as f64) as f32, (y - row as f64) as f32);
        let upper = self.at(column, row) * (1.0 - u) + self.at(next, row) * u;
        let lower = self.at(column, below) * (1.0 - u) + self.at(next, below) * u;
        Some(upper * (1.0 - v) + lower * v)
    }

    /// Softened by a Gaussian of this standard deviation, in pixels. Beyond the edge its last pixels go on.
    pub fn blurred(&self, sigma: f32) -> Self {
        let reach = (sigma * 3.0).ceil().max(1.0) as usize;
        let mut kernel: Vec<f32> = (0..=reach)
            .map(|i| (-0.5 * (i as f32 / sigma).powi(2)).exp())
            .collect();
        let sum = kernel[0] + 2.0 * kernel[1..].iter().sum::<f32>();
        kernel.iter_mut().for_each(|weight| *weight /= sum);
        let mut rows = self.data.clone();
        let mut line = vec![0.0; self.width + 2 * reach];
        for row in rows.chunks_exact_mut(self.width) {
            pad(&mut line, row, reach);
            add_up(row, &line, &kernel);
        }
        Self::new(self.width, self.height, self.columns(&rows, &kernel))
    }

    /// The second half of a separable filter, a whole row at a time.
    fn columns(&self, rows: &[f32], kernel: &[f32]) -> Vec<f32> {
        let last = self.height as isize - 1;
        let row = |y: isize| {
            let y = y.clamp(0, last) as usize;
            &rows[y * self.width..(y + 1) * self.width]
        };
        let mut result = vec![0.0; rows.len()];
        for (y, target) in result.chunks_exact_mut(self.width).enumerate() {
            let y = y as isize;
            for (value, centre) in target.iter_mut().zip(row(y)) {
                *value = kernel[0] * centre;
            }
            for (i, weight) in kernel.iter().enumerate().skip(1) {
                let (above, below) = (row(y - i as isize), row(y + i as isize));
                for ((value, a), b) in target.iter_mut().zip(above).zip(below) {
                    *value += weight * (a + b);
                }
            }
        }
        result
    }

    /// A picture of another size: each pixel is the mean of what it covers when smaller, in between when larger.
    pub fn resized(&self, width: usize, height: usize) -> Self {
        let across = weights(self.width, width);
        let down = weights(self.height, height);
        let mut narrow = Vec::with_capacity(width * self.height);
        for row in self.data.chunks_exact(self.width) {
            for (first, parts) in &across {
                let sum = |s: f32, (part, value): (&f32, &f32)| s + part * value;
                narrow.push(parts.iter().zip(&row[*first..]).fold(0.0, sum));
            }
        }
        let mut data = vec![0.0; width * height];
        for (target, (first, parts)) in data.chunks_exact_mut(width).zip(&down) {
            for (part, row) in parts
                .iter()
                .zip(narrow[first * width..].chunks_exact(width))
            {
                for (value, from) in target.iter_mut().zip(row) {
                    *value += part * from;
                }
            }
        }
        Self::new(width, height, data)
    }
}

fn pad(line: &mut [f32], row: &[f32], reach: usize) {
    line[reach..reach + row.len()].copy_from_slice(row);
    line[..reach].fill(row[0]);
    line[reach + row.len()..].fill(row[row.len() - 1]);
}

fn add_up(row: &mut [f32], line: &[f32], kernel: &[f32]) {
    let reach = kernel.len() - 1;
    for (x, value) in row.iter_mut().enumerate() {
        let centre = x + reach;
        let mut sum = kernel[0] * line[centre];
        for (i, weight) in kernel.iter().enumerate().skip(1) {
            sum += weight * (line[centre - i] + line[centre + i]);
        }
        *value = sum;
    }
}

/// For each new pixel the first old one that it covers and the parts of it and those after it; they add up to one.
fn weights(from: usize, to: usize) -> Vec<(usize, Vec<f32>)> {
    let step = from as f32 / to as f32;
    (0..to)
        .map(|i| {
            if step <= 1.0 {
                let place = ((i as f32 + 0.5) * step - 0.5).clamp(0.0, (from - 1) as f32);
                let (first, rest) = (place as usize, place.fract());
                return match rest {
                    0.0 => (first, vec![1.0]),
                    _ => (first, vec![1.0 - rest, rest]),
                };
            }
            let (start, end) = (i as f32 * step, (i + 1) as f32 * step);
            let first = start as usize;
            let last = (end.ceil() as usize).min(from);
            let part = |p: usize| ((p + 1) as f32).min(end) - (p as f32).max(start);
            (first, (first..last).map(|p| part(p) / step).collect())
        })
        .collect()
}
