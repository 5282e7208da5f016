//! Photos that the tests draw themselves, and a way to look at what came out.

use image::{DynamicImage, ImageFormat, RgbImage};
use turbojpeg::Subsamp;

use crate::imaging::*;

/// A picture without symmetry: red grows to the right, green downwards, blue in stripes.
pub(super) fn gradient(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([
            (x * 255 / width) as u8,
            (y * 255 / height) as u8,
            if (x / 16 + y / 16) % 2 == 0 { 60 } else { 180 },
        ])
    })
}

/// Four corners in four colours, so that turning and mirroring show: red, green / blue, white.
pub(super) fn corners(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => WHITE,
        })
    })
}

/// The same picture with other pixels inside left, top, right, bottom.
pub(super) fn with_secret(
    mut picture: RgbImage,
    [left, top, right, bottom]: [u32; 4],
    seed: u32,
) -> RgbImage {
    for y in top..bottom {
        for x in left..right {
            let noise = (x * 7919 + y * 104_729 + seed * 31).wrapping_mul(2_654_435_761);
            picture.put_pixel(
                x,
                y,
                image::Rgb([(noise >> 8) as u8, (noise >> 16) as u8, (noise >> 24) as u8]),
            );
        }
    }
    picture
}

pub(super) fn jpeg(picture: &RgbImage, subsamp: Subsamp, progressive: bool) -> Vec<u8> {
    let mut encoder = turbojpeg::Compressor::new().unwrap();
    encoder.set_quality(92).unwrap();
    encoder.set_subsamp(subsamp).unwrap();
    encoder.set_progressive(progressive).unwrap();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let pixels = picture.as_raw().as_slice();
    let format = turbojpeg::PixelFormat::RGB;
    encoder
        .compress_to_vec(turbojpeg::Image {
            pixels,
            width,
            pitch: width * 3,
            height,
            format,
        })
        .unwrap()
}

pub(super) fn photo(picture: &RgbImage) -> Vec<u8> {
    jpeg(picture, Subsamp::Sub2x2, false)
}

pub(super) fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A segment put right after the start of a JPEG.
pub(super) fn with_segment(jpeg: &[u8], code: u8, payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xFF, code], &length, payload, &jpeg[2..]].concat()
}

/// EXIF with orientation, a date and a GPS block's pointer.
pub(super) fn exif(orientation: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [
            &tag.to_le_bytes()[..],
            &kind.to_le_bytes(),
            &count.to_le_bytes(),
            &value.to_le_bytes(),
        ]
        .concat()
    };
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend(entry(0x0112, 3, 1, orientation.into()));
    tiff.extend(entry(0x8769, 4, 1, 38));
    tiff.extend([0; 4]);
    tiff.extend([1, 0]);
    tiff.extend(entry(0x9003, 2, 20, 56));
    tiff.extend([0; 4]);
    tiff.extend(b"2024:02:29 13:37:05\0");
    [b"Exif\0\0", tiff.as_slice()].concat()
}

pub(super) fn develop_jpeg(bytes: &[u8], edits: &Edits, level: Level) -> Developed {
    develop(bytes, edits, level, &Limits::default(), &[Format::Jpeg]).unwrap()
}

pub(super) fn open(rendition: &Rendition) -> RgbImage {
    image::load_from_memory_with_format(&rendition.bytes, ImageFormat::Jpeg)
        .unwrap()
        .to_rgb8()
}

pub(super) fn near(one: image::Rgb<u8>, other: [u8; 3], within: u8) -> bool {
    one.0
        .iter()
        .zip(other)
        .all(|(one, other)| one.abs_diff(other) <= within)
}

pub(super) fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect {
        x,
        y,
        width,
        height,
    }
}

pub(super) const RED: [u8; 3] = [220, 30, 30];
pub(super) const GREEN: [u8; 3] = [30, 200, 30];
pub(super) const BLUE: [u8; 3] = [30, 30, 220];
pub(super) const WHITE: [u8; 3] = [240, 240, 240];

/// Colours in the corners: upper left, upper right, lower left, lower right.
pub(super) fn seen(developed: &Developed) -> [[u8; 3]; 4] {
    let picture = open(&developed.renditions[0]);
    let (right, bottom) = (picture.width() - 9, picture.height() - 9);
    [(8, 8), (right, 8), (8, bottom), (right, bottom)].map(|(x, y)| {
        let pixel = *picture.get_pixel(x, y);
        [RED, GREEN, BLUE, WHITE]
            .into_iter()
            .find(|colour| near(pixel, *colour, 14))
            .unwrap_or(pixel.0)
    })
}

/// A file with one byte changed: each of its tables in two ways, and after `tables` bytes each `step`th in one.
pub fn broken(whole: &[u8], tables: usize, step: usize) -> impl Iterator<Item = Vec<u8>> {
    let changed = |(at, change): (usize, u8)| {
        let mut broken = whole.to_vec();
        broken[at] ^= change;
        broken
    };
    let container = (0..tables).flat_map(|at| [(at, 0x01), (at, 0xFF)]);
    let picture = (tables..whole.len()).step_by(step).map(|at| (at, 0x5A));
    container.chain(picture).map(changed)
}
