//! Why a photo is not taken, and what the person can do about it.

use std::fmt;

/// The reason a file is refused. Each has a Fluent message `photo-refused-<code>` in `locales/en/photo-refusals.ftl`,
/// worded as [`Display`](fmt::Display) words it here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// No bytes at all.
    Empty,
    /// More bytes than [`Limits::max_bytes`](super::Limits::max_bytes).
    TooManyBytes,
    /// Not JPEG, HEIC, AVIF, PNG or WebP by its first bytes, whatever its name says.
    NotAPhoto,
    /// HEIC/HEIF of a kind that the decoder does not know (layers, several pictures, rare profiles).
    Heic,
    /// AVIF of a kind that we do not read (derived pictures, alpha of another size).
    Avif,
    /// An animation (APNG, animated WebP).
    Animated,
    /// More pixels, a longer side, or more scans than the limits allow.
    TooManyPixels,
    /// A side shorter than [`Limits::min_side`](super::Limits::min_side).
    TooSmall,
    /// Four-colour (CMYK, YCCK) JPEG for print, without a profile that says which inks.
    Cmyk,
    /// A rare way of storing: 12 bits, arithmetic or lossless coding, Lab, HDR or CMYK profiles on three channels.
    Unsupported,
    /// Cut off or corrupt.
    Damaged,
    /// The edit description itself is not valid (see [`Edits::validate`](super::Edits::validate)): nothing is made,
    /// since leaving out a mask that cannot be read would show what was to be hidden.
    BadEdits,
    /// The photo was read, but an encoder failed (out of memory): trying again may help.
    NotEncoded,
}

impl Refusal {
    /// Every reason, for tests and for checking that each has its words.
    pub const ALL: [Self; 13] = [
        Self::Empty,
        Self::TooManyBytes,
        Self::NotAPhoto,
        Self::Heic,
        Self::Avif,
        Self::Animated,
        Self::TooManyPixels,
        Self::TooSmall,
        Self::Cmyk,
        Self::Unsupported,
        Self::Damaged,
        Self::BadEdits,
        Self::NotEncoded,
    ];

    /// The reason as a stable kebab-case word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooManyBytes => "too-many-bytes",
            Self::NotAPhoto => "not-a-photo",
            Self::Heic => "heic",
            Self::Avif => "avif",
            Self::Animated => "animated",
            Self::TooManyPixels => "too-many-pixels",
            Self::TooSmall => "too-small",
            Self::Cmyk => "cmyk",
            Self::Unsupported => "unsupported",
            Self::Damaged => "damaged",
            Self::BadEdits => "bad-edits",
            Self::NotEncoded => "not-encoded",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "The file is empty. Choose the photo again; if it is empty there too, copy it from the camera or phone once more.",
            Self::TooManyBytes => "The file is larger than 25 MB. Export the photo as a JPEG at a lower quality or size and upload that.",
            Self::NotAPhoto => "This is not a photo we can read. Upload a JPEG, HEIC, AVIF, PNG or WebP file; renaming a file does not change what it is.",
            Self::Heic => "This photo is in a kind of HEIC that we cannot read. Export it as a JPEG, or set the iPhone to Settings, Camera, Formats, Most Compatible, and upload that.",
            Self::Avif => "This photo is in a kind of AVIF that we cannot read. Export it as a JPEG and upload that.",
            Self::Animated => "This is an animation. Upload a single still photo as JPEG, HEIC, AVIF, PNG or WebP.",
            Self::TooManyPixels => "The photo has more than 50 megapixels, or is longer than 20,000 pixels, or is stored in too many layers. Export it as an ordinary JPEG at a smaller size and upload that.",
            Self::TooSmall => "The photo is smaller than 200 pixels on a side, too small to show a result. Upload the original from the camera or phone, not a preview.",
            Self::Cmyk => "This photo is stored in print colours (CMYK) and does not say which. Export it as an RGB (sRGB) JPEG and upload that.",
            Self::Unsupported => "This photo is stored in a rare way (12 bits, arithmetic or lossless coding, Lab or HDR colours). Export it as an ordinary 8-bit sRGB JPEG and upload that.",
            Self::Damaged => "The file is damaged or incomplete. Copy the photo from the camera or phone again and upload that copy.",
            Self::BadEdits => "The crop, angle or masks are not valid. Open the photo's edits, correct them and save again.",
            Self::NotEncoded => "The web versions of this photo could not be made just now. Nothing was lost; try again in a few minutes.",
        })
    }
}

impl std::error::Error for Refusal {}
