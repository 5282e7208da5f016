//! What was done to a photo, in order: for whoever asks whether a result was made to look better than it is.

use serde::Serialize;

use super::frame::Frame;
use super::orientation::Orientation;
use super::probe::Header;
use super::widths::sizes;
use super::{Edits, Format, Level, Limits, MaskKind, Rect, Refusal, Shape, SourceKind, Style};

/// Changes when the same photo and edits would give other bytes.
pub const PIPELINE: u32 = 3;

/// One step from the sealed original to a web version.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Sides in pixels as stored.
    Decode {
        kind: SourceKind,
        width: u32,
        height: u32,
    },
    Mask {
        what: MaskKind,
        shape: Shape,
        style: Style,
        rect: Rect,
    },
    /// As the camera was held, by its EXIF number.
    Orient {
        exif: u8,
    },
    /// Clockwise, in degrees.
    Turn {
        degrees: u16,
    },
    /// Clockwise, in degrees.
    Straighten {
        degrees: f32,
    },
    Crop {
        rect: Rect,
    },
    /// From the photo's own colours, as its profile or its numbers say, to those of the web.
    Colours,
    /// Widths in pixels.
    Resize {
        widths: Vec<u32>,
    },
    /// The clinic's logo in a corner, by its name.
    Watermark {
        logo: String,
    },
    Encode {
        formats: Vec<Format>,
    },
}

impl Step {
    /// The step as a sentence for people.
    pub fn words(&self) -> String {
        match self {
            Self::Decode {
                kind,
                width,
                height,
            } => format!("Read as {}, {width} × {height} pixels.", kind.as_str()),
            Self::Mask {
                what,
                shape,
                style,
                rect,
            } => format!(
                "Covered the {} by a {} {}, {}.",
                what.as_str(),
                style.as_str(),
                shape.as_str(),
                place(rect)
            ),
            Self::Orient { exif } => {
                format!("Turned as the camera was held (EXIF orientation {exif}).")
            }
            Self::Turn { degrees } => format!("Turned clockwise by {degrees} degrees."),
            Self::Straighten { degrees } => {
                format!("Straightened clockwise by {degrees} degrees.")
            }
            Self::Crop { rect } => format!("Cropped to the part {}.", place(rect)),
            Self::Colours => "Brought from its own colours to sRGB, those of the web.".to_owned(),
            Self::Resize { widths } => {
                let widths: Vec<String> = widths.iter().map(u32::to_string).collect();
                format!("Made smaller, to {} pixels wide.", widths.join(", "))
            }
            Self::Watermark { logo } => {
                format!("The clinic's logo was put into a corner ({logo}).")
            }
            Self::Encode { formats } => {
                let formats: Vec<&str> = formats.iter().map(|format| format.as_str()).collect();
                let listed = match formats.split_last() {
                    Some((last, [])) => (*last).to_owned(),
                    Some((last, others)) => format!("{} and {last}", others.join(", ")),
                    None => "nothing".to_owned(),
                };
                format!("Stored as {listed}, without metadata.")
            }
        }
    }
}

fn place(rect: &Rect) -> String {
    let percent = |fraction: f64| (fraction * 1000.0).round() / 10.0;
    format!(
        "{} % wide and {} % high, {} % from the left and {} % from the top",
        percent(rect.width),
        percent(rect.height),
        percent(rect.x),
        percent(rect.y)
    )
}

/// The steps that [`develop`](super::develop()) takes, in their order; nothing else is done to a photo: no retouching, no
/// exposure, no sharpening. Told from the header alone.
///
/// # Errors
/// As [`probe`](super::probe()); `BadEdits`.
pub fn ledger(
    bytes: &[u8],
    edits: &Edits,
    level: Level,
    limits: &Limits,
    formats: &[Format],
) -> Result<Vec<Step>, Refusal> {
    edits.validate().map_err(|_| Refusal::BadEdits)?;
    let edits = edits.canonical();
    let header = Header::read(bytes, limits)?;
    let (width, height) = header.stored;
    let mut steps = vec![Step::Decode {
        kind: header.kind,
        width,
        height,
    }];
    let burned = edits.masks.iter().filter(|mask| level.burns(mask.what));
    steps.extend(burned.map(|mask| Step::Mask {
        what: mask.what,
        shape: mask.shape,
        style: mask.style,
        rect: mask.rect,
    }));
    let orientation = header.orientation();
    if orientation.number() != 1 {
        steps.push(Step::Orient {
            exif: orientation.number(),
        });
    }
    if edits.turns > 0 {
        steps.push(Step::Turn {
            degrees: u16::from(edits.turns) * 90,
        });
    }
    if edits.straighten != 0.0 {
        steps.push(Step::Straighten {
            degrees: edits.straighten,
        });
    }
    steps.extend(edits.crop.map(|rect| Step::Crop { rect }));
    let shown = orientation.then(Orientation::quarters(edits.turns));
    let frame = Frame::new(shown.turned(header.stored), &edits.after_turns());
    let widths = sizes(frame.size()).into_iter().map(|size| size.0);
    steps.extend([
        Step::Colours,
        Step::Resize {
            widths: widths.collect(),
        },
    ]);
    let logo = edits.watermark;
    steps.extend(logo.map(|logo| Step::Watermark { logo }));
    steps.push(Step::Encode {
        formats: formats.to_vec(),
    });
    Ok(steps)
}
