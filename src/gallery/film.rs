//! What the client says in a video, as a page shows it: a player, and the same words below it.

use serde::Serialize;

use crate::stories::VideoShown;

/// A video on a page.
#[derive(Debug, Clone, Serialize)]
pub struct Film {
    pub src: String,
    /// Address of its captions.
    pub captions: String,
    pub width: i32,
    pub height: i32,
    /// Whole seconds, one at least.
    pub seconds: i32,
    /// Of what is said.
    pub language: String,
    /// Time and words of each line.
    pub lines: Vec<(String, String)>,
}

impl Film {
    /// `at` is the folder of the addresses of its files.
    pub(super) fn of(video: &VideoShown, at: &str) -> Self {
        let captions = video.captions();
        let lines = captions.iter().flat_map(|captions| captions.lines());
        Self {
            src: format!("{at}/video.mp4"),
            captions: format!("{at}/video.vtt"),
            width: video.width,
            height: video.height,
            seconds: ((video.millis + 500) / 1000).max(1),
            language: video.language.clone(),
            lines: lines.map(|(time, text)| (time, text.to_owned())).collect(),
        }
    }

    /// All that is said in it.
    pub fn said(&self) -> String {
        let words: Vec<&str> = self.lines.iter().map(|(_, text)| text.as_str()).collect();
        words.join(" ")
    }
}
