//! Measures of photos at the command line: files in, words or one line of JSON out, no database.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use candor::error::Error;
use candor::imaging::measure::{self, Picture, Thresholds, compare};
use candor::imaging::{Edits, Limits, Measured, Refusal, line_up, look, probe};
use candor::photos::{aligned_words, comparison_words, unsure_words};
use candor::web::text::Texts;
use clap::Args;
use serde_json::json;

use super::Outcome;

/// Two photos to be held against each other.
#[derive(Args)]
pub struct PairArgs {
    before: PathBuf,
    after: PathBuf,
    /// One line of JSON with all numbers instead of words.
    #[arg(long)]
    json: bool,
}

impl PairArgs {
    /// Both photos; `None` when one is refused, which has been told.
    fn open(&self) -> Result<Option<(File, File)>, Error> {
        let (before, after) = (
            open(&self.before, self.json)?,
            open(&self.after, self.json)?,
        );
        Ok(before.zip(after))
    }
}

/// Exit code when a file is no photo that could be measured.
const REFUSED: u8 = 3;
/// Exit code when the photos can't be lined up surely.
const UNSURE: u8 = 4;

pub fn compare_light(asked: &PairArgs) -> Outcome {
    let Some((before, after)) = asked.open()? else {
        return Ok(ExitCode::from(REFUSED));
    };
    let (before, after) = (before.picture, after.picture);
    let lie = measure::align(&before, &after).ok();
    let change = lie.map(|found| found.change);
    let found = compare(&before, &after, change.as_ref(), &Thresholds::ADVICE);
    let words = comparison_words(&Texts::english()?, &found);
    if asked.json {
        let told = json!({ "comparison": found, "weight": found.weight(), "verdict": words });
        println!("{told}");
    } else {
        println!("{}", words.join(" "));
    }
    Ok(ExitCode::SUCCESS)
}

pub fn align(asked: &PairArgs) -> Outcome {
    let Some((before, after)) = asked.open()? else {
        return Ok(ExitCode::from(REFUSED));
    };
    let texts = Texts::english()?;
    let found = match measure::align(&before.picture, &after.picture) {
        Ok(found) => found,
        Err(why) => {
            let words = unsure_words(&texts, why);
            if asked.json {
                println!("{}", json!({ "unsure": why, "words": words }));
            } else {
                println!("{words}");
            }
            return Ok(ExitCode::from(UNSURE));
        }
    };
    let widths = f64::from(before.picture.width()) / f64::from(after.picture.width());
    let words = aligned_words(&texts, &found, found.change.scale() * widths);
    if !asked.json {
        println!("{words}");
        return Ok(ExitCode::SUCCESS);
    }
    let plain = Edits::default();
    let measured = [&before, &after].map(|file| file.measured(&plain));
    let edits = line_up(&measured[0], &measured[1], &found.change);
    let told = json!({
        "scale": found.change.scale(),
        "degrees": found.change.degrees(),
        "x": found.change.x,
        "y": found.change.y,
        "pictures": measured.map(|one| one.look),
        "confidence": found.confidence,
        "places": found.places,
        "expected_error": found.expected_error,
        "edits": edits.map(|(before, after)| json!({ "before": before, "after": after })),
        "words": words,
    });
    println!("{told}");
    Ok(ExitCode::SUCCESS)
}

/// A photo as the measures see it.
struct File {
    /// Whole and upright, in pixels.
    size: (u32, u32),
    picture: Picture,
}

impl File {
    fn read(bytes: &[u8], limits: &Limits) -> Result<Self, Refusal> {
        let header = probe(bytes, limits)?;
        Ok(Self {
            size: (header.width, header.height),
            picture: look(bytes, &Edits::default(), limits)?,
        })
    }

    fn measured<'a>(&self, edits: &'a Edits) -> Measured<'a> {
        Measured {
            size: self.size,
            edits,
            look: (self.picture.width(), self.picture.height()),
        }
    }
}

/// The photo in a file; `None` when it is refused, which has been told.
fn open(path: &Path, json: bool) -> Result<Option<File>, Error> {
    let limits = Limits::default();
    let name = path.display();
    let failed = |e: std::io::Error| Error::internal(format!("{name}: {e}"));
    let read = if std::fs::metadata(path).map_err(failed)?.len() > limits.max_bytes {
        Err(Refusal::TooManyBytes)
    } else {
        File::read(&std::fs::read(path).map_err(failed)?, &limits)
    };
    match read {
        Ok(file) => Ok(Some(file)),
        Err(refusal) => {
            if json {
                let told = json!({ "file": name.to_string(), "refused": refusal.code() });
                println!("{told}");
            } else {
                eprintln!("{name}: {refusal}");
            }
            Ok(None)
        }
    }
}
