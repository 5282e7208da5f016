//! Suggested covers on the page of a photo: one button each, which adds the cover to the form's masks.

use serde::Serialize;

use super::edit_fields::{EditFields, MaskFields};
use crate::error::{Error, FieldErrors};
use crate::imaging::{Edits, Mask};
use crate::photos::suggestions::Suggestion;

/// One button.
#[derive(Debug, Serialize)]
pub struct Suggested {
    kind: &'static str,
    sure: bool,
    /// What the button sends: kind and numbers in percent of the photo as it is shown.
    value: String,
    /// Left, top, width, height, in percent.
    rect: [String; 4],
}

impl Suggested {
    pub fn of(found: &Suggestion) -> Self {
        let fields = fields(&found.mask);
        Self {
            kind: found.mask.what.as_str(),
            sure: found.sure,
            value: format!("{} {}", fields.kind, fields.rect.join(" ")),
            rect: fields.rect,
        }
    }
}

/// What a button sent, as one more mask of the form.
///
/// # Errors
/// `Invalid` for what no button sends.
pub fn added(value: &str) -> Result<MaskFields, Error> {
    let mut words = value.split_whitespace();
    let mut next = || words.next().unwrap_or_default().to_owned();
    let mask = MaskFields {
        kind: next(),
        rect: [next(), next(), next(), next()],
        ..MaskFields::usual()
    };
    let mut errors = FieldErrors::default();
    mask.mask(&mut errors);
    errors.check().map(|()| mask)
}

fn fields(mask: &Mask) -> MaskFields {
    let edits = Edits {
        masks: vec![*mask],
        ..Edits::default()
    };
    let mut fields = EditFields::of(&edits).masks;
    fields.pop().unwrap_or_default()
}
