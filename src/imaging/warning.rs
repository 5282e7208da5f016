//! What a person should look at in a photo that was taken nevertheless.

use std::fmt;

/// Something about a photo that was developed all the same. Each has a Fluent message `photo-warning-<code>` in
/// `locales/en/photo-warnings.ftl`, worded as [`Display`](fmt::Display) words it here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Warning {
    /// The file is cut off or corrupt somewhere; most of the picture is there.
    Damaged,
}

impl Warning {
    /// Every warning, for tests and for checking that each has its words.
    pub const ALL: [Self; 1] = [Self::Damaged];

    /// The warning as a stable kebab-case word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "The file of this photo is damaged, often near its end. Check that the picture is whole and looks right; if not, copy it from the camera or phone again.",
        })
    }
}
