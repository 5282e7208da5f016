//! Puts an AVIF photo together from its coded pictures: tiles side by side, on white where it is transparent.

use super::picture;
use crate::imaging::decode::{Decoded, on_white};
use crate::imaging::heif::avif::{AvifHeader, Numbers};
use crate::imaging::heif::canvas::Canvas;
use crate::imaging::mask::Grain;
use crate::imaging::pixels::Pixels;
use crate::imaging::{Limits, Refusal};

/// Blocks of coefficients measure up to 64 pixels, and filters change up to 13 pixels beyond their edges.
const BLOCK: u32 = 64;
const REACH: u32 = 16;

/// # Errors
/// `Damaged`, `Unsupported` for samples of a kind that has no simple way to RGB.
pub(in crate::imaging) fn decode(
    header: &AvifHeader<'_>,
    limits: &Limits,
) -> Result<Decoded, Refusal> {
    let (mut pixels, numbers) = canvas(&header.picture, header.numbers, limits)?;
    if let Some(alpha) = &header.alpha {
        let (alpha, _) = canvas(alpha, None, limits)?;
        lay_on_white(&mut pixels, &alpha, header.premultiplied);
    }
    let sequences = || header.picture.tiles.iter().map(|tile| &tile.sequence);
    let pixels = part(pixels, header.corner, header.size);
    let moved = header.corner != (0, 0)
        || header.picture.tiles.len() > 1
        || sequences().any(|sequence| sequence.stretched);
    Ok(Decoded {
        pixels,
        divisor: 1,
        grain: match moved {
            // Where blocks begin can't be known: a mask reaches a whole block further.
            true => Grain {
                block: (1, 1),
                reach: BLOCK + REACH,
            },
            false => Grain {
                block: (BLOCK, BLOCK),
                reach: REACH,
            },
        },
        space: header.space(numbers),
        grey: sequences().all(|sequence| sequence.grey),
        damaged: false,
    })
}

fn canvas(
    canvas: &Canvas<'_>,
    numbers: Option<Numbers>,
    limits: &Limits,
) -> Result<(Pixels, Numbers), Refusal> {
    if let [one] = canvas.tiles.as_slice() {
        let (pixels, said) = picture::decode(one, numbers, limits)?;
        return Ok((part(pixels, (0, 0), canvas.size), said));
    }
    let mut whole = Pixels::black(canvas.size.0, canvas.size.1);
    let mut first = None;
    for (number, tile) in canvas.tiles.iter().enumerate() {
        let (pixels, said) = picture::decode(tile, numbers, limits)?;
        first.get_or_insert(said);
        let (column, row) = (number % canvas.columns, number / canvas.columns);
        let left = column * tile.size().0 as usize * 3;
        let top = row * tile.size().1 as usize;
        let row_bytes = whole.row_bytes();
        let length = pixels.row_bytes().min(row_bytes.saturating_sub(left));
        let rows = whole.data.chunks_exact_mut(row_bytes).skip(top);
        for (to, from) in rows.zip(pixels.data.chunks_exact(pixels.row_bytes())) {
            to[left..left + length].copy_from_slice(&from[..length]);
        }
    }
    Ok((whole, first.ok_or(Refusal::Damaged)?))
}

fn lay_on_white(pixels: &mut Pixels, alpha: &Pixels, premultiplied: bool) {
    for (pixel, alpha) in pixels
        .data
        .chunks_exact_mut(3)
        .zip(alpha.data.chunks_exact(3))
    {
        for sample in pixel {
            *sample = match premultiplied {
                true => sample.saturating_add(255 - alpha[0]),
                false => on_white(*sample, alpha[0]),
            };
        }
    }
}

/// Within the picture, as the header was checked.
fn part(pixels: Pixels, (left, top): (u32, u32), (width, height): (u32, u32)) -> Pixels {
    if (pixels.width, pixels.height) == (width, height) {
        return pixels;
    }
    let from = left as usize * 3;
    let length = width as usize * 3;
    let rows = pixels.data.chunks_exact(pixels.row_bytes());
    let rows = rows.skip(top as usize).take(height as usize);
    Pixels {
        width,
        height,
        data: rows
            .flat_map(|row| &row[from..from + length])
            .copied()
            .collect(),
    }
}
