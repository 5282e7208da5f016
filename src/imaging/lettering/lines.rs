//! A text on several lines: as large as fits, broken between words, cut where it says too much.

use super::{Letters, Line, Setting};

/// No line of ours holds so many letters.
const LONGEST: usize = 160;

impl Letters {
    /// The text on so many lines at most, in the first of these sizes in which it fits; in the last one what does not fit is left
    /// out, and said to be. `None` when there is a letter in it that no font has.
    pub fn lines(
        &mut self,
        text: &str,
        setting: Setting,
        sizes: &[f32],
        (width, most): (f32, usize),
    ) -> Option<Vec<Line>> {
        let mut fitting = None;
        for size in sizes {
            let setting = Setting {
                size: *size,
                ..setting
            };
            let lines = self.broken(text, setting, width)?;
            let fits = lines.len() <= most && lines.iter().all(|line| line.width <= width);
            fitting = Some((lines, setting));
            if fits {
                break;
            }
        }
        let (mut lines, setting) = fitting?;
        if lines.len() > most {
            lines.truncate(most - 1);
            let said = self.words_on(text, setting, width, most - 1)?;
            lines.push(self.cut(&said, setting, width)?);
        }
        for (at, line) in lines.iter_mut().enumerate() {
            if line.width > width {
                let word = self.words_on(text, setting, width, at)?;
                *line = self.cut(&word, setting, width)?;
            }
        }
        Some(lines)
    }

    fn broken(&mut self, text: &str, setting: Setting, width: f32) -> Option<Vec<Line>> {
        let texts = self.texts(text, setting, width)?;
        texts
            .iter()
            .map(|text| self.line(text, setting))
            .collect::<Option<Vec<Line>>>()
    }

    /// What stands on each line.
    fn texts(&mut self, text: &str, setting: Setting, width: f32) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if let Some(last) = lines.last_mut() {
                let longer = format!("{last} {word}");
                if self.line(&longer, setting)?.width <= width {
                    *last = longer;
                    continue;
                }
            }
            lines.push(word.to_owned());
        }
        Some(lines)
    }

    /// What stands on the line of this number and on all below.
    fn words_on(&mut self, text: &str, setting: Setting, width: f32, at: usize) -> Option<String> {
        Some(self.texts(text, setting, width)?.get(at..)?.join(" "))
    }

    /// As much of the text as one line holds, with dots behind it.
    fn cut(&mut self, text: &str, setting: Setting, width: f32) -> Option<Line> {
        let mut said: Vec<char> = text.chars().take(LONGEST).collect();
        loop {
            said.pop()?;
            let shorter = said.iter().collect::<String>();
            let line = self.line(&format!("{}…", shorter.trim_end()), setting)?;
            if line.width <= width {
                return Some(line);
            }
        }
    }
}
