//! The program's own log: one event, one line, whatever the event holds (S52).
//!
//! What others sent (a mail server's refusal, a name in an error) may hold line breaks and terminal codes; written as they are
//! they would look like events of ours.

use std::io::{self, IsTerminal, Write};

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::LogConfig;

/// Begins to write what is logged to the standard error output.
pub fn begin(config: &LogConfig) {
    let colours = io::stderr().is_terminal();
    let log = fmt()
        .with_env_filter(EnvFilter::new(&config.filter))
        .with_ansi(colours)
        .with_writer(move || OneLine::new(io::stderr(), colours));
    if config.json {
        log.json().init();
    } else {
        log.compact().init();
    }
}

/// A place for lines, each given whole: control characters inside one are written as escapes.
pub struct OneLine<W> {
    sink: W,
    /// The codes of colours pass: only for a terminal, where the subscriber writes them and escapes foreign ones itself.
    colours: bool,
}

impl<W> OneLine<W> {
    pub fn new(sink: W, colours: bool) -> Self {
        Self { sink, colours }
    }
}

impl<W: Write> Write for OneLine<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let inside = line.strip_suffix(b"\n").unwrap_or(line);
        let control = |byte: &u8| byte.is_ascii_control() && !(self.colours && *byte == 0x1b);
        if !inside.iter().any(control) {
            self.sink.write_all(line)?;
            return Ok(line.len());
        }
        let mut safe = Vec::with_capacity(line.len() + 16);
        for byte in inside {
            match control(byte) {
                true => safe.extend(byte.escape_ascii()),
                false => safe.push(*byte),
            }
        }
        safe.extend(&line[inside.len()..]);
        self.sink.write_all(&safe)?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0
                .lock()
                .map_err(|_| io::ErrorKind::Other)?
                .write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn s52_what_others_send_makes_no_second_line() {
        let kept = Kept::default();
        let sink = kept.clone();
        let log = fmt()
            .with_ansi(false)
            .with_writer(move || OneLine::new(sink.clone(), false))
            .finish();
        let said = "550 no\r\n2026-11-27T10:00:00Z  INFO candor: all is well\u{1b}[2J";
        tracing::subscriber::with_default(log, || {
            tracing::warn!(error = %said, "mail not sent");
            tracing::warn!("{said}");
        });
        let text = String::from_utf8(kept.0.lock().unwrap_or_else(|e| e.into_inner()).clone());
        let text = text.unwrap_or_default();
        assert_eq!(text.lines().count(), 2, "{text:?}");
        assert!(text.contains(r"550 no\r\n2026"), "{text:?}");
        assert!(!text.contains('\u{1b}'), "{text:?}");
    }
}
