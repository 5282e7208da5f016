//! Captions as a person writes them: a line for what is said, with the time it begins, as in `0:05 I wore a cap for years.`

/// Lines in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captions(Vec<Line>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    second: i32,
    text: String,
}

/// Longer than anyone reads at once.
const MAX_LINE: usize = 160;
const MAX_LINES: usize = 300;
/// How long a line stays when nothing follows it, in milliseconds.
const STAYS: i32 = 7000;

impl Captions {
    /// Reads what someone wrote for a video of so many milliseconds. `Err` is the id of the text that says what is wrong.
    pub fn parse(text: &str, millis: i32) -> Result<Self, &'static str> {
        let mut lines: Vec<Line> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (time, said) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            let second = seconds(time).ok_or("captions-no-time")?;
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            if said.is_empty() {
                return Err("captions-no-words");
            }
            if said.chars().count() > MAX_LINE {
                return Err("captions-long-line");
            }
            if second * 1000 >= millis {
                return Err("captions-too-late");
            }
            if lines.last().is_some_and(|before| before.second >= second) {
                return Err("captions-order");
            }
            lines.push(Line { second, text: said });
        }
        match lines.len() {
            0 => Err("captions-none"),
            1..=MAX_LINES => Ok(Self(lines)),
            _ => Err("captions-long"),
        }
    }

    /// As it is kept: one line for each, without anything else.
    pub fn text(&self) -> String {
        let lines: Vec<String> = self
            .lines()
            .map(|(time, text)| format!("{time} {text}"))
            .collect();
        lines.join("\n")
    }

    /// Time and words of each line.
    pub fn lines(&self) -> impl Iterator<Item = (String, &str)> {
        self.0.iter().map(|line| {
            let time = format!("{}:{:02}", line.second / 60, line.second % 60);
            (time, line.text.as_str())
        })
    }

    /// All that is said, for those who look for names and promises in it.
    pub fn words(&self) -> String {
        let words: Vec<&str> = self.0.iter().map(|line| line.text.as_str()).collect();
        words.join("\n")
    }

    /// WebVTT for a video of so many milliseconds.
    pub fn vtt(&self, millis: i32) -> String {
        let mut out = "WEBVTT\n".to_owned();
        let ends = self.0.iter().skip(1).map(|next| next.second * 1000);
        for (line, end) in self.0.iter().zip(ends.chain([millis])) {
            let begin = line.second * 1000;
            let text = line
                .text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            let (from, to) = (stamp(begin), stamp(end.min(begin + STAYS)));
            out.push_str(&format!("\n{from} --> {to}\n{text}\n"));
        }
        out
    }
}

fn stamp(millis: i32) -> String {
    let seconds = millis / 1000;
    format!(
        "{:02}:{:02}.{:03}",
        seconds / 60,
        seconds % 60,
        millis % 1000
    )
}

fn seconds(time: &str) -> Option<i32> {
    let (minutes, seconds) = time.split_once(':')?;
    let number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
        let plain = digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<i32>().ok().filter(|_| plain)
    };
    let (minutes, seconds) = (number(minutes, 1..=2)?, number(seconds, 2..=2)?);
    (seconds < 60).then_some(minutes * 60 + seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_times_become_captions() {
        let captions = Captions::parse(
            "0:00  I wore a cap.\n\n0:04 Now <I> don't & --> so.",
            20_000,
        );
        let captions = captions.unwrap();
        assert_eq!(
            captions.text(),
            "0:00 I wore a cap.\n0:04 Now <I> don't & --> so."
        );
        assert_eq!(
            captions.vtt(20_000),
            "WEBVTT\n\n00:00.000 --> 00:04.000\nI wore a cap.\n\n00:04.000 --> 00:11.000\nNow &lt;I&gt; don't &amp; --&gt; so.\n"
        );
        assert!(
            captions
                .vtt(5500)
                .ends_with("--> 00:05.500\nNow &lt;I&gt; don't &amp; --&gt; so.\n")
        );
        assert_eq!(Captions::parse(&captions.text(), 20_000), Ok(captions));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, why) in [
            ("", "captions-none"),
            ("I wore a cap.", "captions-no-time"),
            ("0:5 I wore a cap.", "captions-no-time"),
            ("0:75 I wore a cap.", "captions-no-time"),
            ("0:05", "captions-no-words"),
            ("0:05 a\n0:05 b", "captions-order"),
            ("1:00 a", "captions-too-late"),
        ] {
            assert_eq!(Captions::parse(text, 20_000), Err(why), "{text}");
        }
        let long = format!("0:01 {}", "a".repeat(161));
        assert_eq!(Captions::parse(&long, 20_000), Err("captions-long-line"));
    }
}
