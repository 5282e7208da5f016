//! Brings the colours of a photo to sRGB by its ICC profile.

use std::sync::Arc;

use moxcms::{
    CicpColorPrimaries, CicpProfile, ColorProfile, DataColorSpace, Layout, MatrixCoefficients,
    TransferCharacteristics, Transform8BitExecutor, TransformOptions,
};

use super::Refusal;
use super::mask::MASK_COLOUR;
use super::pixels::Pixels;

/// Which colours the samples of a photo stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Space {
    /// Nothing is said: sRGB, as in browsers.
    Unsaid,
    Icc(Vec<u8>),
    /// By the numbers of ITU-T H.273.
    Coded {
        primaries: u16,
        transfer: u16,
    },
}

impl Space {
    pub fn from_icc(profile: Option<Vec<u8>>) -> Self {
        profile.map_or(Self::Unsaid, Self::Icc)
    }

    fn profile(&self) -> Result<Option<ColorProfile>, Refusal> {
        match self {
            Self::Unsaid => Ok(None),
            Self::Icc(profile) => Ok(ColorProfile::new_from_slice(profile).ok()),
            Self::Coded {
                primaries,
                transfer,
            } => coded(*primaries, *transfer),
        }
    }
}

/// The way from a photo's colours to sRGB.
pub(super) struct ToSrgb {
    change: Option<Change>,
    mask: [u8; 3],
}

enum Change {
    Rgb(Arc<Transform8BitExecutor>),
    Grey(Arc<Transform8BitExecutor>),
}

impl ToSrgb {
    /// A missing or broken profile, or one for other channels than the photo has, counts as sRGB, as in browsers.
    ///
    /// # Errors
    /// `Unsupported` for Lab and for HDR: those are not the colours they seem to be.
    pub fn new(space: &Space, grey: bool) -> Result<Self, Refusal> {
        let unchanged = Self {
            change: None,
            mask: MASK_COLOUR,
        };
        let Some(profile) = space.profile()? else {
            return Ok(unchanged);
        };
        let srgb = ColorProfile::new_srgb();
        let options = TransformOptions::default();
        Ok(match profile.color_space {
            DataColorSpace::Lab => return Err(Refusal::Unsupported),
            DataColorSpace::Rgb => {
                let there = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options);
                let Some(there) = there.ok().filter(changes_something) else {
                    return Ok(unchanged);
                };
                let back = srgb
                    .create_transform_8bit(Layout::Rgb, &profile, Layout::Rgb, options)
                    .ok();
                let mask = back.and_then(|back| mask_in_source(&there, &back));
                Self {
                    change: Some(Change::Rgb(there)),
                    mask: mask.unwrap_or(MASK_COLOUR),
                }
            }
            DataColorSpace::Gray if grey => {
                let there =
                    profile.create_transform_8bit(Layout::Gray, &srgb, Layout::Rgb, options);
                Self {
                    change: there.ok().map(Change::Grey),
                    mask: MASK_COLOUR,
                }
            }
            _ => unchanged,
        })
    }

    /// The colour that will be [`MASK_COLOUR`] once the photo is in sRGB.
    pub fn mask(&self) -> [u8; 3] {
        self.mask
    }

    pub fn apply(&self, pixels: &mut Pixels) -> Result<(), Refusal> {
        let (transform, source) = match &self.change {
            None => return Ok(()),
            Some(Change::Rgb(transform)) => (transform, pixels.data.clone()),
            Some(Change::Grey(transform)) => (
                transform,
                pixels.data.iter().skip(1).step_by(3).copied().collect(),
            ),
        };
        transform
            .transform(&source, &mut pixels.data)
            .map_err(|_| Refusal::NotEncoded)
    }
}

/// H.273 tables 2 and 3. Curves of television (1, 6, 14, 15) count as sRGB, as in browsers; those of HDR (16, 18) can't be
/// shown on a page without choosing what to lose.
fn coded(primaries: u16, transfer: u16) -> Result<Option<ColorProfile>, Refusal> {
    let transfer = match transfer {
        16 | 18 => return Err(Refusal::Unsupported),
        1 | 2 | 6 | 14 | 15 => 13,
        other => other,
    };
    let known = |number: u16| u8::try_from(number).ok();
    let primaries = known(primaries).and_then(|n| CicpColorPrimaries::try_from(n).ok());
    let transfer = known(transfer).and_then(|n| TransferCharacteristics::try_from(n).ok());
    let (Some(color_primaries), Some(transfer_characteristics)) = (primaries, transfer) else {
        return Ok(None);
    };
    let unsaid = [
        CicpColorPrimaries::Unspecified,
        CicpColorPrimaries::Reserved,
    ];
    if unsaid.contains(&color_primaries) {
        return Ok(None);
    }
    Ok(Some(ColorProfile::new_from_cicp(CicpProfile {
        color_primaries,
        transfer_characteristics,
        matrix_coefficients: MatrixCoefficients::Bt709,
        full_range: true,
    })))
}

/// Four inks, full where the sample is 255, to sRGB by the photo's own profile.
///
/// # Errors
/// `Cmyk` without a profile for four inks: guessing would show wrong colours.
pub(super) fn cmyk_to_srgb(profile: Option<&[u8]>, inks: &[u8]) -> Result<Vec<u8>, Refusal> {
    let profile = profile.and_then(|profile| ColorProfile::new_from_slice(profile).ok());
    let profile = profile.filter(|profile| profile.color_space == DataColorSpace::Cmyk);
    let transform = profile.and_then(|profile| {
        let options = TransformOptions::default();
        let srgb = ColorProfile::new_srgb();
        profile
            .create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgb, options)
            .ok()
    });
    let transform = transform.ok_or(Refusal::Cmyk)?;
    let mut rgb = vec![0; inks.len() / 4 * 3];
    transform
        .transform(inks, &mut rgb)
        .map_err(|_| Refusal::Cmyk)?;
    Ok(rgb)
}

/// Most profiles are sRGB itself under some name; leaving those alone saves time and rounding.
fn changes_something(transform: &Arc<Transform8BitExecutor>) -> bool {
    let step = |number: usize| (number % 9 * 32).min(255) as u8;
    let probe: Vec<u8> = (0..729)
        .flat_map(|number| [step(number / 81), step(number / 9), step(number)])
        .collect();
    let mut result = vec![0; probe.len()];
    let done = transform.transform(&probe, &mut result).is_ok();
    done && probe
        .iter()
        .zip(&result)
        .any(|(before, after)| before.abs_diff(*after) > 1)
}

/// The mask's colour taken back through the profile, if it comes out right again.
fn mask_in_source(
    there: &Arc<Transform8BitExecutor>,
    back: &Arc<Transform8BitExecutor>,
) -> Option<[u8; 3]> {
    let (mut source, mut again) = ([0; 3], [0; 3]);
    back.transform(&MASK_COLOUR, &mut source).ok()?;
    there.transform(&source, &mut again).ok()?;
    MASK_COLOUR
        .iter()
        .zip(again)
        .all(|(wanted, got)| wanted.abs_diff(got) <= 2)
        .then_some(source)
}
