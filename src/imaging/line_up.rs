//! From how two photos lie to each other to edits that show both in the same frame: crop and straighten, nothing else.

use super::edits::{Edits, MAX_STRAIGHTEN, Rect};
use super::frame::Frame;
use super::measure::{Place, Similarity};
use super::shown::turned;

/// A photo as it was measured: its size upright and whole in pixels, its edits, and the size of the picture of the edited
/// photo that was looked at.
#[derive(Debug, Clone, Copy)]
pub struct Measured<'a> {
    pub size: (u32, u32),
    pub edits: &'a Edits,
    pub look: (u32, u32),
}

/// The edits that show both photos in the largest frame, of the before's shape, that lies wholly within what is shown of
/// either now. The before keeps its angle, the after is turned to it; masks and quarter turns stay. `change` leads from the
/// before's picture to the after's. `None` when the after would have to be turned by more than [`MAX_STRAIGHTEN`], or when
/// nothing that could be shown is common.
pub fn line_up(
    before: &Measured<'_>,
    after: &Measured<'_>,
    change: &Similarity,
) -> Option<(Edits, Edits)> {
    // Quarter turns come first and are taken back at the end.
    let (before_size, before_edits) = turned(before.size, before.edits);
    let (after_size, after_edits) = turned(after.size, after.edits);
    let (first, second) = (
        Frame::new(before_size, &before_edits),
        Frame::new(after_size, &after_edits),
    );
    let change = between_frames(&first, &second, change, (before.look, after.look));
    let straighten = f64::from(after_edits.straighten) - change.degrees();
    if straighten.abs() > f64::from(MAX_STRAIGHTEN) {
        return None;
    }
    let back = change.back()?;
    let shown = corners(&second).map(|corner| back.place(corner));
    let (centre, scale) = largest(
        &[corners(&first), shown],
        (first.part.width(), first.part.height()),
    )?;
    let size = (first.part.width() * scale, first.part.height() * scale);
    let crop = fraction(
        (centre.0 - size.0 / 2.0, centre.1 - size.1 / 2.0),
        size,
        before_size,
    );

    // The after photo is turned about its own centre, so that its frame lies along the before's.
    let middle = (f64::from(after_size.0) / 2.0, f64::from(after_size.1) / 2.0);
    let turn = Similarity::new(1.0, -change.degrees(), (0.0, 0.0));
    let (x, y) = change.place(centre);
    let (x, y) = turn.place((x - middle.0, y - middle.1));
    let grown = (size.0 * change.scale(), size.1 * change.scale());
    let corner = (middle.0 + x - grown.0 / 2.0, middle.1 + y - grown.1 / 2.0);
    let (one, other) = (
        Edits {
            crop: Some(crop),
            ..before_edits
        },
        Edits {
            crop: Some(fraction(corner, grown, after_size)),
            straighten: straighten as f32,
            ..after_edits
        },
    );
    let (one, other) = (
        one.before_turns(before.edits.turns),
        other.before_turns(after.edits.turns),
    );
    (one.validate().is_ok() && other.validate().is_ok()).then_some((one, other))
}

/// The change between pixels of the whole photos as their present edits turn them, counted from their corners.
fn between_frames(
    first: &Frame,
    second: &Frame,
    change: &Similarity,
    (from, to): ((u32, u32), (u32, u32)),
) -> Similarity {
    let half = |change: Similarity| {
        // From centres of pixels to their corners.
        let (x, y) = change.place((-0.5, -0.5));
        Similarity {
            x: x + 0.5,
            y: y + 0.5,
            ..change
        }
    };
    let larger = |frame: &Frame, look: (u32, u32)| frame.part.width() / f64::from(look.0.max(1));
    let change = half(change.resized(larger(first, from), larger(second, to)));
    let (x, y) = change.place((-first.part.left, -first.part.top));
    Similarity {
        x: x + second.part.left,
        y: y + second.part.top,
        ..change
    }
}

fn corners(frame: &Frame) -> [Place; 4] {
    let part = &frame.part;
    [
        (part.left, part.top),
        (part.right, part.top),
        (part.right, part.bottom),
        (part.left, part.bottom),
    ]
}

fn fraction((left, top): Place, (width, height): (f64, f64), size: (u32, u32)) -> Rect {
    let (whole_width, whole_height) = (f64::from(size.0), f64::from(size.1));
    let inside = |start: f64| start.max(0.0);
    let (x, y) = (inside(left / whole_width), inside(top / whole_height));
    Rect {
        x,
        y,
        width: (width / whole_width).min(1.0 - x),
        height: (height / whole_height).min(1.0 - y),
    }
}

/// The largest rectangle of this shape, along the axes, within all of these convex shapes: its centre, and its size as a part
/// of the shape given. Each side of a shape is a limit that is linear in the three unknowns, so the best lies where three
/// limits meet: all meetings are tried.
fn largest(shapes: &[[Place; 4]; 2], (width, height): (f64, f64)) -> Option<(Place, f64)> {
    let mut limits: Vec<[f64; 4]> = shapes
        .iter()
        .flat_map(|shape| sides(shape, (width, height)))
        .collect();
    limits.push([0.0, 0.0, 1.0, 1.0]);
    let fits = |[x, y, scale]: [f64; 3]| {
        let slack = (width + height) * 1e-9;
        limits
            .iter()
            .all(|[a, b, c, most]| a * x + b * y + c * scale <= most + slack)
    };
    let mut best: Option<[f64; 3]> = None;
    for i in 0..limits.len() {
        for j in i + 1..limits.len() {
            for k in j + 1..limits.len() {
                let meet = meeting([limits[i], limits[j], limits[k]]).filter(|found| fits(*found));
                if let Some(found) = meet
                    && best.is_none_or(|best| found[2] > best[2])
                {
                    best = Some(found);
                }
            }
        }
    }
    best.filter(|[_, _, scale]| *scale > 0.0)
        .map(|[x, y, scale]| ((x, y), scale))
}

/// How far the centre and size of a rectangle may go towards each side: `a·x + b·y + c·scale ≤ most`.
fn sides(shape: &[Place; 4], (width, height): (f64, f64)) -> [[f64; 4]; 4] {
    let middle = shape
        .iter()
        .fold((0.0, 0.0), |sum, p| (sum.0 + p.0 / 4.0, sum.1 + p.1 / 4.0));
    std::array::from_fn(|i| {
        let ((x, y), (u, v)) = (shape[i], shape[(i + 1) % 4]);
        let length = (u - x).hypot(v - y).max(1e-9);
        let (mut a, mut b) = ((v - y) / length, (x - u) / length);
        if a * (middle.0 - x) + b * (middle.1 - y) > 0.0 {
            (a, b) = (-a, -b);
        }
        [
            a,
            b,
            (a.abs() * width + b.abs() * height) / 2.0,
            a * x + b * y,
        ]
    })
}

/// Where three limits are met exactly (Cramer's rule).
fn meeting(limits: [[f64; 4]; 3]) -> Option<[f64; 3]> {
    let column = |i: usize| limits.map(|limit| limit[i]);
    let determinant = |[a, b, c]: [[f64; 3]; 3]| {
        a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1])
            + c[0] * (a[1] * b[2] - a[2] * b[1])
    };
    let (x, y, scale, most) = (column(0), column(1), column(2), column(3));
    let all = determinant([x, y, scale]);
    if all.abs() < 1e-9 {
        return None;
    }
    Some([
        determinant([most, y, scale]) / all,
        determinant([x, most, scale]) / all,
        determinant([x, y, most]) / all,
    ])
}
