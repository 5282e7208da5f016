//! AVIF files that the tests have libavif write: the same four corners, stored in any way that the format knows.
#![expect(unsafe_code, reason = "libavif-sys has no safe layer over it")]

use image::RgbImage;
use libavif_sys as ffi;

/// A photo to be written.
#[derive(Clone)]
pub(super) struct Avif {
    pub picture: RgbImage,
    /// Bits of a sample: 8, 10 or 12.
    pub depth: u32,
    pub format: ffi::avifPixelFormat,
    pub full_range: bool,
    /// Primaries, transfer, matrix.
    pub numbers: (u16, u16, u16),
    pub icc: Vec<u8>,
    pub exif: Vec<u8>,
    /// Quarters anticlockwise.
    pub turns: Option<u8>,
    pub mirror: Option<u8>,
    /// Width, height, moved right, moved down; each above and below the line.
    pub clap: Option<[u32; 8]>,
    /// Of the right half.
    pub alpha: Option<u8>,
    pub premultiplied: bool,
    /// Columns and rows of tiles, each a copy of the picture.
    pub grid: (u32, u32),
    pub layers: u32,
    pub frames: u32,
}

impl Avif {
    pub fn of(picture: RgbImage) -> Self {
        Self {
            picture,
            depth: 8,
            format: ffi::AVIF_PIXEL_FORMAT_YUV444,
            full_range: true,
            numbers: (1, 13, 6),
            icc: Vec::new(),
            exif: Vec::new(),
            turns: None,
            mirror: None,
            clap: None,
            alpha: None,
            premultiplied: false,
            grid: (1, 1),
            layers: 1,
            frames: 1,
        }
    }

    pub fn build(&self) -> Vec<u8> {
        // SAFETY: everything is made, used and freed here; libavif copies what it is given.
        unsafe {
            let encoder = ffi::avifEncoderCreate();
            (*encoder).codecChoice = ffi::AVIF_CODEC_CHOICE_AOM;
            (*encoder).maxThreads = 1;
            (*encoder).speed = 10;
            (*encoder).quality = 90;
            (*encoder).qualityAlpha = 100;
            (*encoder).extraLayerCount = self.layers - 1;
            let image = self.image();
            let flags = match (self.frames, self.layers) {
                (1, 1) => ffi::AVIF_ADD_IMAGE_FLAG_SINGLE,
                _ => ffi::AVIF_ADD_IMAGE_FLAG_NONE,
            };
            let tiles = vec![image.cast_const(); (self.grid.0 * self.grid.1) as usize];
            for number in 0..self.frames.max(self.layers) {
                if self.layers > 1 {
                    (*encoder).quality = 40 + 20 * number as i32;
                }
                let (columns, rows) = self.grid;
                let added = match tiles.len() {
                    1 => ffi::avifEncoderAddImage(encoder, image, 1, flags),
                    _ => {
                        ffi::avifEncoderAddImageGrid(encoder, columns, rows, tiles.as_ptr(), flags)
                    }
                };
                assert_eq!(added, ffi::AVIF_RESULT_OK);
            }
            let mut output = ffi::avifRWData::default();
            assert_eq!(
                ffi::avifEncoderFinish(encoder, &mut output),
                ffi::AVIF_RESULT_OK
            );
            let bytes = std::slice::from_raw_parts(output.data, output.size).to_vec();
            ffi::avifRWDataFree(&mut output);
            ffi::avifImageDestroy(image);
            ffi::avifEncoderDestroy(encoder);
            bytes
        }
    }

    unsafe fn image(&self) -> *mut ffi::avifImage {
        let (width, height) = self.picture.dimensions();
        let rgba: Vec<u8> = self
            .picture
            .enumerate_pixels()
            .flat_map(|(x, _, p)| {
                let alpha = self.alpha.filter(|_| x >= width / 2).unwrap_or(255);
                let mixed = |sample: u8| match self.premultiplied {
                    true => (u32::from(sample) * u32::from(alpha) / 255) as u8,
                    false => sample,
                };
                [mixed(p[0]), mixed(p[1]), mixed(p[2]), alpha]
            })
            .collect();
        // SAFETY: as above; the samples are read while `rgba` lives.
        unsafe {
            let image = ffi::avifImageCreate(width, height, self.depth, self.format);
            (*image).yuvRange = match self.full_range {
                true => ffi::AVIF_RANGE_FULL,
                false => ffi::AVIF_RANGE_LIMITED,
            };
            (*image).colorPrimaries = self.numbers.0 as _;
            (*image).transferCharacteristics = self.numbers.1 as _;
            (*image).matrixCoefficients = self.numbers.2 as _;
            (*image).alphaPremultiplied = i32::from(self.premultiplied);
            let mut rgb = ffi::avifRGBImage::default();
            ffi::avifRGBImageSetDefaults(&mut rgb, image);
            rgb.format = ffi::AVIF_RGB_FORMAT_RGBA;
            rgb.depth = 8;
            rgb.ignoreAlpha = i32::from(self.alpha.is_none());
            rgb.alphaPremultiplied = i32::from(self.premultiplied);
            rgb.pixels = rgba.as_ptr().cast_mut();
            rgb.rowBytes = width * 4;
            assert_eq!(ffi::avifImageRGBToYUV(image, &rgb), ffi::AVIF_RESULT_OK);
            ffi::avifImageSetProfileICC(image, self.icc.as_ptr(), self.icc.len());
            if !self.exif.is_empty() {
                let tiff = &self.exif[6..];
                ffi::avifImageSetMetadataExif(image, tiff.as_ptr(), tiff.len());
            }
            // Setting EXIF turns the picture by it; only what the test asks for is to be said.
            (*image).transformFlags = ffi::AVIF_TRANSFORM_NONE;
            if let Some(turns) = self.turns {
                (*image).transformFlags |= ffi::AVIF_TRANSFORM_IROT;
                (*image).irot.angle = turns;
            }
            if let Some(axis) = self.mirror {
                (*image).transformFlags |= ffi::AVIF_TRANSFORM_IMIR;
                (*image).imir.axis = axis;
            }
            if let Some([w, wd, h, hd, x, xd, y, yd]) = self.clap {
                (*image).transformFlags |= ffi::AVIF_TRANSFORM_CLAP;
                (*image).clap = ffi::avifCleanApertureBox {
                    widthN: w,
                    widthD: wd,
                    heightN: h,
                    heightD: hd,
                    horizOffN: x,
                    horizOffD: xd,
                    vertOffN: y,
                    vertOffD: yd,
                };
            }
            image
        }
    }
}
