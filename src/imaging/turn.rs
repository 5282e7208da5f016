//! Samples a picture along turned lines (bicubic), for straightening.

use super::pixels::Pixels;

/// Where the pixels of the result lie in the source: origin, step to the right, step down. All in pixels of the source,
/// measured from the corner of its first pixel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines {
    pub origin: (f64, f64),
    pub right: (f64, f64),
    pub down: (f64, f64),
}

/// The result in the given size. Beyond the edge of the source its last pixels go on.
pub(super) fn sample(source: &Pixels, lines: &Lines, (width, height): (u32, u32)) -> Pixels {
    let mut result = Pixels::black(width, height);
    for (y, row) in result.data.chunks_exact_mut(width as usize * 3).enumerate() {
        for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
            let (across, down) = (x as f64 + 0.5, y as f64 + 0.5);
            let place = (
                lines.origin.0 + across * lines.right.0 + down * lines.down.0 - 0.5,
                lines.origin.1 + across * lines.right.1 + down * lines.down.1 - 0.5,
            );
            pixel.copy_from_slice(&bicubic(source, place));
        }
    }
    result
}

fn bicubic(source: &Pixels, (x, y): (f64, f64)) -> [u8; 3] {
    let (column, row) = (x.floor(), y.floor());
    let (across, down) = (weights((x - column) as f32), weights((y - row) as f32));
    let columns = nearest_four(column as i64, source.width);
    let rows = nearest_four(row as i64, source.height);
    let mut sum = [0.0_f32; 3];
    for (row, row_weight) in rows.into_iter().zip(down) {
        let line = &source.data[row * source.row_bytes()..];
        for (column, column_weight) in columns.into_iter().zip(across) {
            let weight = row_weight * column_weight;
            let pixel = &line[column * 3..column * 3 + 3];
            sum[0] += weight * f32::from(pixel[0]);
            sum[1] += weight * f32::from(pixel[1]);
            sum[2] += weight * f32::from(pixel[2]);
        }
    }
    sum.map(|value| (value + 0.5).clamp(0.0, 255.0) as u8)
}

/// Catmull-Rom: passes through the samples, so that an edge stays as sharp as it was.
fn weights(t: f32) -> [f32; 4] {
    let (t2, t3) = (t * t, t * t * t);
    [
        -0.5 * t + t2 - 0.5 * t3,
        1.0 - 2.5 * t2 + 1.5 * t3,
        0.5 * t + 2.0 * t2 - 1.5 * t3,
        -0.5 * t2 + 0.5 * t3,
    ]
}

fn nearest_four(start: i64, length: u32) -> [usize; 4] {
    [-1, 0, 1, 2].map(|offset| (start + offset).clamp(0, i64::from(length) - 1) as usize)
}
