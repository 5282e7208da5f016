//! The header of an AVIF photo (AV1 Image File Format, version 1.1): what it is made of, how it is turned, and what decoding it
//! will cost. The decoder never sees the container: it is handed the pictures one by one.

use super::boxes::{Boxes, Read};
use super::canvas::{Canvas, cost};
use super::items::Items;
use super::{exif, is_alpha, orientation};
use crate::imaging::colour::Space;
use crate::imaging::orientation::Orientation;
use crate::imaging::{Limits, Refusal};

/// What decoding needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::imaging) struct AvifHeader<'a> {
    /// As stored, after what the file cuts off.
    pub size: (u32, u32),
    /// How the stored picture is to be turned and mirrored.
    pub orientation: Orientation,
    pub picture: Canvas<'a>,
    pub alpha: Option<Canvas<'a>>,
    /// Colours were mixed with black by their alpha already.
    pub premultiplied: bool,
    /// Where the part that is to be shown begins.
    pub corner: (u32, u32),
    pub icc: Option<&'a [u8]>,
    pub numbers: Option<Numbers>,
    pub exif: Option<Vec<u8>>,
    /// What the decoder holds beside the RGB pixels.
    pub decoder_bytes: u64,
}

/// What colours the samples stand for (ITU-T H.273); it counts for more than what the coded picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::imaging) struct Numbers {
    pub primaries: u16,
    pub transfer: u16,
    pub matrix: u16,
    pub full_range: bool,
}

/// # Errors
/// `Avif` for a kind of AVIF that we can't read, `TooManyPixels`, `Damaged`, `Animated`.
pub(in crate::imaging) fn read_header<'a>(
    bytes: &'a [u8],
    limits: &Limits,
) -> Result<AvifHeader<'a>, Refusal> {
    // Films may have a first picture of their own; it is as little a photo as that of an animated PNG.
    if Boxes(bytes).any(|(name, _)| name == b"moov") {
        return Err(Refusal::Animated);
    }
    let items = Items::read(bytes)?;
    let primary = items.primary;
    let picture = Canvas::read(&items, primary, limits)?;
    let mut alphas = items
        .referring(b"auxl", primary)
        .filter(|item| is_alpha(&items, *item));
    let (alpha_item, more) = (alphas.next(), alphas.next());
    let alpha = alpha_item.map(|item| Canvas::read(&items, item, limits));
    let alpha = alpha.transpose()?;
    let unlike = alpha.as_ref().is_some_and(|a| a.size != picture.size);
    if more.is_some() || unlike {
        return Err(Refusal::Avif);
    }
    let decoder_bytes = cost(
        [Some(&picture), alpha.as_ref()].into_iter().flatten(),
        bytes.len() as u64,
        limits,
    )?;
    let (corner, size) = match items.property(primary, b"clap") {
        Some(body) => shown_part(body, picture.size).ok_or(Refusal::Damaged)?,
        None => ((0, 0), picture.size),
    };
    limits.check_size(size.0, size.1)?;
    Ok(AvifHeader {
        size,
        orientation: orientation(&items),
        picture,
        alpha,
        premultiplied: alpha_item.is_some_and(|a| items.referred(b"prem", primary).contains(&a)),
        corner,
        icc: icc(&items),
        numbers: numbers(&items),
        exif: exif(&items),
        decoder_bytes,
    })
}

impl AvifHeader<'_> {
    /// From the profile, or else the numbers of the container, or else `coded`, those of the picture itself.
    pub fn space(&self, coded: Numbers) -> Space {
        let Numbers {
            primaries,
            transfer,
            ..
        } = self.numbers.unwrap_or(coded);
        match self.icc {
            Some(profile) => Space::Icc(profile.to_vec()),
            None => Space::Coded {
                primaries,
                transfer,
            },
        }
    }
}

/// Corner and size of the clean aperture (ISO/IEC 14496-12, clause 12.1.4), in whole pixels inside it.
fn shown_part(body: &[u8], whole: (u32, u32)) -> Option<((u32, u32), (u32, u32))> {
    let mut read = Read(body);
    let mut ratio = || {
        let (above, below) = (read.small(4)?, read.small(4)?);
        (below > 0).then(|| f64::from(above.cast_signed()) / f64::from(below))
    };
    let (width, height, right, down) = (ratio()?, ratio()?, ratio()?, ratio()?);
    let part = |length: f64, moved: f64, whole: u32| {
        let middle = f64::from(whole) / 2.0 + moved;
        let (first, end) = (middle - length / 2.0, middle + length / 2.0);
        let (first, end) = ((first - 1e-6).ceil(), (end + 1e-6).floor());
        let inside = first >= 0.0 && end <= f64::from(whole) && end > first;
        inside.then_some((first as u32, (end - first) as u32))
    };
    let (left, width) = part(width, right, whole.0)?;
    let (top, height) = part(height, down, whole.1)?;
    Some(((left, top), (width, height)))
}

fn colours<'a>(items: &Items<'a>) -> impl Iterator<Item = &'a [u8]> {
    let all = items.properties(items.primary);
    all.filter(|(name, _)| *name == b"colr")
        .map(|(_, body)| body)
}

fn icc<'a>(items: &Items<'a>) -> Option<&'a [u8]> {
    colours(items).find_map(|body| {
        body.strip_prefix(b"prof")
            .or_else(|| body.strip_prefix(b"rICC"))
    })
}

fn numbers(items: &Items<'_>) -> Option<Numbers> {
    colours(items).find_map(|body| {
        let mut read = Read(body.strip_prefix(b"nclx")?);
        let mut number = || u16::try_from(read.small(2)?).ok();
        Some(Numbers {
            primaries: number()?,
            transfer: number()?,
            matrix: number()?,
            full_range: read.small(1)? & 0x80 != 0,
        })
    })
}
