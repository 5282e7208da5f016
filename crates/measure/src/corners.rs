//! Places of a picture that can be found again on another one.

use super::plane::Plane;

/// The longer side of the picture in which corners are looked for, in pixels.
const SIDE: f64 = 640.0;
/// Each layer is this much smaller than the one before, so that what was nearer to one camera meets what was not.
const STEP: f64 = 1.26;
/// How many layers there are.
const LAYERS: usize = 6;
/// The strongest corners of each cell are kept, so that they lie all over the picture. Pixels of a layer.
const CELL: usize = 20;
const PER_CELL: usize = 2;
/// Corners this near to the border of their layer can't be described.
pub(super) const MARGIN: usize = 20;
/// The smaller eigenvalue (brightness² of 255²) of what is a corner and not noise.
const LEAST: f32 = 1.0;

/// A picture in several sizes, each softened for description.
pub(super) struct Layers {
    pub layers: Vec<Layer>,
    /// Pixels of the largest layer for each pixel of the picture.
    pub factor: f64,
}

pub(super) struct Layer {
    pub soft: Plane,
    /// Pixels of this layer for each pixel of the largest.
    pub factor: f64,
    pub corners: Vec<(usize, usize)>,
}

impl Layers {
    pub fn of(luma: &Plane) -> Self {
        let longer = luma.width.max(luma.height) as f64;
        let factor = (SIDE / longer).min(1.0);
        let mut layers: Vec<Layer> = Vec::new();
        for number in 0..LAYERS {
            let shrink = STEP.powi(number as i32);
            let side = |length: usize| (length as f64 * factor / shrink).round() as usize;
            let (width, height) = (side(luma.width), side(luma.height));
            if width.min(height) < 2 * MARGIN + CELL {
                break;
            }
            let plane = luma.resized(width, height);
            layers.push(Layer {
                corners: corners(&plane.blurred(1.0)),
                soft: plane.blurred(1.6),
                factor: 1.0 / shrink,
            });
        }
        Self { layers, factor }
    }
}

impl Layer {
    /// A place of this layer among the pixels of the largest one.
    pub fn on_largest(&self, (x, y): (usize, usize)) -> (f64, f64) {
        let place = |at: usize| (at as f64 + 0.5) / self.factor - 0.5;
        (place(x), place(y))
    }
}

/// Local maxima of the smaller eigenvalue of the structure tensor (Shi and Tomasi 1994), the strongest of each cell.
fn corners(plane: &Plane) -> Vec<(usize, usize)> {
    let strength = strength(plane);
    let mut found = Vec::new();
    let (right, bottom) = (plane.width - MARGIN, plane.height - MARGIN);
    for top in (MARGIN..bottom).step_by(CELL) {
        for left in (MARGIN..right).step_by(CELL) {
            let mut cell: Vec<(f32, (usize, usize))> = Vec::new();
            for y in top..(top + CELL).min(bottom) {
                for x in left..(left + CELL).min(right) {
                    let here = strength.at(x, y);
                    if here > LEAST && is_highest(&strength, (x, y)) {
                        cell.push((here, (x, y)));
                    }
                }
            }
            cell.sort_by(|one, other| other.0.total_cmp(&one.0));
            found.extend(cell.into_iter().take(PER_CELL).map(|(_, place)| place));
        }
    }
    found
}

fn is_highest(strength: &Plane, (x, y): (usize, usize)) -> bool {
    let here = strength.at(x, y);
    let around = (y - 2..=y + 2).flat_map(|v| (x - 2..=x + 2).map(move |u| (u, v)));
    around.filter(|place| *place != (x, y)).all(|(u, v)| {
        let there = strength.at(u, v);
        // Of equals the first one counts.
        here > there || (here == there && (v, u) > (y, x))
    })
}

fn strength(plane: &Plane) -> Plane {
    let (width, height) = (plane.width, plane.height);
    let mut products = [(); 3].map(|()| vec![0.0; width * height]);
    for y in 1..height - 1 {
        for x in 1..width - 1 {
            let across = (plane.at(x + 1, y) - plane.at(x - 1, y)) / 2.0;
            let down = (plane.at(x, y + 1) - plane.at(x, y - 1)) / 2.0;
            let place = y * width + x;
            products[0][place] = across * across;
            products[1][place] = down * down;
            products[2][place] = across * down;
        }
    }
    let [xx, yy, xy] = products.map(|data| Plane::new(width, height, data).blurred(1.8).data);
    let smaller = |((xx, yy), xy): ((f32, f32), f32)| {
        (xx + yy) / 2.0 - ((xx - yy) * (xx - yy) / 4.0 + xy * xy).sqrt()
    };
    let data = xx.into_iter().zip(yy).zip(xy).map(smaller).collect();
    Plane::new(width, height, data)
}
