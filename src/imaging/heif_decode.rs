//! Decodes HEIC, as iPhones store photos.

use std::panic::{AssertUnwindSafe, catch_unwind};

use heic_decoder::{DecodeOptions, DecodedImage, HeifError};

use super::Refusal;
use super::colour::Space;
use super::decode::{Decoded, on_white};
use super::heif::{HeifHeader, refusal};
use super::mask::Grain;
use super::pixels::Pixels;

/// Blocks of coefficients measure up to 32 pixels, and filters change up to four pixels beyond their edges. Where the
/// blocks begin can't be known (tiles, cropped pictures): a mask reaches a whole block further.
const GRAIN: Grain = Grain {
    block: (1, 1),
    reach: 36,
};

/// # Errors
/// `Heic` for what the decoder can't do, `Damaged`, `Unsupported` for colours brighter than a screen shows (HDR).
pub(super) fn decode(bytes: &[u8], header: &HeifHeader) -> Result<Decoded, Refusal> {
    let options = DecodeOptions {
        apply_transforms: header.turned_by_decoder,
    };
    let decode = || -> Result<Decoded, Refusal> {
        let mut image =
            heic_decoder::decode_with(bytes, &options).map_err(|error| refusal(&error))?;
        let space = match image.metadata.icc_profile.take() {
            Some(profile) => Space::Icc(profile),
            None => image.color_info.map_or(Space::Unsaid, |info| Space::Coded {
                primaries: info.color_primaries,
                transfer: info.transfer_characteristics,
            }),
        };
        let grey = image.chroma_format_idc == 0;
        let (width, height) = header.size;
        if (image.width, image.height) != (width as usize, height as usize) {
            return Err(Refusal::Damaged);
        }
        Ok(Decoded {
            pixels: Pixels::new(width, height, rgb(image).map_err(|error| refusal(&error))?)?,
            divisor: 1,
            grain: GRAIN,
            space,
            grey,
            damaged: false,
        })
    };
    // It promises not to panic; a file that makes it do so is damaged.
    catch_unwind(AssertUnwindSafe(decode)).unwrap_or(Err(Refusal::Damaged))
}

/// What is transparent lies on white.
fn rgb(image: DecodedImage) -> Result<Vec<u8>, HeifError> {
    if image.alpha.is_none() {
        return Ok(image.to_rgb8()?.data);
    }
    let picture = image.to_rgba8()?;
    drop(image);
    let onto = |sample: u8, alpha: u8| match picture.premultiplied {
        true => sample.saturating_add(255 - alpha),
        false => on_white(sample, alpha),
    };
    Ok(picture
        .data
        .chunks_exact(4)
        .flat_map(|p| [onto(p[0], p[3]), onto(p[1], p[3]), onto(p[2], p[3])])
        .collect())
}
