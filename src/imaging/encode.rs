//! From pixels to files: all renditions, the costliest first, a few at a time.

use std::sync::atomic::{AtomicUsize, Ordering};

use turbojpeg::{Compressor, PixelFormat, Subsamp};

use super::pixels::Pixels;
use super::{Format, Refusal, Rendition, Stop, avif, webp_encode};

/// JPEG quality on libjpeg's scale.
const JPEG_QUALITY: i32 = 82;

/// Every picture in every format that can hold it, in the order of the pictures and then the formats.
///
/// # Errors
/// `NotEncoded` if an encoder fails, or once it was asked to stop.
pub(super) fn encode_all(
    pictures: &[Pixels],
    formats: &[Format],
    encoders: usize,
    stop: &Stop,
) -> Result<Vec<Rendition>, Refusal> {
    let wanted: Vec<(&Pixels, Format)> = pictures
        .iter()
        .flat_map(|picture| formats.iter().map(move |format| (picture, *format)))
        .filter(|(picture, format)| picture.width.max(picture.height) <= format.longest_side())
        .collect();
    let mut by_cost: Vec<usize> = (0..wanted.len()).collect();
    by_cost.sort_by_key(|index| std::cmp::Reverse(cost(wanted[*index])));

    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(index) = by_cost.get(next.fetch_add(1, Ordering::Relaxed)) {
            if stop.is_asked() {
                break;
            }
            let (picture, format) = wanted[*index];
            done.push((*index, encode(picture, format)));
        }
        done
    };
    let mut encoded: Vec<_> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..encoders.clamp(1, wanted.len().max(1)))
            .map(|_| std::thread::Builder::new().spawn_scoped(scope, work))
            .collect();
        let mut done = work();
        for other in others.into_iter().flatten() {
            done.extend(other.join().unwrap_or_default());
        }
        done
    });
    encoded.sort_by_key(|(index, _)| *index);
    let renditions = encoded
        .into_iter()
        .map(|(_, rendition)| rendition)
        .collect::<Result<Vec<_>, _>>()?;
    if renditions.len() == wanted.len() {
        Ok(renditions)
    } else {
        Err(Refusal::NotEncoded)
    }
}

fn cost((picture, format): (&Pixels, Format)) -> usize {
    let times = match format {
        Format::Jpeg => 1,
        Format::Webp => 4,
        Format::Avif => 10,
    };
    picture.data.len() * times
}

fn encode(picture: &Pixels, format: Format) -> Result<Rendition, Refusal> {
    let bytes = match format {
        Format::Jpeg => jpeg_file(picture, JPEG_QUALITY, Subsamp::Sub2x2)?,
        Format::Avif => avif::encode(picture).ok_or(Refusal::NotEncoded)?,
        Format::Webp => webp_encode::encode(picture).ok_or(Refusal::NotEncoded)?,
    };
    Ok(Rendition {
        width: picture.width,
        height: picture.height,
        format,
        bytes,
    })
}

/// A picture made by the program itself as a JPEG file, sequential as cameras write it; `rgb` holds rows of 8-bit RGB.
///
/// # Errors
/// `Damaged` if there are not `width * height` pixels, `NotEncoded` if the encoder fails.
pub fn encode_jpeg(
    width: u32,
    height: u32,
    rgb: Vec<u8>,
    quality: i32,
) -> Result<Vec<u8>, Refusal> {
    let picture = Pixels::new(width, height, rgb)?;
    jpeg(&picture, quality, Subsamp::Sub2x2, false).map_err(|_| Refusal::NotEncoded)
}

/// Of a picture already in memory; for paper with the colour of every pixel, on screens of two by two together.
pub(super) fn jpeg_file(
    picture: &Pixels,
    quality: i32,
    subsamp: Subsamp,
) -> Result<Vec<u8>, Refusal> {
    jpeg(picture, quality, subsamp, true).map_err(|_| Refusal::NotEncoded)
}

fn jpeg(
    picture: &Pixels,
    quality: i32,
    subsamp: Subsamp,
    progressive: bool,
) -> turbojpeg::Result<Vec<u8>> {
    let mut encoder = Compressor::new()?;
    encoder.set_quality(quality)?;
    encoder.set_subsamp(subsamp)?;
    encoder.set_progressive(progressive)?;
    encoder.compress_to_vec(turbojpeg::Image {
        pixels: &picture.data,
        width: picture.width as usize,
        pitch: picture.row_bytes(),
        height: picture.height as usize,
        format: PixelFormat::RGB,
    })
}
