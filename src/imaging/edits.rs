//! What staff do to a photo: turn, crop, straighten, cover. Numbers only; the pixels follow in `develop`.

use serde::{Deserialize, Serialize};

use super::{Level, Shape, Style};

/// The finest step of an edit: fractions and degrees are rounded to it before they count for anything.
pub(super) const STEP: f64 = 1e-5;
/// The largest correction of the horizon, in degrees to either side.
pub const MAX_STRAIGHTEN: f32 = 15.0;
/// The smallest crop, as a fraction of each side.
pub const MIN_CROP: f64 = 0.1;
/// The most masks on one photo.
pub const MAX_MASKS: usize = 50;

/// A rectangle on the *oriented, unedited* photo: the photo as an ordinary viewer shows it. Fractions of its width
/// (x, width) and height (y, height), from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    /// The whole photo.
    pub const WHOLE: Self = Self {
        x: 0.0,
        y: 0.0,
        width: 1.0,
        height: 1.0,
    };
}

/// What a mask covers; this decides at which levels it is burned in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MaskKind {
    Face,
    Eyes,
    /// A tattoo, scar, jewel, bystander or background that tells who it is.
    Mark,
}

impl MaskKind {
    pub const ALL: [Self; 3] = [Self::Face, Self::Eyes, Self::Mark];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Face => "face",
            Self::Eyes => "eyes",
            Self::Mark => "mark",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The highest level at which it is burned; it is burned at all lower ones too.
    pub(super) fn highest_burned(self) -> Level {
        match self {
            Self::Face => Level::AreaOnly,
            Self::Eyes => Level::Covered,
            Self::Mark => Level::FullFace,
        }
    }
}

/// A cover over something that must not be seen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mask {
    pub what: MaskKind,
    pub rect: Rect,
    #[serde(default, skip_serializing_if = "Shape::is_usual")]
    pub shape: Shape,
    #[serde(default, skip_serializing_if = "Style::is_usual")]
    pub style: Style,
}

impl Mask {
    /// A solid rectangle.
    pub fn new(what: MaskKind, rect: Rect) -> Self {
        Self {
            what,
            rect,
            shape: Shape::default(),
            style: Style::default(),
        }
    }
}

/// A place on the *oriented, unedited* photo, as fractions of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// All edits of one photo. The default does nothing.
///
/// `straighten` turns the photo clockwise about its centre, in degrees; the frame keeps its size. A crop (or the whole
/// frame) that would then reach over an edge of the turned photo is scaled towards the centre of the frame, keeping its
/// shape, until it does not: no blank corners.
///
/// Rectangles and points stay on the photo as it was before any of this; `turns` then turns the whole by quarters.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Edits {
    pub crop: Option<Rect>,
    pub straighten: f32,
    pub masks: Vec<Mask>,
    /// Quarter turns clockwise, 0 to 3: a camera that did not know how it was held.
    #[serde(skip_serializing_if = "is_none_of")]
    pub turns: u8,
    /// What must stay in the picture where only a part fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus: Option<Point>,
    /// The name of the logo that stands in a corner. It is the clinic's mark and no cover: it says nothing about how much of a
    /// person is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub watermark: Option<String>,
}

fn is_none_of(turns: &u8) -> bool {
    *turns == 0
}

/// What is wrong with an edit description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditError {
    /// A number that is infinite or not a number.
    NotFinite,
    /// A rectangle without area or not wholly on the photo.
    OutOfBounds,
    /// A crop of less than a tenth of a side.
    CropTooSmall,
    /// More than 15 degrees to a side.
    StraightenTooFar,
    /// More than 50 masks.
    TooManyMasks,
    /// More than three quarter turns.
    TooManyTurns,
}

impl EditError {
    /// The error as a stable kebab-case word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotFinite => "not-finite",
            Self::OutOfBounds => "out-of-bounds",
            Self::CropTooSmall => "crop-too-small",
            Self::StraightenTooFar => "straighten-too-far",
            Self::TooManyMasks => "too-many-masks",
            Self::TooManyTurns => "too-many-turns",
        }
    }
}

impl std::fmt::Display for EditError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotFinite => "A number is missing or not a number. Type it again.",
            Self::OutOfBounds => {
                "A rectangle reaches over the edge of the photo or has no size. Move or resize it."
            }
            Self::CropTooSmall => {
                "The crop is too small. Keep at least a tenth of the photo's width and height."
            }
            Self::StraightenTooFar => {
                "A photo can be straightened by at most 15 degrees to either side."
            }
            Self::TooManyTurns => "A photo can be turned by at most three quarters.",
            Self::TooManyMasks => "A photo can have at most 50 masks. Use fewer, larger ones.",
        })
    }
}

impl std::error::Error for EditError {}

impl Edits {
    /// Whether the edits can be carried out.
    pub fn validate(&self) -> Result<(), EditError> {
        let straighten = f64::from(self.straighten);
        let rects = || {
            self.crop
                .iter()
                .chain(self.masks.iter().map(|mask| &mask.rect))
        };
        let focus_is_finite = |focus: Point| focus.x.is_finite() && focus.y.is_finite();
        if !straighten.is_finite()
            || !rects().all(Rect::is_finite)
            || !self.focus.is_none_or(focus_is_finite)
        {
            return Err(EditError::NotFinite);
        }
        if self.turns > 3 {
            return Err(EditError::TooManyTurns);
        }
        if straighten.abs() > f64::from(MAX_STRAIGHTEN) {
            return Err(EditError::StraightenTooFar);
        }
        if self.masks.len() > MAX_MASKS {
            return Err(EditError::TooManyMasks);
        }
        let on_the_photo = |place: f64| (-STEP..=1.0 + STEP).contains(&place);
        let focus_is_on = |focus: Point| on_the_photo(focus.x) && on_the_photo(focus.y);
        if !rects().all(Rect::is_on_the_photo) || !self.focus.is_none_or(focus_is_on) {
            return Err(EditError::OutOfBounds);
        }
        match self.crop {
            Some(crop) if crop.width < MIN_CROP - STEP || crop.height < MIN_CROP - STEP => {
                Err(EditError::CropTooSmall)
            }
            _ => Ok(()),
        }
    }
}

impl Rect {
    fn is_finite(&self) -> bool {
        [self.x, self.y, self.width, self.height]
            .iter()
            .all(|number| number.is_finite())
    }

    /// Forms and drawing round: an edge may lie one step outside, and is then taken as lying on the border.
    fn is_on_the_photo(&self) -> bool {
        let along = |start: f64, length: f64| {
            start >= -STEP && length >= STEP && start + length <= 1.0 + 2.0 * STEP
        };
        along(self.x, self.width) && along(self.y, self.height)
    }
}
