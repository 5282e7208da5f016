//! Makes AVIF by libavif and libaom.
#![expect(
    unsafe_code,
    reason = "libavif-sys offers the C functions of libavif as they are; there is no safe layer over it"
)]

use std::ffi::CStr;
use std::ptr::NonNull;

use libavif_sys as ffi;

use crate::imaging::pixels::Pixels;

/// On libavif's scale of 0 to 100.
const QUALITY: i32 = 62;
/// 0 (slowest) to 10.
const SPEED: i32 = 6;

/// Tuned for how photos look rather than for PSNR: flat quantisation matrices, finer colour, blocks weighed by SSIM. On eight
/// photos of 1024 pixels, at SSIMULACRA2 68, the files are 0.95 times as large as when weighed by PSNR; a speed of 8 would
/// take two fifths of the time and 1.14 times the bytes.
const OPTIONS: [(&CStr, &CStr); 9] = [
    (c"enable-qm", c"1"),
    (c"qm-min", c"2"),
    (c"qm-max", c"10"),
    (c"enable-chroma-deltaq", c"1"),
    (c"sharpness", c"7"),
    (c"tune", c"ssim"),
    (c"dist-metric", c"qm-psnr"),
    (c"deltaq-mode", c"0"),
    // At this speed libaom takes some photos with smooth walls for screenshots and codes them as such: up to nine times
    // the bytes.
    (c"enable-palette", c"0"),
];

/// One still image, 8 bits, 4:2:0, marked as sRGB by numbers (no profile); `None` if libavif fails.
pub(in crate::imaging) fn encode(picture: &Pixels) -> Option<Vec<u8>> {
    let image = Image::of(picture)?;
    let encoder = Encoder::new()?;
    let mut output = Output(ffi::avifRWData::default());
    // SAFETY: both pointers are live for the whole call, and `output` is an empty buffer that libavif fills and owns.
    let result =
        unsafe { ffi::avifEncoderWrite(encoder.0.as_ptr(), image.0.as_ptr(), &mut output.0) };
    (result == ffi::AVIF_RESULT_OK).then(|| output.to_vec())
}

struct Image(NonNull<ffi::avifImage>);

impl Image {
    fn of(picture: &Pixels) -> Option<Self> {
        if picture.data.len() != picture.row_bytes() * picture.height as usize {
            return None;
        }
        // SAFETY: plain allocation; a null pointer is turned into `None`.
        let image = unsafe {
            ffi::avifImageCreate(
                picture.width,
                picture.height,
                8,
                ffi::AVIF_PIXEL_FORMAT_YUV420,
            )
        };
        let image = Self(NonNull::new(image)?);
        let mut rgb = ffi::avifRGBImage::default();
        // SAFETY: `image` is live and owned here. `rgb` borrows `picture.data`, which libavif only reads while it
        // converts; its rows are as long and as many as checked above.
        let result = unsafe {
            let raw = image.0.as_ptr();
            (*raw).yuvRange = ffi::AVIF_RANGE_FULL;
            (*raw).colorPrimaries = ffi::AVIF_COLOR_PRIMARIES_BT709 as _;
            (*raw).transferCharacteristics = ffi::AVIF_TRANSFER_CHARACTERISTICS_SRGB as _;
            (*raw).matrixCoefficients = ffi::AVIF_MATRIX_COEFFICIENTS_BT601 as _;
            ffi::avifRGBImageSetDefaults(&mut rgb, raw);
            rgb.format = ffi::AVIF_RGB_FORMAT_RGB;
            rgb.depth = 8;
            rgb.pixels = picture.data.as_ptr().cast_mut();
            rgb.rowBytes = u32::try_from(picture.row_bytes()).ok()?;
            ffi::avifImageRGBToYUV(raw, &rgb)
        };
        (result == ffi::AVIF_RESULT_OK).then_some(image)
    }
}

impl Drop for Image {
    fn drop(&mut self) {
        // SAFETY: made by avifImageCreate, dropped once.
        unsafe { ffi::avifImageDestroy(self.0.as_ptr()) }
    }
}

struct Encoder(NonNull<ffi::avifEncoder>);

impl Encoder {
    fn new() -> Option<Self> {
        // SAFETY: plain allocation; a null pointer is turned into `None`.
        let encoder = Self(NonNull::new(unsafe { ffi::avifEncoderCreate() })?);
        // SAFETY: the encoder is live and owned here; libavif copies the option strings, which end in NUL.
        let accepted = unsafe {
            let raw = encoder.0.as_ptr();
            (*raw).codecChoice = ffi::AVIF_CODEC_CHOICE_AOM;
            (*raw).maxThreads = 1;
            (*raw).speed = SPEED;
            (*raw).quality = QUALITY;
            OPTIONS.iter().all(|(key, value)| {
                ffi::avifEncoderSetCodecSpecificOption(raw, key.as_ptr(), value.as_ptr())
                    == ffi::AVIF_RESULT_OK
            })
        };
        accepted.then_some(encoder)
    }
}

impl Drop for Encoder {
    fn drop(&mut self) {
        // SAFETY: made by avifEncoderCreate, dropped once.
        unsafe { ffi::avifEncoderDestroy(self.0.as_ptr()) }
    }
}

struct Output(ffi::avifRWData);

impl Output {
    fn to_vec(&self) -> Vec<u8> {
        if self.0.data.is_null() {
            return Vec::new();
        }
        // SAFETY: libavif wrote `size` bytes at `data`; they are copied before the buffer is freed.
        unsafe { std::slice::from_raw_parts(self.0.data, self.0.size) }.to_vec()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // SAFETY: the buffer is libavif's or empty; both may be freed once.
        unsafe { ffi::avifRWDataFree(&mut self.0) }
    }
}
