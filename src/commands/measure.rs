//! Measures of photos at the command line: files in, words or one line of JSON out, no database.

use std::path::Path;
use std::process::ExitCode;

use candor::error::Error;
use candor::imaging::measure::{Picture, Thresholds, compare};
use candor::imaging::{Edits, Limits, look};
use candor::photos::comparison_words;
use candor::web::text::Texts;
use serde_json::json;

use super::Outcome;

/// Exit code when a file is no photo that could be measured.
const REFUSED: u8 = 3;

pub fn compare_light(before: &Path, after: &Path, json: bool) -> Outcome {
    let Some((before, after)) = open(before, json)?.zip(open(after, json)?) else {
        return Ok(ExitCode::from(REFUSED));
    };
    let found = compare(&before, &after, None, &Thresholds::ADVICE);
    let words = comparison_words(&Texts::english()?, &found);
    if json {
        let told = json!({ "comparison": found, "weight": found.weight(), "verdict": words });
        println!("{told}");
    } else {
        println!("{}", words.join(" "));
    }
    Ok(ExitCode::SUCCESS)
}

/// A file as the measures see it; `None` when it is refused, which has been told.
fn open(path: &Path, json: bool) -> Result<Option<Picture>, Error> {
    let limits = Limits::default();
    let name = path.display();
    let failed = |e: std::io::Error| Error::internal(format!("{name}: {e}"));
    let refusal = match std::fs::metadata(path).map_err(failed)?.len() {
        bytes if bytes > limits.max_bytes => candor::imaging::Refusal::TooManyBytes,
        _ => match look(
            &std::fs::read(path).map_err(failed)?,
            &Edits::default(),
            &limits,
        ) {
            Ok(picture) => return Ok(Some(picture)),
            Err(refusal) => refusal,
        },
    };
    if json {
        println!(
            "{}",
            json!({ "file": name.to_string(), "refused": refusal.code() })
        );
    } else {
        eprintln!("{name}: {refusal}");
    }
    Ok(None)
}
