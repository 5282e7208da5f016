//! `candor develop`: the web versions of photo files, by the code of the server's job and without its database.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use candor::hash::sha256;
use candor::imaging::{Edits, Extra, Format, Level, Watermark, logo};
use clap::Args;

mod budget;
mod names;
mod one;
mod report;

use budget::Budget;
use one::Wanted;
use report::Report;

/// What is asked of `candor develop`.
#[derive(Args)]
pub struct DevelopArgs {
    /// The photos.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder for the web versions; made if it is not there. Files of the same name are replaced.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Crop, straightening and masks for all of them, as JSON.
    #[arg(long, value_name = "edits.json")]
    edits: Option<PathBuf>,
    /// How much of a person is shown: 0 the treated area only, 1 eyes covered, 2 the whole face.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(i32).range(0..=2))]
    level: i32,
    /// Which formats are made.
    #[arg(long, value_delimiter = ',', default_values = ["jpeg", "avif"], value_parser = format_named)]
    formats: Vec<Format>,
    /// Other pictures too, as JPEG: veil, open-graph, print.
    #[arg(long, value_delimiter = ',', value_parser = extra_named)]
    also: Vec<Extra>,
    /// A logo to put into a corner of the web versions, as PNG, JPEG or WebP.
    #[arg(long, value_name = "LOGO")]
    watermark: Option<PathBuf>,
    /// How many photos are worked on at the same time; as many as there are processors unless said.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=64))]
    jobs: Option<u16>,
    /// What all photos under way may take together by estimate, in MiB. One that needs more is worked on alone.
    #[arg(long, value_name = "MIB", default_value_t = 512)]
    memory: u64,
    /// Print one line of JSON for each photo.
    #[arg(long)]
    json: bool,
}

fn format_named(name: &str) -> Result<Format, String> {
    Format::parse(name).ok_or_else(|| "expected jpeg, avif or webp".to_owned())
}

fn extra_named(name: &str) -> Result<Extra, String> {
    Extra::parse(name).ok_or_else(|| "expected veil, open-graph or print".to_owned())
}

/// Exit status when a photo was refused; the others were made.
const SOME_REFUSED: u8 = 3;
/// Exit status when nothing could be begun.
const NOT_BEGUN: u8 = 2;

pub fn develop(asked: &DevelopArgs) -> ExitCode {
    let wanted = match wanted(asked) {
        Ok(wanted) => wanted,
        Err(message) => {
            eprintln!("candor: {message}");
            return ExitCode::from(NOT_BEGUN);
        }
    };
    let names = names::for_files(&asked.files);
    let budget = Budget::new(asked.memory << 20);
    let (next, reports) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    let work = || {
        while let Some((file, name)) = {
            let index = next.fetch_add(1, Ordering::Relaxed);
            asked.files.get(index).zip(names.get(index))
        } {
            let report = one::develop(file, name.as_deref(), &wanted, &budget);
            let mut tally = match reports.lock() {
                Ok(tally) => tally,
                Err(poisoned) => poisoned.into_inner(),
            };
            tally.add(&report, asked.json);
        }
    };
    let workers = workers(asked);
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
    let tally = reports.into_inner().unwrap_or_else(|e| e.into_inner());
    tally.exit_code(asked)
}

fn workers(asked: &DevelopArgs) -> usize {
    let jobs = asked.jobs.map_or_else(processors, usize::from);
    jobs.min(asked.files.len())
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

fn wanted(asked: &DevelopArgs) -> Result<Wanted, String> {
    std::fs::create_dir_all(&asked.out).map_err(|e| format!("{}: {e}", asked.out.display()))?;
    let mut formats = asked.formats.clone();
    formats.sort();
    formats.dedup();
    let watermark = asked.watermark.as_deref().map(watermark).transpose()?;
    let mut edits = asked.edits.as_deref().map_or(Ok(Edits::default()), edits)?;
    edits.watermark = watermark.as_ref().map(|one| one.name().to_owned());
    Ok(Wanted {
        out: asked.out.clone(),
        edits,
        watermark: watermark.map(Arc::new),
        level: Level::try_from(asked.level).map_err(|e| e.to_string())?,
        formats,
        also: asked.also.clone(),
        encoders: processors().div_ceil(workers(asked)),
    })
}

/// Made as the clinic's own is, and named by its hash.
fn watermark(path: &Path) -> Result<Watermark, String> {
    let failed = |why: String| format!("{}: {why}", path.display());
    let bytes = std::fs::read(path).map_err(|e| failed(e.to_string()))?;
    let made = logo(&bytes).map_err(|e| failed(e.to_string()))?;
    Watermark::read(&sha256(&made.png), &made.png).map_err(|e| failed(e.to_string()))
}

fn edits(path: &Path) -> Result<Edits, String> {
    let text = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let edits: Edits =
        serde_json::from_slice(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    edits
        .validate()
        .map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(edits)
}

/// How many were made and how many refused; prints each as it comes.
#[derive(Default)]
struct Tally {
    made: usize,
    refused: usize,
}

impl Tally {
    fn add(&mut self, report: &Report, json: bool) {
        match report.is_made() {
            true => self.made += 1,
            false => self.refused += 1,
        }
        // A reader that went away (`| head`) stops nobody.
        let line = match json {
            true => report.json().to_string(),
            false => report.words(),
        };
        let _ = writeln!(std::io::stdout(), "{line}");
    }

    fn exit_code(&self, asked: &DevelopArgs) -> ExitCode {
        if !asked.json && asked.files.len() > 1 {
            println!("{} developed, {} refused", self.made, self.refused);
        }
        match self.refused {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::from(SOME_REFUSED),
        }
    }
}
