//! Edits in one exact form: what is hashed, compared with an approval, and carried out.

use super::edits::{Edits, Mask, Point, Rect, STEP};
use super::{Shape, Style};

impl Edits {
    /// The same edits rounded to 1e-5, a crop of the whole photo left out, masks in a fixed order and each once.
    pub(super) fn canonical(&self) -> Self {
        let mut masks: Vec<Mask> = self
            .masks
            .iter()
            .map(|mask| Mask {
                rect: mask.rect.rounded(),
                ..*mask
            })
            .collect();
        let key = |mask: &Mask| (mask.what, mask.rect.steps(), mask.shape, mask.style);
        masks.sort_by_key(key);
        masks.dedup_by_key(|mask| key(mask));
        Self {
            crop: self
                .crop
                .map(|crop| crop.rounded())
                .filter(|crop| crop.steps() != Rect::WHOLE.steps()),
            straighten: rounded(f64::from(self.straighten)) as f32,
            masks,
            turns: self.turns % 4,
            focus: self.focus.map(Point::rounded),
            watermark: self.watermark.clone(),
        }
    }

    /// JSON that is equal for equal edits and can be read back: the text to hash for an approval. What is as usual is left
    /// out, so that edits written by an earlier version have the same text.
    pub fn canonical_json(&self) -> String {
        let edits = self.canonical();
        let crop = edits.crop.map(|crop| crop.json());
        let masks: Vec<_> = edits
            .masks
            .iter()
            .map(|mask| {
                format!(
                    r#"{{"what":"{}","rect":{}{}}}"#,
                    mask.what.as_str(),
                    mask.rect.json(),
                    mask.look_json()
                )
            })
            .collect();
        format!(
            r#"{{"crop":{},"straighten":{},"masks":[{}]{}}}"#,
            crop.as_deref().unwrap_or("null"),
            rounded(f64::from(edits.straighten)),
            masks.join(","),
            edits.more_json()
        )
    }

    /// Whether a rendition of these edits shows nothing that one of the `approved` edits, at the same level, does not show:
    /// such a change may go live without a moderator. When in doubt the answer is no.
    ///
    /// The photo is turned alike, the crop lies inside the approved one (on a turned photo it is the same crop, since how
    /// far it is scaled to avoid blank corners depends on the crop itself), and each approved mask lies wholly under one
    /// new mask that is burned at all the levels the approved one is burned at. A blur shows something: only the very same
    /// one shows no more.
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
            && new.turns == old.turns
            && crop_is_within
            && old.masks.iter().all(|old| {
                new.masks.iter().any(|new| {
                    old.what.highest_burned() <= new.what.highest_burned() && new.covers(old)
                })
            })
    }
}

impl Mask {
    /// Whether nothing that the `other` hides can be told through this one.
    fn covers(&self, other: &Self) -> bool {
        let (mine, theirs) = (self.rect.steps(), other.rect.steps());
        let same = mine == theirs && self.shape == other.shape;
        match (self.style, self.shape) {
            (Style::Blur, _) => same && other.style == Style::Blur,
            (Style::Solid, Shape::Rectangle) => theirs.is_within(&mine),
            (Style::Solid, Shape::Ellipse) => same,
        }
    }

    fn look_json(&self) -> String {
        let mut json = String::new();
        if !self.shape.is_usual() {
            json += &format!(r#","shape":"{}""#, self.shape.as_str());
        }
        if !self.style.is_usual() {
            json += &format!(r#","style":"{}""#, self.style.as_str());
        }
        json
    }
}

impl Edits {
    fn more_json(&self) -> String {
        let mut json = String::new();
        if self.turns > 0 {
            json += &format!(r#","turns":{}"#, self.turns);
        }
        if let Some(focus) = self.focus {
            json += &format!(r#","focus":{{"x":{},"y":{}}}"#, focus.x, focus.y);
        }
        if let Some(name) = &self.watermark {
            let name = serde_json::Value::from(name.as_str());
            json += &format!(r#","watermark":{name}"#);
        }
        json
    }

    /// The same edits as numbers of the photo after its quarter turns, with none left.
    pub fn after_turns(&self) -> Self {
        Self {
            turns: 0,
            ..self.placed_anew(self.turns % 4)
        }
    }

    /// The way back from [`after_turns`](Self::after_turns): these are numbers of a photo that was turned by so many
    /// quarters; the result turns it.
    pub fn before_turns(&self, turns: u8) -> Self {
        Self {
            turns: turns % 4,
            ..self.placed_anew((4 - turns % 4) % 4)
        }
    }

    fn placed_anew(&self, times: u8) -> Self {
        let masks = self.masks.iter().map(|mask| Mask {
            rect: mask.rect.turned(times),
            ..*mask
        });
        Self {
            crop: self.crop.map(|crop| crop.turned(times)),
            masks: masks.collect(),
            focus: self.focus.map(|focus| focus.turned(times)),
            ..self.clone()
        }
    }
}

impl Point {
    fn rounded(self) -> Self {
        Self {
            x: rounded(self.x.clamp(0.0, 1.0)),
            y: rounded(self.y.clamp(0.0, 1.0)),
        }
    }

    /// A quarter clockwise brings the upper left corner to the upper right.
    fn turned(self, times: u8) -> Self {
        (0..times).fold(self, |Self { x, y }, _| Self { x: 1.0 - y, y: x })
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

    fn turned(&self, times: u8) -> Self {
        (0..times).fold(*self, |rect, _| Self {
            x: 1.0 - rect.y - rect.height,
            y: rect.x,
            width: rect.height,
            height: rect.width,
        })
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
