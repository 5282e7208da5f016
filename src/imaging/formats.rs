//! The kinds of file that come in and go out, by the names used in paths, headers and forms.

use serde::{Deserialize, Serialize};

/// What an upload is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    Jpeg,
    Png,
    WebP,
    /// HEVC in an HEIF container, as iPhones store photos.
    Heic,
    Avif,
}

impl SourceKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Heic => "heic",
            Self::Avif => "avif",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Jpeg, Self::Png, Self::WebP, Self::Heic, Self::Avif]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }

    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Heic => "image/heic",
            Self::Avif => "image/avif",
        }
    }
}

/// What a rendition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Jpeg,
    Avif,
    Webp,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Avif, Self::Webp];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Avif => "avif",
            Self::Webp => "webp",
        }
    }

    /// The end of a file name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Avif => "avif",
            Self::Webp => "webp",
        }
    }

    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Avif => "image/avif",
            Self::Webp => "image/webp",
        }
    }

    /// The longest side that it can hold, in pixels.
    pub(super) const fn longest_side(self) -> u32 {
        match self {
            Self::Jpeg | Self::Avif => 65_535,
            Self::Webp => 16_383,
        }
    }

    /// The format of the given name (as [`as_str`](Self::as_str) writes it) or extension.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == text || format.extension() == text)
    }
}
