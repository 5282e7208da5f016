//! How much a video may be, checked before anything is copied.

/// What is taken. The defaults are for a person who says something to the camera of a phone.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub max_bytes: u64,
    pub max_seconds: u64,
    /// Of the picture, in pixels.
    pub max_side: u32,
    /// Of all kinds in the file, also those that are not taken.
    pub max_tracks: usize,
    /// In one track.
    pub max_samples: usize,
    /// One coded picture.
    pub max_sample_bytes: u32,
    /// All tables of the file: they are held in memory.
    pub max_table_bytes: u64,
    /// In one box.
    pub max_boxes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 250 << 20,
            max_seconds: 180,
            max_side: 4096,
            max_tracks: 16,
            max_samples: 50_000,
            max_sample_bytes: 8 << 20,
            max_table_bytes: 8 << 20,
            max_boxes: 256,
        }
    }
}
