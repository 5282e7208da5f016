//! Decodes one coded picture by libavif and libaom.
#![expect(
    unsafe_code,
    reason = "libavif-sys offers the C functions of libavif as they are; there is no safe layer over it"
)]

use std::ptr::NonNull;

use libavif_sys as ffi;

use super::container::around;
use crate::imaging::heif::avif::Numbers;
use crate::imaging::heif::canvas::Tile;
use crate::imaging::pixels::Pixels;
use crate::imaging::{Limits, Refusal};

/// In 8-bit RGB, and which colours it says its samples stand for. `numbers`, when the file has them, count for more. Grey comes
/// as three equal channels.
///
/// # Errors
/// `Damaged`; `Unsupported` for samples that are not turned into RGB by a matrix.
pub(super) fn decode(
    tile: &Tile<'_>,
    numbers: Option<Numbers>,
    limits: &Limits,
) -> Result<(Pixels, Numbers), Refusal> {
    let file = around(tile);
    let decoder = Decoder::new(tile, limits).ok_or(Refusal::NotEncoded)?;
    // SAFETY: the decoder is live and owned here, and `file` outlives every read of it: the decoder is dropped first.
    let image = unsafe {
        let raw = decoder.0.as_ptr();
        let read = ffi::avifDecoderSetIOMemory(raw, file.as_ptr(), file.len())
            == ffi::AVIF_RESULT_OK
            && ffi::avifDecoderParse(raw) == ffi::AVIF_RESULT_OK
            && (*raw).imageCount == 1
            && ffi::avifDecoderNextImage(raw) == ffi::AVIF_RESULT_OK;
        read.then_some((*raw).image).and_then(NonNull::new)
    };
    let image = image.ok_or(Refusal::Damaged)?.as_ptr();
    let (width, height) = tile.size();
    let mut pixels = Pixels::black(width, height);
    let row_bytes = u32::try_from(pixels.row_bytes()).map_err(|_| Refusal::TooManyPixels)?;
    // SAFETY: `image` belongs to the decoder, which is live. `rgb` borrows `pixels`, whose rows are as long and as many as
    // the image's, which is checked, so that libavif writes within them.
    unsafe {
        if ((*image).width, (*image).height) != (width, height) {
            return Err(Refusal::Damaged);
        }
        let coded = Numbers {
            primaries: (*image).colorPrimaries as u16,
            transfer: (*image).transferCharacteristics as u16,
            matrix: (*image).matrixCoefficients as u16,
            full_range: (*image).yuvRange == ffi::AVIF_RANGE_FULL,
        };
        let said = numbers.unwrap_or(coded);
        (*image).colorPrimaries = said.primaries as _;
        (*image).transferCharacteristics = said.transfer as _;
        (*image).matrixCoefficients = said.matrix as _;
        (*image).yuvRange = match said.full_range {
            true => ffi::AVIF_RANGE_FULL,
            false => ffi::AVIF_RANGE_LIMITED,
        };
        let mut rgb = ffi::avifRGBImage::default();
        ffi::avifRGBImageSetDefaults(&mut rgb, image);
        rgb.format = ffi::AVIF_RGB_FORMAT_RGB;
        rgb.depth = 8;
        rgb.maxThreads = 1;
        rgb.pixels = pixels.data.as_mut_ptr();
        rgb.rowBytes = row_bytes;
        match ffi::avifImageYUVToRGB(image, &mut rgb) {
            ffi::AVIF_RESULT_OK => Ok((pixels, said)),
            _ => Err(Refusal::Unsupported),
        }
    }
}

struct Decoder(NonNull<ffi::avifDecoder>);

impl Decoder {
    /// One that takes no picture larger than the tile and than the limits.
    fn new(tile: &Tile<'_>, limits: &Limits) -> Option<Self> {
        let (width, height) = tile.size();
        let most = limits.max_pixels.min(u64::from(width) * u64::from(height));
        // SAFETY: plain allocation; a null pointer is turned into `None`.
        let decoder = Self(NonNull::new(unsafe { ffi::avifDecoderCreate() })?);
        // SAFETY: the decoder is live and owned here.
        unsafe {
            let raw = decoder.0.as_ptr();
            (*raw).codecChoice = ffi::AVIF_CODEC_CHOICE_AOM;
            (*raw).maxThreads = 1;
            (*raw).requestedSource = ffi::AVIF_DECODER_SOURCE_PRIMARY_ITEM;
            (*raw).ignoreExif = 1;
            (*raw).ignoreXMP = 1;
            (*raw).imageSizeLimit = u32::try_from(most).unwrap_or(u32::MAX).max(1);
            (*raw).imageDimensionLimit = limits.max_side;
            (*raw).imageCountLimit = 1;
            (*raw).strictFlags = ffi::AVIF_STRICT_DISABLED;
        }
        Some(decoder)
    }
}

impl Drop for Decoder {
    fn drop(&mut self) {
        // SAFETY: made by avifDecoderCreate, dropped once.
        unsafe { ffi::avifDecoderDestroy(self.0.as_ptr()) }
    }
}
