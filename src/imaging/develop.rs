//! From an upload and its edits to the renditions of one level.

use super::colour::ToSrgb;
use super::decode::{Decoded, decode};
use super::encode::encode_all;
use super::frame::Frame;
use super::mask::burn;
use super::orientation::Orientation;
use super::pixels::Pixels;
use super::probe::Header;
use super::resize::{resize, resize_part};
use super::turn::{Lines, sample};
use super::{Edits, Format, Level, Limits, Refusal};

/// The widths of renditions, in pixels; a photo is never enlarged.
pub const WIDTHS: [u32; 5] = [2048, 1600, 1024, 640, 320];

/// One file to store and serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    pub width: u32,
    pub height: u32,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// All files of one photo at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// Of the edited photo at full size, in pixels: what heights and aspect ratios come from.
    pub width: u32,
    /// Of the edited photo at full size, in pixels.
    pub height: u32,
    /// Widest first; of one width in the order in which the formats were asked for.
    pub renditions: Vec<Rendition>,
    /// A placeholder of about 25 bytes, made of the masked pixels.
    pub thumbhash: Vec<u8>,
}

/// Makes the renditions of a photo at a level in the formats asked for: those of [`WIDTHS`] that the edited photo fills,
/// or its own width if it is narrower than all. The same input gives the same bytes.
///
/// # Errors
/// As [`probe`](super::probe), and what only decoding can tell; `BadEdits` if the edits are not valid.
pub fn develop(
    bytes: &[u8],
    edits: &Edits,
    level: Level,
    limits: &Limits,
    formats: &[Format],
) -> Result<Developed, Refusal> {
    edits.validate().map_err(|_| Refusal::BadEdits)?;
    let edits = edits.canonical();
    let header = Header::read(bytes, limits)?;
    let (orientation, stored) = (header.orientation(), header.stored);
    let frame = Frame::new(orientation.turned(stored), &edits);
    let sizes = sizes(frame.size());

    let mut decoded = decode(bytes, header, limits, frame.part.width(), WIDTHS[0])?;
    let to_srgb = ToSrgb::new(decoded.icc.as_deref(), decoded.grey)?;
    let scale = (1.0 / f64::from(decoded.divisor), decoded.grain);
    burn(
        &mut decoded.pixels,
        &edits,
        level,
        orientation,
        stored,
        scale,
        to_srgb.mask(),
    );

    let widest = first_step(decoded, &frame, orientation, stored, &to_srgb, sizes[0])?;
    let pictures = chain(widest, &sizes)?;
    let thumbhash = thumbhash(&pictures)?;
    let (width, height) = frame.size();
    Ok(Developed {
        width,
        height,
        renditions: encode_all(&pictures, formats, limits.encoders)?,
        thumbhash,
    })
}

/// The sizes of the renditions, widest first. Heights come from the edited photo, not from the step before: rounding
/// would add up.
fn sizes((width, height): (u32, u32)) -> Vec<(u32, u32)> {
    let at = |step: u32| {
        let height = (f64::from(step) * f64::from(height) / f64::from(width)).round();
        (step, (height as u32).max(1))
    };
    let steps: Vec<_> = WIDTHS
        .into_iter()
        .filter(|step| *step <= width)
        .map(at)
        .collect();
    if steps.is_empty() {
        vec![(width, height)]
    } else {
        steps
    }
}

/// Cuts, turns and shrinks what was decoded to the widest rendition; colours and orientation follow on the small picture,
/// where they cost a fraction.
fn first_step(
    decoded: Decoded,
    frame: &Frame,
    orientation: Orientation,
    stored: (u32, u32),
    to_srgb: &ToSrgb,
    size: (u32, u32),
) -> Result<Pixels, Refusal> {
    let stored = (f64::from(stored.0), f64::from(stored.1));
    let scale = 1.0 / f64::from(decoded.divisor);
    if !frame.is_turned() {
        let part = orientation
            .area_to_stored(&frame.part, stored)
            .scaled(scale);
        let mut picture = resize_part(&decoded.pixels, &part, orientation.turned(size))?;
        drop(decoded);
        to_srgb.apply(&mut picture)?;
        return Ok(orientation.show(picture));
    }
    let shrink = (f64::from(size.0) / (frame.part.width() * scale)).min(1.0);
    let side = |length: u32| (f64::from(length) * shrink).ceil().max(1.0) as u32;
    let small = resize(
        &decoded.pixels,
        (side(decoded.pixels.width), side(decoded.pixels.height)),
    )?;
    let ratio = (
        scale * f64::from(small.width) / f64::from(decoded.pixels.width),
        scale * f64::from(small.height) / f64::from(decoded.pixels.height),
    );
    drop(decoded);
    let place = |x: f64, y: f64| {
        let in_frame = (
            frame.part.left + x * frame.part.width() / f64::from(size.0),
            frame.part.top + y * frame.part.height() / f64::from(size.1),
        );
        let (x, y) = orientation.point_to_stored(frame.point_on_photo(in_frame), stored);
        (x * ratio.0, y * ratio.1)
    };
    let (origin, right, down) = (place(0.0, 0.0), place(1.0, 0.0), place(0.0, 1.0));
    let lines = Lines {
        origin,
        right: (right.0 - origin.0, right.1 - origin.1),
        down: (down.0 - origin.0, down.1 - origin.1),
    };
    let mut picture = sample(&small, &lines, size);
    to_srgb.apply(&mut picture)?;
    Ok(picture)
}

/// Each step from the one before.
fn chain(widest: Pixels, sizes: &[(u32, u32)]) -> Result<Vec<Pixels>, Refusal> {
    let mut pictures = vec![widest];
    for size in sizes.iter().skip(1) {
        let smaller = match pictures.last() {
            Some(last) => resize(last, *size)?,
            None => break,
        };
        pictures.push(smaller);
    }
    Ok(pictures)
}

/// The placeholder's encoder takes at most 100 pixels a side.
fn thumbhash(pictures: &[Pixels]) -> Result<Vec<u8>, Refusal> {
    let Some(smallest) = pictures.last() else {
        return Err(Refusal::NotEncoded);
    };
    let factor = 100.0 / f64::from(smallest.width.max(smallest.height)).max(100.0);
    let side = |length: u32| ((f64::from(length) * factor).round() as u32).clamp(1, 100);
    let small = resize(smallest, (side(smallest.width), side(smallest.height)))?;
    let rgba: Vec<u8> = small
        .data
        .chunks_exact(3)
        .flat_map(|p| [p[0], p[1], p[2], 255])
        .collect();
    Ok(thumbhash::rgba_to_thumb_hash(
        small.width as usize,
        small.height as usize,
        &rgba,
    ))
}
