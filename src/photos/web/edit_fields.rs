//! The edits of a photo as its form holds them: texts, in percent of the photo as it is shown after its quarter turns.

use serde::Serialize;

use crate::error::FieldErrors;
use crate::imaging::{Edits, Mask, MaskKind, Point, Rect, Shape, Style};
use crate::web::Form;

/// All that [`Edits`] can say, field by field.
#[derive(Debug, Clone, Serialize)]
pub struct EditFields {
    /// Quarters to the right, 0 to 3; the numbers of all other fields are of the photo turned like this.
    pub turns: u8,
    pub straighten: String,
    /// From the left, from the top, width, height; all empty: the whole photo.
    pub crop: [String; 4],
    /// From the left, from the top; both empty: the middle.
    pub focus: [String; 2],
    pub masks: Vec<MaskFields>,
}

/// One line of the masks.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MaskFields {
    pub kind: String,
    pub shape: String,
    pub style: String,
    pub rect: [String; 4],
}

impl EditFields {
    pub fn of(edits: &Edits) -> Self {
        let shown = edits.after_turns();
        Self {
            turns: edits.turns,
            straighten: shown.straighten.to_string(),
            crop: shown.crop.map_or_else(Default::default, texts),
            focus: shown
                .focus
                .map_or_else(Default::default, |focus| [focus.x, focus.y].map(percent)),
            masks: shown
                .masks
                .iter()
                .map(|mask| MaskFields {
                    kind: mask.what.as_str().to_owned(),
                    shape: mask.shape.as_str().to_owned(),
                    style: mask.style.as_str().to_owned(),
                    rect: texts(mask.rect),
                })
                .collect(),
        }
    }

    /// What a form says; an edit that it has no fields for stays as it is stored.
    pub fn read(form: &Form, stored: &Edits) -> Self {
        let stored = Self::of(stored);
        let fields = |names: &[&str]| -> Option<Vec<String>> {
            let sent = names.iter().any(|name| !form.all(name).is_empty());
            sent.then(|| names.iter().map(|name| form.text(name)).collect())
        };
        let crop = fields(&["crop_x", "crop_y", "crop_width", "crop_height"]);
        let focus = fields(&["focus_x", "focus_y"]);
        let straighten = fields(&["straighten"]).and_then(|texts| texts.into_iter().next());
        let turns = form.text("turns").parse().ok().filter(|turns| *turns < 4);
        Self {
            turns: turns.unwrap_or(stored.turns),
            straighten: straighten.unwrap_or(stored.straighten),
            crop: crop.map_or(stored.crop, array),
            focus: focus.map_or(stored.focus, array),
            masks: match form.all("mask_kind") {
                kinds if kinds.is_empty() => stored.masks,
                kinds => mask_fields(form, kinds, &stored.masks),
            },
        }
    }

    /// The edits that the fields say, and what is wrong with them.
    pub fn edits(&self, errors: &mut FieldErrors) -> Edits {
        let straighten = match self.straighten.replace(',', ".").parse::<f32>() {
            Ok(degrees) if degrees.is_finite() => degrees,
            _ if self.straighten.is_empty() => 0.0,
            _ => {
                errors.add("straighten", "field-number");
                0.0
            }
        };
        let mut masks = Vec::new();
        for mask in self.masks.iter().filter(|mask| !mask.kind.is_empty()) {
            masks.extend(mask.mask(errors));
        }
        let shown = Edits {
            crop: rect(&self.crop, "crop", errors),
            straighten,
            masks,
            turns: 0,
            focus: point(&self.focus, errors),
            // The photo's own stays, or the clinic's comes: `photos::edit` knows.
            watermark: None,
        };
        shown.before_turns(self.turns)
    }
}

impl MaskFields {
    /// Nothing covered yet, looking as a cover usually does.
    pub fn usual() -> Self {
        Self {
            shape: Shape::default().as_str().to_owned(),
            style: Style::default().as_str().to_owned(),
            ..Self::default()
        }
    }

    /// Whether the line says nothing, but for its look.
    pub fn is_empty(&self) -> bool {
        self.kind.is_empty() && self.rect.iter().all(String::is_empty)
    }

    /// The mask that this line says, and what is wrong with it.
    pub fn mask(&self, errors: &mut FieldErrors) -> Option<Mask> {
        let Some(what) = MaskKind::parse(&self.kind) else {
            errors.add("masks", "photo-edits-refused");
            return None;
        };
        if self.rect.iter().all(String::is_empty) {
            errors.add("masks", "photo-mask-nowhere");
        }
        let rect = rect(&self.rect, "masks", errors)?;
        match (Shape::parse(&self.shape), Style::parse(&self.style)) {
            (Some(shape), Some(style)) => Some(Mask {
                shape,
                style,
                ..Mask::new(what, rect)
            }),
            _ => {
                errors.add("masks", "field-choice");
                None
            }
        }
    }
}

/// One line for each kind that was sent. A form without fields for the look leaves it as it is stored.
fn mask_fields(form: &Form, kinds: Vec<String>, stored: &[MaskFields]) -> Vec<MaskFields> {
    const SIDES: [&str; 4] = ["mask_x", "mask_y", "mask_width", "mask_height"];
    let (shapes, styles) = (form.all("mask_shape"), form.all("mask_style"));
    let sides = SIDES.map(|name| form.all(name));
    let usual = MaskFields::usual();
    let line = |(i, kind): (usize, String)| {
        let was = stored.get(i).filter(|was| was.kind == kind);
        let look = |sent: &[String], was: Option<&String>, usual: &String| {
            sent.get(i).or(was).unwrap_or(usual).clone()
        };
        MaskFields {
            shape: look(&shapes, was.map(|was| &was.shape), &usual.shape),
            style: look(&styles, was.map(|was| &was.style), &usual.style),
            rect: [0, 1, 2, 3].map(|side: usize| sides[side].get(i).cloned().unwrap_or_default()),
            kind,
        }
    };
    kinds.into_iter().enumerate().map(line).collect()
}

fn array<const N: usize>(texts: Vec<String>) -> [String; N] {
    let mut texts = texts.into_iter();
    std::array::from_fn(|_| texts.next().unwrap_or_default())
}

fn texts(rect: Rect) -> [String; 4] {
    [rect.x, rect.y, rect.width, rect.height].map(percent)
}

/// To the finest step that an edit has, so that what nobody touched comes back as it was.
fn percent(fraction: f64) -> String {
    ((fraction * 1e5).round() / 1e3).to_string()
}

fn numbers<const N: usize>(
    texts: &[String; N],
    name: &str,
    errors: &mut FieldErrors,
) -> Option<[f64; N]> {
    if texts.iter().all(String::is_empty) {
        return None;
    }
    let numbers = texts.each_ref().map(|text| {
        let number = text.replace(',', ".").parse::<f64>();
        number.map_or(f64::NAN, |percent| percent / 100.0)
    });
    if !numbers.iter().all(|number| number.is_finite()) {
        errors.add(name, "field-number");
        return None;
    }
    Some(numbers)
}

fn rect(texts: &[String; 4], name: &str, errors: &mut FieldErrors) -> Option<Rect> {
    let [x, y, width, height] = numbers(texts, name, errors)?;
    Some(Rect {
        x,
        y,
        width,
        height,
    })
}

fn point(texts: &[String; 2], errors: &mut FieldErrors) -> Option<Point> {
    let [x, y] = numbers(texts, "focus", errors)?;
    Some(Point { x, y })
}
