//! Cuts the shown part out of the decoded photo, turns it and shrinks it to the widest rendition.

use super::Refusal;
use super::colour::ToSrgb;
use super::decode::Decoded;
use super::frame::Frame;
use super::orientation::Orientation;
use super::pixels::{Area, Pixels};
use super::resize::resize_part;
use super::turn::{Lines, sample};

/// The shown part in the given size, upright, in sRGB. Colours and orientation follow on the small picture, where they
/// cost a fraction.
pub(super) fn cut(
    decoded: Decoded,
    frame: &Frame,
    orientation: Orientation,
    stored: (u32, u32),
    to_srgb: &ToSrgb,
    size: (u32, u32),
) -> Result<Pixels, Refusal> {
    let stored = (f64::from(stored.0), f64::from(stored.1));
    let scale = 1.0 / f64::from(decoded.divisor);
    let mut picture = if frame.is_turned() {
        // From a point of the widest rendition to one of the decoded photo.
        let place = |x: f64, y: f64| {
            let in_frame = (
                frame.part.left + x * frame.part.width() / f64::from(size.0),
                frame.part.top + y * frame.part.height() / f64::from(size.1),
            );
            let (x, y) = orientation.point_to_stored(frame.point_on_photo(in_frame), stored);
            (x * scale, y * scale)
        };
        turned(decoded.pixels, place, size)?
    } else {
        let part = orientation
            .area_to_stored(&frame.part, stored)
            .scaled(scale);
        let stored_way = resize_part(&decoded.pixels, &part, orientation.turned(size))?;
        drop(decoded);
        orientation.show(stored_way)
    };
    to_srgb.apply(&mut picture)?;
    Ok(picture)
}

/// Shrinks the rectangle around the turned part to about the size wanted and samples that along the turned lines.
fn turned(
    decoded: Pixels,
    place: impl Fn(f64, f64) -> (f64, f64),
    size: (u32, u32),
) -> Result<Pixels, Refusal> {
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    let (origin, right, down) = (place(0.0, 0.0), place(width, 0.0), place(0.0, height));
    let step = |to: (f64, f64), steps: f64| ((to.0 - origin.0) / steps, (to.1 - origin.1) / steps);
    let (right, down) = (step(right, width), step(down, height));
    let shrink = (1.0 / right.0.hypot(right.1)).min(1.0);

    let corners = [
        origin,
        place(width, 0.0),
        place(0.0, height),
        place(width, height),
    ];
    let around = whole_pixels_around(corners, 4.0 / shrink, (decoded.width, decoded.height));
    let side = |length: f64| (length * shrink).ceil().max(1.0);
    let (small_width, small_height) = (side(around.width()), side(around.height()));
    let small = resize_part(&decoded, &around, (small_width as u32, small_height as u32))?;
    drop(decoded);

    let ratio = (small_width / around.width(), small_height / around.height());
    let scaled = |(x, y): (f64, f64)| (x * ratio.0, y * ratio.1);
    let lines = Lines {
        origin: scaled((origin.0 - around.left, origin.1 - around.top)),
        right: scaled(right),
        down: scaled(down),
    };
    Ok(sample(&small, &lines, size))
}

fn whole_pixels_around(points: [(f64, f64); 4], margin: f64, (width, height): (u32, u32)) -> Area {
    let least = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).fold(0.0, f64::max);
    let (left, top) = (
        least(|point| point.0) - margin,
        least(|point| point.1) - margin,
    );
    let (right, bottom) = (
        most(|point| point.0) + margin,
        most(|point| point.1) + margin,
    );
    Area {
        left: left.floor().clamp(0.0, f64::from(width - 1)),
        top: top.floor().clamp(0.0, f64::from(height - 1)),
        right: right.ceil().min(f64::from(width)),
        bottom: bottom.ceil().min(f64::from(height)),
    }
}
