//! Whether a before and an after can be compared: differences that the camera made, not the treatment.

use serde::{Deserialize, Serialize};

use super::background::background;
use super::exposure::stops;
use super::sharpness::Blurs;
use super::sight::Sight;
use super::white::{WhiteBalance, gains, white_balance};
use super::{Picture, Similarity, Threshold, Thresholds};

/// The differences of two photos, and what they come to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Whether the photos were lined up: then the same areas were compared, else the whole pictures.
    pub aligned: bool,
    /// In stops; above zero when the after photo is brighter.
    pub stops: Option<f64>,
    pub white_balance: Option<WhiteBalance>,
    /// The blur of the sharpest quarter, in pixels of a picture of [`LOOK_SIDE`](super::LOOK_SIDE).
    pub blur_before: Option<f64>,
    pub blur_after: Option<f64>,
    /// How many times wider the same edges are in the after photo: above 1 it is softer.
    pub blur_times: Option<f64>,
    /// How much larger things are on the after photo when both are shown equally wide: 1 is alike.
    pub scale: Option<f64>,
    /// How far the after photo is turned clockwise.
    pub degrees: Option<f64>,
    /// The distance of the colours behind the person, in CIE 1976 ΔE, the light's share taken away.
    pub background: Option<f64>,
    /// What is worth a word, the weightiest first.
    pub findings: Vec<Finding>,
}

/// How much a difference matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Worth a word.
    Noticed,
    /// The photos should rather be taken again.
    Clear,
}

/// One difference that is worth a word.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub what: What,
    pub weight: Weight,
    /// Stops, mired, ΔE, times, or degrees, by what it is; never below zero.
    pub amount: f64,
}

/// What differs, seen from the after photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Brighter,
    Darker,
    Warmer,
    Cooler,
    Greener,
    Pinker,
    Softer,
    Sharper,
    Closer,
    Farther,
    TurnedClockwise,
    TurnedCounterclockwise,
    Background,
}

impl What {
    pub const ALL: [Self; 13] = [
        Self::Brighter,
        Self::Darker,
        Self::Warmer,
        Self::Cooler,
        Self::Greener,
        Self::Pinker,
        Self::Softer,
        Self::Sharper,
        Self::Closer,
        Self::Farther,
        Self::TurnedClockwise,
        Self::TurnedCounterclockwise,
        Self::Background,
    ];

    /// As a stable kebab-case word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Brighter => "brighter",
            Self::Darker => "darker",
            Self::Warmer => "warmer",
            Self::Cooler => "cooler",
            Self::Greener => "greener",
            Self::Pinker => "pinker",
            Self::Softer => "softer",
            Self::Sharper => "sharper",
            Self::Closer => "closer",
            Self::Farther => "farther",
            Self::TurnedClockwise => "turned-clockwise",
            Self::TurnedCounterclockwise => "turned-counterclockwise",
            Self::Background => "background",
        }
    }

    /// Whether lining up the photos takes the difference away.
    pub fn is_of_frame(self) -> bool {
        matches!(
            self,
            Self::Closer | Self::Farther | Self::TurnedClockwise | Self::TurnedCounterclockwise
        )
    }
}

impl Comparison {
    /// The weightiest finding's weight; `None` when nothing differs.
    pub fn weight(&self) -> Option<Weight> {
        self.findings.iter().map(|finding| finding.weight).max()
    }
}

/// Compares two photos as they are shown. `change` is how they lie to each other, where that is known: without it scale
/// and turn stay unknown, and light is compared over the whole pictures, which is less sure.
pub fn compare(
    before: &Picture,
    after: &Picture,
    change: Option<&Similarity>,
    thresholds: &Thresholds,
) -> Comparison {
    let sight = Sight::of(before, after, change);
    let stops = stops(&sight);
    let gains = gains(&sight);
    let widths = f64::from(before.width()) / f64::from(after.width());
    let blurs = (Blurs::of(before), Blurs::of(after));
    let mut comparison = Comparison {
        aligned: sight.aligned,
        stops,
        white_balance: gains.map(white_balance),
        blur_before: blurs.0.sharpest(),
        blur_after: blurs.1.sharpest(),
        blur_times: blurs.0.times(&blurs.1, change),
        scale: change.map(|change| change.scale() * widths),
        degrees: change.map(Similarity::degrees),
        background: stops
            .zip(gains)
            .and_then(|(stops, gains)| background(&sight, stops, gains)),
        findings: Vec::new(),
    };
    comparison.findings = findings(&comparison, thresholds);
    comparison
}

fn findings(found: &Comparison, thresholds: &Thresholds) -> Vec<Finding> {
    let mut all = Vec::new();
    let mut note = |(up, down): (What, What), difference: Option<f64>, threshold: &Threshold| {
        let weighed = difference.and_then(|d| Some((d, threshold.weigh(d)?)));
        if let Some((difference, weight)) = weighed {
            all.push(Finding {
                what: if difference > 0.0 { up } else { down },
                weight,
                amount: difference.abs(),
            });
        }
    };
    note(
        (What::Brighter, What::Darker),
        found.stops,
        &thresholds.stops,
    );
    let mired = found.white_balance.and_then(|white| white.mired);
    note((What::Warmer, What::Cooler), mired, &thresholds.mired);
    let green = found.white_balance.map(|white| white.green);
    note((What::Greener, What::Pinker), green, &thresholds.tint);
    note(
        (What::Background, What::Background),
        found.background,
        &thresholds.background,
    );
    note(
        (What::TurnedClockwise, What::TurnedCounterclockwise),
        found.degrees,
        &thresholds.turn,
    );
    // Times, weighed by what is more than once.
    let times = |ratio: Option<f64>, least: f64| {
        ratio.map(|ratio| {
            let more = ratio.max(1.0 / ratio) - least;
            if ratio >= 1.0 { more } else { -more }
        })
    };
    note(
        (What::Closer, What::Farther),
        times(found.scale, 1.0),
        &thresholds.scale,
    );
    note(
        (What::Softer, What::Sharper),
        times(found.blur_times, 0.0),
        &thresholds.blur,
    );
    // Over whole pictures hair that was shaved or grew looks like another light: nobody is sent back for that.
    if !found.aligned {
        all.iter_mut().for_each(|one| one.weight = Weight::Noticed);
    }
    all.sort_by_key(|finding| std::cmp::Reverse(finding.weight));
    all
}
