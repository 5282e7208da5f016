//! What an upload is, from its header alone.

use chrono::NaiveDateTime;

use super::exif::Exif;
use super::memory::needed;
use super::orientation::Orientation;
use super::sniff::sniff;
use super::{Edits, Limits, Refusal, SourceKind, heif, jpeg, png, webp};

/// What the header of a photo says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    pub kind: SourceKind,
    /// In pixels, as shown: after orientation.
    pub width: u32,
    /// In pixels, as shown: after orientation.
    pub height: u32,
    /// EXIF orientation, 1 to 8; 1 when there is none or it makes no sense.
    pub orientation: u8,
    /// EXIF DateTimeOriginal, in the camera's own time.
    pub taken_at: Option<NaiveDateTime>,
    /// About how many bytes developing the unedited photo takes at its peak; with edits see
    /// [`memory_needed`](super::memory_needed).
    pub memory: u64,
}

/// Reads the header and holds the photo to the limits, before memory for any pixel is asked for. A JPEG that was
/// cut off is told by decoding it: see [`Warning::Damaged`](super::Warning::Damaged).
///
/// # Errors
/// Why the file is not taken; see [`Refusal`].
pub fn probe(bytes: &[u8], limits: &Limits) -> Result<Probe, Refusal> {
    Ok(Header::read(bytes, limits)?.probe(bytes.len() as u64))
}

/// A photo that may be decoded.
#[derive(Debug, Clone)]
pub(super) struct Header<'a> {
    pub kind: SourceKind,
    pub exif: Exif,
    /// Width and height as stored.
    pub stored: (u32, u32),
    pub jpeg: Option<jpeg::JpegHeader<'a>>,
    pub heif: Option<heif::HeifHeader>,
    pub avif: Option<heif::avif::AvifHeader<'a>>,
    /// What the decoder holds beside the RGB pixels.
    pub decoder_bytes: u64,
}

impl<'a> Header<'a> {
    pub fn read(bytes: &'a [u8], limits: &Limits) -> Result<Self, Refusal> {
        let kind = sniff(bytes)?;
        if bytes.len() as u64 > limits.max_bytes {
            return Err(Refusal::TooManyBytes);
        }
        let header = match kind {
            SourceKind::Jpeg => Self::of_jpeg(jpeg::read_header(bytes, limits)?),
            SourceKind::Png => {
                let header = png::read_header(bytes, limits)?;
                let size = (header.width, header.height);
                Self::plain(kind, size, header.exif, header.decoded_bytes)
            }
            SourceKind::WebP => {
                let header = webp::read_header(bytes, limits)?;
                let size = (header.width, header.height);
                // RGBA, and the planes it is made from.
                Self::plain(kind, size, header.exif, pixels(size) * 6)
            }
            SourceKind::Heic => Self::of_heif(heif::read_header(bytes, limits)?),
            SourceKind::Avif => Self::of_avif(heif::avif::read_header(bytes, limits)?),
        };
        if header.jpeg.is_none() && header.decoder_bytes > limits.max_decoded_bytes {
            return Err(Refusal::TooManyPixels);
        }
        Ok(header)
    }

    fn plain(
        kind: SourceKind,
        stored: (u32, u32),
        exif: Option<&[u8]>,
        decoder_bytes: u64,
    ) -> Self {
        Self {
            kind,
            exif: Exif::read(exif),
            stored,
            jpeg: None,
            heif: None,
            avif: None,
            decoder_bytes,
        }
    }

    fn of_jpeg(header: jpeg::JpegHeader<'a>) -> Self {
        let coefficients = match header.progressive {
            true => header.coefficient_bytes,
            false => 0,
        };
        let size = (header.width, header.height);
        let inks = if header.inks { pixels(size) * 4 } else { 0 };
        Self {
            jpeg: Some(header.clone()),
            ..Self::plain(SourceKind::Jpeg, size, header.exif, coefficients + inks)
        }
    }

    /// What EXIF says of the orientation is said again by the container, and only that counts.
    fn of_heif(header: heif::HeifHeader) -> Self {
        let exif = header.exif.as_deref();
        let mut plain = Self::plain(SourceKind::Heic, header.size, exif, header.decoder_bytes);
        plain.exif.orientation = header.orientation.number();
        Self {
            heif: Some(header),
            ..plain
        }
    }

    fn of_avif(header: heif::avif::AvifHeader<'a>) -> Self {
        let exif = header.exif.as_deref();
        let mut plain = Self::plain(SourceKind::Avif, header.size, exif, header.decoder_bytes);
        plain.exif.orientation = header.orientation.number();
        Self {
            avif: Some(header),
            ..plain
        }
    }

    pub fn orientation(&self) -> Orientation {
        Orientation::from_exif(self.exif.orientation)
    }

    fn probe(&self, file_bytes: u64) -> Probe {
        let (width, height) = self.orientation().turned(self.stored);
        Probe {
            kind: self.kind,
            width,
            height,
            orientation: self.exif.orientation,
            taken_at: self.exif.taken_at,
            memory: needed(self, &Edits::default()) + file_bytes,
        }
    }
}

fn pixels((width, height): (u32, u32)) -> u64 {
    u64::from(width) * u64::from(height)
}
