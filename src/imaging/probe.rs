//! What an upload is, from its header alone.

use chrono::NaiveDateTime;

use super::{Limits, Refusal, SourceKind};

/// What the header of a photo says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    pub kind: SourceKind,
    /// In pixels, as shown: after orientation.
    pub width: u32,
    /// In pixels, as shown: after orientation.
    pub height: u32,
    /// EXIF orientation, 1 to 8; 1 when there is none or it makes no sense.
    pub orientation: u8,
    /// EXIF DateTimeOriginal, in the camera's own time.
    pub taken_at: Option<NaiveDateTime>,
    /// About how many bytes developing will need at its peak; for the semaphore of the photo jobs.
    pub memory: u64,
}

/// Reads the header and holds the photo to the limits, before any pixel exists.
pub fn probe(_bytes: &[u8], _limits: &Limits) -> Result<Probe, Refusal> {
    Err(Refusal::Unsupported)
}
