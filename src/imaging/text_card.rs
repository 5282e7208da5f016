//! A picture made of words, for previews of links to pages that have no photo to show: whose page it is and what it is about, in
//! the clinic's colour.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbaImage};

use super::lettering::{Letters, Line, Setting, Weight};
use super::pixels::Pixels;
use super::{OPEN_GRAPH, Refusal, logo};

/// What a card says and how it looks.
#[derive(Debug, Clone)]
pub struct TextCard<'a> {
    /// Above the title, small; may be empty.
    pub kind: &'a str,
    pub title: &'a str,
    /// Below: whose page it is, or what they say of themselves; may be empty.
    pub foot: &'a str,
    /// The clinic's logo as [`logo`](super::logo()) made it.
    pub logo: Option<&'a [u8]>,
    pub accent: [u8; 3],
    /// Its lines begin at the right.
    pub rtl: bool,
}

/// `--bone`, `--ink` and `--soft` of `static/css/tokens.css`, in light.
const BONE: [u8; 3] = [0xf7, 0xf4, 0xef];
const INK: [u8; 3] = [0x21, 0x1e, 0x1a];
const SOFT: [u8; 3] = [0x62, 0x5a, 0x51];

const BAND: u32 = 28;
const MARGIN: f32 = 96.0;
/// The title is as large as it may be on three lines.
const SIZES: [f32; 5] = [92.0, 80.0, 68.0, 58.0, 50.0];
const LINES: usize = 3;
/// Of what a clinic says of itself.
const FOOT: usize = 2;
const SMALL: f32 = 34.0;
/// From one baseline of the title to the next, and from the top of a line to its baseline, in its size.
const LEADING: f32 = 1.18;
const ASCENT: f32 = 0.8;
/// What a logo takes at most.
const LOGO: (u32, u32) = (560, 112);

/// The card as a PNG, [`OPEN_GRAPH`]'s largest size. What can't be written with our fonts is left out: the colour and the logo
/// are there.
///
/// # Errors
/// `Damaged` when the logo is none of ours, `NotEncoded`.
pub fn text_card(card: &TextCard<'_>) -> Result<Vec<u8>, Refusal> {
    let [(width, height), _] = OPEN_GRAPH;
    let mut picture = Pixels::black(width, height);
    fill(&mut picture, 0..width, BONE);
    let band = match card.rtl {
        true => width - BAND..width,
        false => 0..BAND,
    };
    fill(&mut picture, band, card.accent);
    let top = match card.logo {
        Some(png) => draw_logo(&mut picture, png, card.rtl)?,
        None => 0,
    };
    write(&mut picture, card, top as f32);
    encoded(&picture)
}

/// The words between the logo and the lower edge: the title in the middle, whose it is at the foot.
fn write(picture: &mut Pixels, card: &TextCard<'_>, top: f32) {
    let (mut bold, mut regular) = (Letters::new(Weight::Bold), Letters::new(Weight::Regular));
    let room = picture.width as f32 - 2.0 * MARGIN;
    let setting = Setting {
        size: SMALL,
        rtl: card.rtl,
    };
    let mut foot = picture.height as f32 - MARGIN + SMALL / 2.0;
    let small = |letters: &mut Letters, text: &str, most: usize| {
        let lines = letters.lines(text, setting, &[SMALL], (room, most));
        lines.unwrap_or_default()
    };
    let start = |line: &Line, picture: &Pixels| match card.rtl {
        true => picture.width as f32 - MARGIN - line.width,
        false => MARGIN,
    };
    for (above, line) in small(&mut bold, card.foot, FOOT).iter().rev().enumerate() {
        if above > 0 {
            foot -= SMALL * LEADING;
        }
        bold.draw(line, picture, (start(line, picture), foot), card.accent);
    }
    let lines = bold.lines(card.title, setting, &SIZES, (room, LINES));
    let Some(lines) = lines.filter(|lines| !lines.is_empty()) else {
        return;
    };
    let kind = small(&mut regular, card.kind, 1).pop();
    let size = lines.iter().map(Line::size).fold(0.0, f32::max);
    let above = kind.as_ref().map_or(0.0, |_| SMALL * 1.9);
    let high = above + size * LEADING * (lines.len() as f32 - 1.0) + size * ASCENT;
    let free = foot - SMALL * 2.0 - top;
    let mut y = top + ((free - high) / 2.0).max(0.0);
    if let Some(kind) = kind {
        let at = (start(&kind, picture), y + SMALL * ASCENT);
        regular.draw(&kind, picture, at, SOFT);
        y += above;
    }
    y += size * ASCENT;
    for line in &lines {
        let at = (start(line, picture), y);
        bold.draw(line, picture, at, INK);
        y += size * LEADING;
    }
}

fn fill(picture: &mut Pixels, columns: std::ops::Range<u32>, colour: [u8; 3]) {
    let row = picture.row_bytes();
    let (from, to) = (columns.start as usize * 3, columns.end as usize * 3);
    for row in picture.data.chunks_exact_mut(row) {
        for pixel in row[from..to].chunks_exact_mut(3) {
            pixel.copy_from_slice(&colour);
        }
    }
}

/// Where lines begin, at the top; gives where it ends.
fn draw_logo(picture: &mut Pixels, png: &[u8], rtl: bool) -> Result<u32, Refusal> {
    let decoder =
        PngDecoder::with_limits(Cursor::new(png), logo::bounded()).map_err(|_| Refusal::Damaged)?;
    let logo = logo::transparent(decoder)?.into_rgba8();
    let logo = fitted(&logo)?;
    let (margin, top) = (MARGIN as u32, MARGIN as u32 * 2 / 3);
    let left = match rtl {
        true => picture.width - margin - logo.width(),
        false => margin,
    };
    for (x, y, pixel) in logo.enumerate_pixels() {
        let at = (top + y) as usize * picture.row_bytes() + (left + x) as usize * 3;
        let (seen, through) = (u32::from(pixel[3]), 255 - u32::from(pixel[3]));
        for (under, over) in picture.data[at..at + 3].iter_mut().zip(pixel.0) {
            *under = ((u32::from(*under) * through + u32::from(over) * seen + 127) / 255) as u8;
        }
    }
    Ok(top + logo.height())
}

fn fitted(picture: &RgbaImage) -> Result<RgbaImage, Refusal> {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let factor = (f64::from(LOGO.0) / width)
        .min(f64::from(LOGO.1) / height)
        .min(1.0);
    let side = |length: f64| ((length * factor).round() as u32).max(1);
    logo::scaled(picture, (side(width), side(height)))
}

fn encoded(picture: &Pixels) -> Result<Vec<u8>, Refusal> {
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::NoFilter)
        .write_image(
            &picture.data,
            picture.width,
            picture.height,
            ExtendedColorType::Rgb8,
        )
        .map_err(|_| Refusal::NotEncoded)?;
    Ok(png)
}
