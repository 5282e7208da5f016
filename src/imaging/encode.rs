//! From pixels to files: the costliest first, a few at a time, while smaller pictures are still being made.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};

use turbojpeg::{Compressor, PixelFormat, Subsamp};

use super::pixels::Pixels;
use super::{Format, Refusal, Rendition, Stop, avif, webp_encode};

/// JPEG quality on libjpeg's scale.
const JPEG_QUALITY: i32 = 82;

/// A picture to be encoded, and the place of the file among all: by picture, then by format.
type Task = ((usize, usize), Arc<Pixels>, Format);

/// Where pictures are handed in as soon as they are made.
pub(super) struct Tray<'a> {
    tasks: Sender<Task>,
    formats: &'a [Format],
    pictures: usize,
    files: usize,
}

impl Tray<'_> {
    /// Has this picture encoded in every format that can hold it, the costliest first.
    pub fn put(&mut self, picture: &Arc<Pixels>) {
        let longest = picture.width.max(picture.height);
        let mut formats: Vec<(usize, Format)> = self.formats.iter().copied().enumerate().collect();
        formats.retain(|(_, format)| longest <= format.longest_side());
        formats.sort_by_key(|(_, format)| std::cmp::Reverse(cost(*format)));
        for (place, format) in formats {
            let task = ((self.pictures, place), picture.clone(), format);
            self.files += usize::from(self.tasks.send(task).is_ok());
        }
        self.pictures += 1;
    }
}

/// Makes pictures, widest first, and encodes what is there already meanwhile. Files come in the order of the pictures and
/// then of the formats.
///
/// # Errors
/// That of `make`; `NotEncoded` if an encoder fails, or once it was asked to stop.
pub(super) fn encode_while<T>(
    formats: &[Format],
    encoders: usize,
    stop: &Stop,
    make: impl FnOnce(&mut Tray<'_>) -> Result<T, Refusal>,
) -> Result<(T, Vec<Rendition>), Refusal> {
    let (tasks, waiting) = channel::<Task>();
    let waiting = Mutex::new(waiting);
    let next = || waiting.lock().ok().and_then(|waiting| waiting.recv().ok());
    let work = || {
        let mut done = Vec::new();
        while let Some((place, picture, format)) = next() {
            if stop.is_asked() {
                break;
            }
            done.push((place, encode(&picture, format)));
        }
        done
    };
    let mut tray = Tray {
        tasks,
        formats,
        pictures: 0,
        files: 0,
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..encoders)
            .map(|_| std::thread::Builder::new().spawn_scoped(scope, work))
            .collect();
        let made = make(&mut tray);
        let files = tray.files;
        // Nothing more comes: whoever waits goes home.
        drop(tray);
        let mut done = work();
        for other in others.into_iter().flatten() {
            done.extend(other.join().unwrap_or_default());
        }
        done.sort_by_key(|(place, _)| *place);
        let encoded: Result<Vec<_>, _> = done.into_iter().map(|(_, file)| file).collect();
        let (made, encoded) = (made?, encoded?);
        match encoded.len() == files {
            true => Ok((made, encoded)),
            false => Err(Refusal::NotEncoded),
        }
    })
}

/// About how long a format takes beside the others.
fn cost(format: Format) -> usize {
    match format {
        Format::Jpeg => 1,
        Format::Webp => 4,
        Format::Avif => 10,
    }
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
