//! Edits in one exact form: what is hashed, compared with an approval, and carried out.

use super::edits::{Edits, Mask, Rect, STEP};

impl Edits {
    /// The same edits rounded to 1e-5, a crop of the whole photo left out, masks in a fixed order and each once.
    pub(super) fn canonical(&self) -> Self {
        let mut masks: Vec<Mask> = self
            .masks
            .iter()
            .map(|mask| Mask {
                what: mask.what,
                rect: mask.rect.rounded(),
            })
            .collect();
        masks.sort_by_key(|mask| (mask.what, mask.rect.steps()));
        masks.dedup_by_key(|mask| (mask.what, mask.rect.steps()));
        Self {
            crop: self
                .crop
                .map(|crop| crop.rounded())
                .filter(|crop| crop.steps() != Rect::WHOLE.steps()),
            straighten: rounded(f64::from(self.straighten)) as f32,
            masks,
        }
    }

    /// JSON that is equal for equal edits and can be read back: the text to hash for an approval.
    pub fn canonical_json(&self) -> String {
        let edits = self.canonical();
        let crop = edits.crop.map(|crop| crop.json());
        let masks: Vec<_> = edits
            .masks
            .iter()
            .map(|mask| {
                format!(
                    r#"{{"what":"{}","rect":{}}}"#,
                    mask.what.as_str(),
                    mask.rect.json()
                )
            })
            .collect();
        format!(
            r#"{{"crop":{},"straighten":{},"masks":[{}]}}"#,
            crop.as_deref().unwrap_or("null"),
            rounded(f64::from(edits.straighten)),
            masks.join(",")
        )
    }

    /// Whether a rendition of these edits shows nothing that one of the `approved` edits, at the same level, does not show:
    /// such a change may go live without a moderator. When in doubt the answer is no.
    ///
    /// The photo is turned alike, the crop lies inside the approved one (on a turned photo it is the same crop, since how
    /// far it is scaled to avoid blank corners depends on the crop itself), and each approved mask lies wholly under one
    /// new mask that is burned at all the levels the approved one is burned at.
    pub fn shows_no_more_than(&self, approved: &Self) -> bool {
        if self.validate().is_err() || approved.validate().is_err() {
            return false;
        }
        let (new, old) = (self.canonical(), approved.canonical());
        let (crop, old_crop) = (
            new.crop.unwrap_or(Rect::WHOLE).steps(),
            old.crop.unwrap_or(Rect::WHOLE).steps(),
        );
        let crop_is_within = if new.straighten == 0.0 {
            crop.is_within(&old_crop)
        } else {
            crop == old_crop
        };
        new.straighten == old.straighten
            && crop_is_within
            && old.masks.iter().all(|old| {
                new.masks.iter().any(|new| {
                    old.what.highest_burned() <= new.what.highest_burned()
                        && old.rect.steps().is_within(&new.rect.steps())
                })
            })
    }
}

/// A rectangle in whole steps of 1e-5: (left, top, right, bottom).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Steps(i64, i64, i64, i64);

impl Steps {
    fn is_within(&self, outer: &Self) -> bool {
        outer.0 <= self.0 && outer.1 <= self.1 && self.2 <= outer.2 && self.3 <= outer.3
    }
}

impl Rect {
    /// Edges (not sizes) rounded and kept on the photo, so that two rectangles that touch still touch.
    fn rounded(&self) -> Self {
        let Steps(left, top, right, bottom) = self.steps();
        let fraction = |steps: i64| rounded(steps as f64 * STEP);
        Self {
            x: fraction(left),
            y: fraction(top),
            width: fraction(right - left),
            height: fraction(bottom - top),
        }
    }

    fn steps(&self) -> Steps {
        let edge = |place: f64| (place.clamp(0.0, 1.0) / STEP).round() as i64;
        Steps(
            edge(self.x),
            edge(self.y),
            edge(self.x + self.width),
            edge(self.y + self.height),
        )
    }

    fn json(&self) -> String {
        format!(
            r#"{{"x":{},"y":{},"width":{},"height":{}}}"#,
            self.x, self.y, self.width, self.height
        )
    }
}

/// To five decimals; adding zero turns −0 into 0.
fn rounded(number: f64) -> f64 {
    (number * 1e5).round() / 1e5 + 0.0
}
