//! What a mask looks like: its outline, and what is painted inside.

use serde::{Deserialize, Serialize};

/// The outline of a mask within its rectangle.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    #[default]
    Rectangle,
    /// As large as the rectangle lets it be.
    Ellipse,
}

impl Shape {
    pub const ALL: [Self; 2] = [Self::Rectangle, Self::Ellipse];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rectangle => "rectangle",
            Self::Ellipse => "ellipse",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.as_str() == text)
    }

    pub(super) fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// What is painted inside the outline.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// One grey: nothing is left of what was there.
    #[default]
    Solid,
    /// A few soft colours, for a picture that looks less cut out. An ordinary blur can be undone, and a mosaic of many
    /// blocks still tells who it is (McPherson, Shokri and Shmatikov, *Defeating Image Obfuscation with Deep Learning*,
    /// 2016, recognised people in mosaics of faces 16 blocks wide and finer). So at most four blocks are left of the
    /// longer side, each the mean of its part in sixteen steps, and what is seen between them is computed from those
    /// alone: 48 numbers of four bits for a square, whatever was there.
    Blur,
}

impl Style {
    pub const ALL: [Self; 2] = [Self::Solid, Self::Blur];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Blur => "blur",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.as_str() == text)
    }

    pub(super) fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
