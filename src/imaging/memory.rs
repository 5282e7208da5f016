//! How much memory a photo will take, told before it is decoded; for the semaphore of the photo jobs.

use super::decode::divisor;
use super::frame::Frame;
use super::orientation::Orientation;
use super::probe::Header;
use super::widths::sizes;
use super::{Edits, Limits, Refusal, WIDTHS};

/// What is always there: buffers of rows, tables, threads.
const BASE: u64 = 16 * 1024 * 1024;
/// Bytes for each pixel of the widest rendition while files are made: all pictures (5), and the two largest in an AVIF
/// encoder each (18 for a pixel; the second has six tenths as many). Measured, rounded up.
const ENCODING_BYTES_PER_PIXEL: u64 = 36;
/// All pictures once more, with the clinic's logo.
const MARKED_BYTES_PER_PIXEL: u64 = 5;

/// About how many bytes [`develop`](super::develop()) takes at its peak, in either format, the file included.
///
/// # Errors
/// As [`probe`](super::probe()); `BadEdits`.
pub fn memory_needed(bytes: &[u8], edits: &Edits, limits: &Limits) -> Result<u64, Refusal> {
    edits.validate().map_err(|_| Refusal::BadEdits)?;
    Ok(needed(&Header::read(bytes, limits)?, edits) + bytes.len() as u64)
}

/// [`memory_needed`] where a print is made: it is decoded at up to its full size.
///
/// # Errors
/// As [`memory_needed`].
pub fn memory_needed_for_print(
    bytes: &[u8],
    edits: &Edits,
    limits: &Limits,
) -> Result<u64, Refusal> {
    let decoded = pixels(Header::read(bytes, limits)?.stored) * 3;
    Ok(memory_needed(bytes, edits, limits)? + decoded)
}

/// Decoding, cutting and encoding come one after the other: the largest counts.
pub(super) fn needed(header: &Header<'_>, edits: &Edits) -> u64 {
    let orientation = header
        .orientation()
        .then(Orientation::quarters(edits.turns));
    let frame = Frame::new(
        orientation.turned(header.stored),
        &edits.canonical().after_turns(),
    );
    let divisor = divisor(header.kind, (frame.part.width(), WIDTHS[0]));
    let stored = header.stored;
    let decoded = pixels((stored.0.div_ceil(divisor), stored.1.div_ceil(divisor))) * 3;
    let widest = sizes(frame.size()).first().copied().unwrap_or((1, 1));
    // Resizing goes by way of a picture that is already narrow but still tall; a turned part lies in a larger rectangle.
    let narrow = pixels((widest.0, frame.size().1.div_ceil(divisor))) * 3;
    let cutting = pixels(widest) * 6
        + if frame.is_turned() {
            narrow * 2
        } else {
            narrow
        };
    let marked = edits
        .watermark
        .as_ref()
        .map_or(0, |_| MARKED_BYTES_PER_PIXEL);
    BASE + (decoded + header.decoder_bytes.max(cutting))
        .max(pixels(widest) * (ENCODING_BYTES_PER_PIXEL + marked))
}

fn pixels((width, height): (u32, u32)) -> u64 {
    u64::from(width) * u64::from(height)
}
