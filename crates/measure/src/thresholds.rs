//! From which difference on a person is told, as data.

/// Differences from which on something is worth a word, and from which on the photos should rather be taken again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    pub noticed: f64,
    pub clear: f64,
}

/// All of them. They are advice for people, not the law of anything: each says where it comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Stops. Cameras set exposure in thirds of a stop, so two photos of the same setting may differ by one such step
    /// either way; from two steps on it is a setting or a light that differs. At about one stop, which is
    /// twice the light, thin hair gives way to shining scalp.
    pub stops: Threshold,
    /// Mired. Lighting filters are sold by their shift: an eighth of "CTO" is 26 mired (Lee 223), which is the weakest
    /// anybody buys because less goes unseen, and a quarter is 64 (Lee 206), which everybody sees.
    pub mired: Threshold,
    /// CIE 1976 ΔE of a neutral grey, for shifts to green or magenta. About 2.3 is just noticeable side by side (Mahy, Van
    /// Eycken and Oosterlinck 1994); three and six times that leaves room for what cameras do by themselves.
    pub tint: Threshold,
    /// How many times wider the edges of the softer photo are. Chosen by eye on drawn hair, since no standard is known:
    /// from one and a half times on single hairs run together, at twice nobody takes the photos for equally sharp.
    pub blur: Threshold,
    /// The size of things in the one photo by that in the other, minus one, both shown equally wide. A twentieth is a step
    /// of three centimetres at sixty, which nobody can help; a third is another distance, and cropping it away costs a
    /// third of the pixels.
    pub scale: Threshold,
    /// Degrees. From about two on a tilted horizon shows; fifteen is what the edits can straighten.
    pub turn: Threshold,
    /// CIE 1976 ΔE of the colours behind the person after the light's share is taken away. Fifteen, over six times just
    /// noticeable, is another colour at a glance and leaves room for the light's fall along a wall; twenty-five is another
    /// wall.
    pub background: Threshold,
}

impl Thresholds {
    pub const ADVICE: Self = Self {
        stops: Threshold {
            noticed: 0.6,
            clear: 0.9,
        },
        mired: Threshold {
            noticed: 26.0,
            clear: 64.0,
        },
        tint: Threshold {
            noticed: 7.0,
            clear: 14.0,
        },
        blur: Threshold {
            noticed: 1.5,
            clear: 2.0,
        },
        scale: Threshold {
            noticed: 0.05,
            clear: 0.33,
        },
        turn: Threshold {
            noticed: 2.0,
            clear: 15.0,
        },
        background: Threshold {
            noticed: 15.0,
            clear: 25.0,
        },
    };
}

impl Threshold {
    /// How much a difference weighs, whichever way it goes; `None` when it is not worth a word.
    pub(super) fn weigh(&self, difference: f64) -> Option<super::Weight> {
        match difference.abs() {
            size if size >= self.clear => Some(super::Weight::Clear),
            size if size >= self.noticed => Some(super::Weight::Noticed),
            _ => None,
        }
    }
}
