//! Why a video is not taken. Each has its words in `locales/<code>/video.ftl`, as `video-refused-<code>`.

/// The reason a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    Empty,
    TooManyBytes,
    TooLong,
    TooLarge,
    /// Neither MP4 nor MOV by its first bytes, whatever its name says.
    NotAVideo,
    /// WebM or Matroska.
    Webm,
    /// HEVC (H.265), as phones keep it that are set to high efficiency.
    Hevc,
    /// Another way of coding pictures, or more than 8 bits.
    Codec,
    /// Sound that is not AAC.
    Sound,
    NoPicture,
    /// In pieces, as it is streamed.
    Fragmented,
    Encrypted,
    /// Several cuts that only a list in the file describes.
    Cuts,
    Damaged,
}

impl Refusal {
    /// Every reason, for checking that each has its words.
    pub const ALL: [Self; 14] = [
        Self::Empty,
        Self::TooManyBytes,
        Self::TooLong,
        Self::TooLarge,
        Self::NotAVideo,
        Self::Webm,
        Self::Hevc,
        Self::Codec,
        Self::Sound,
        Self::NoPicture,
        Self::Fragmented,
        Self::Encrypted,
        Self::Cuts,
        Self::Damaged,
    ];

    /// The reason as a stable kebab-case word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooManyBytes => "too-many-bytes",
            Self::TooLong => "too-long",
            Self::TooLarge => "too-large",
            Self::NotAVideo => "not-a-video",
            Self::Webm => "webm",
            Self::Hevc => "hevc",
            Self::Codec => "codec",
            Self::Sound => "sound",
            Self::NoPicture => "no-picture",
            Self::Fragmented => "fragmented",
            Self::Encrypted => "encrypted",
            Self::Cuts => "cuts",
            Self::Damaged => "damaged",
        }
    }
}
