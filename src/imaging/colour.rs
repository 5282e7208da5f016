//! Brings the colours of a photo to sRGB by its ICC profile.

use std::sync::Arc;

use moxcms::{ColorProfile, DataColorSpace, Layout, Transform8BitExecutor, TransformOptions};

use super::Refusal;
use super::mask::MASK_COLOUR;
use super::pixels::Pixels;

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
    /// `Unsupported` for Lab: those are not the colours they seem to be.
    pub fn new(icc: Option<&[u8]>, grey: bool) -> Result<Self, Refusal> {
        let unchanged = Self {
            change: None,
            mask: MASK_COLOUR,
        };
        let Some(profile) = icc.and_then(|icc| ColorProfile::new_from_slice(icc).ok()) else {
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
