//! Long hair where it hangs: a soft sheet from the temples round the back, with its strands.

use super::Head;
use super::brush::Brush;
use super::grid::{Grid, Place};
use super::noise::{Rng, noise};
use super::shape::{DEGREES_PER_CM, SKULL, Shape};
use super::skin::{encode, hair};
use super::vector::{V3, mix, smooth, v3};

const AROUND: usize = 160;
const DOWN: usize = 90;
/// Centimetres above the ear's opening.
const TOP: f32 = 9.0;

/// In the body's coordinates; columns from the left temple round the back to the right one, rows upwards.
pub(super) fn curtain(head: &Head, shape: &Shape) -> Grid {
    let mut rng = Rng::new(head.seed, 41);
    let seed = v3(rng.unit(), rng.unit(), rng.unit()) * 40.0;
    let end = -15.5 + 2.0 * rng.signed();
    Grid::new(AROUND, DOWN, false, |col, row| {
        let u = col as f32 / (AROUND - 1) as f32;
        let end = end + 0.9 * noise(v3(u * 34.0, 0.0, 9.0) + seed);
        let y = mix(end, TOP, row as f32 / (DOWN - 1) as f32);
        let open = opening(y).to_radians();
        let longitude = mix(open, std::f32::consts::TAU - open, u);
        let edge = (u.min(1.0 - u) * (360.0 - 2.0 * opening(y))).min(90.0);
        // On the skull down to the ears, then it hangs from the widest place.
        let on_head = |y: f32| shape.point(longitude, latitude(y, shape, longitude));
        let widest = on_head(y.max(2.2));
        let hang = smooth(2.2, -9.0, y);
        let locks = noise(v3(u * 26.0, y * 0.16, 2.0) + seed)
            + 0.5 * noise(v3(u * 60.0, y * 0.22, 5.0) + seed);
        let thick = mix(0.15, 1.35, smooth(0.0, 16.0, edge))
            * mix(0.6, 1.0, smooth(TOP, 3.5, y))
            * mix(0.9, 1.15, hang)
            + 0.32 * locks * smooth(5.5, -4.0, y);
        let over_shoulder =
            mix(0.7, 0.22, smooth(-0.6, 0.3, longitude.cos())) * (-10.5 - y).max(0.0);
        let out = v3(widest.x - SKULL.x, 0.0, widest.z - SKULL.z);
        let reach = out.length();
        let p = out * (1.0 + 0.03 * hang + (thick + over_shoulder) / reach);
        v3(p.x + SKULL.x, y, p.z + SKULL.z)
    })
}

/// Degrees from the middle of the face to the edge of the hair.
fn opening(y: f32) -> f32 {
    let temple = mix(56.0, 66.0, smooth(6.5, 1.0, y));
    mix(temple, 42.0, smooth(-2.0, -14.0, y))
}

fn latitude(y: f32, shape: &Shape, longitude: f32) -> f32 {
    if y < SKULL.y {
        return (y - SKULL.y) * DEGREES_PER_CM;
    }
    // The latitude at which the skull reaches this height, found in two steps.
    let mut latitude = (y - SKULL.y) * 6.2;
    for _ in 0..2 {
        latitude += (y - shape.point(longitude, latitude).y) * 6.2;
    }
    latitude
}

/// Strands down the sheet.
pub(super) fn strands(brush: &mut Brush, sheet: &Grid) {
    let mut rng = Rng::new(brush.head.seed, 42);
    let colour = hair(brush.head.hair);
    for _ in 0..5200 {
        let col = rng.unit() * (AROUND - 1) as f32;
        let mut row = rng.between(0.12, 1.0) * (DOWN - 1) as f32;
        let (tint, width) = (rng.unit(), rng.between(1.3, 2.6));
        let tint = mix(0.55, 1.75, tint * tint);
        let sway = rng.signed() * 0.9;
        let lift = rng.between(0.02, 0.14);
        for _ in 0..2 {
            let at = |row: f32, shift: f32| {
                let place = Place::new(sheet, col + shift, row);
                let normal = place.of(&sheet.normals);
                (
                    place.of(&sheet.points) + normal * lift,
                    normal,
                    place.of(&sheet.light),
                )
            };
            let long = rng.between(11.0, 19.0);
            let (from, normal, light) = at(row, 0.0);
            if normal.z < -0.35 {
                break;
            }
            let (over, _, _) = at(row - long * 0.5, sway * 0.5);
            let (to, _, _) = at(row - long, sway);
            let along = (to - from).unit();
            let shade = brush.sheen(colour, light, along, normal, tint);
            brush.hair([from, over, to], width, encode(shade), 0.75);
            row -= long * 0.85;
            if row < 6.0 {
                break;
            }
        }
    }
    ends(brush, sheet, colour, &mut rng);
}

/// Thin ends below the sheet, so that it is not cut off as by a ruler.
fn ends(brush: &mut Brush, sheet: &Grid, colour: V3, rng: &mut Rng) {
    for _ in 0..700 {
        let col = rng.unit() * (AROUND - 1) as f32;
        let row = rng.between(0.0, 5.0);
        let place = Place::new(sheet, col, row);
        let (from, normal) = (place.of(&sheet.points), place.of(&sheet.normals));
        if normal.z < -0.3 {
            continue;
        }
        let length = rng.between(0.8, 2.2);
        let down = brush.camera.turn(v3(0.15 * rng.signed(), -1.0, 0.0));
        let to = from + down * length;
        let shade = brush.sheen(
            colour,
            place.of(&sheet.light),
            down,
            normal,
            rng.between(0.5, 1.4),
        );
        brush.hair([from, from.mix(to, 0.5), to], 2.0, encode(shade), 0.8);
    }
}
