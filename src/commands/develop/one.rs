//! One file: read, developed, checked, written whole or not at all.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use candor::hash::sha256;
use candor::imaging::{
    self, Edits, Extra, Format, Level, Limits, Order, Refusal, Rendition, Stop, Watermark,
};
use tempfile::NamedTempFile;

use super::budget::Budget;
use super::report::{Made, Report, Trouble, Written};

/// What is made of every file.
pub struct Wanted {
    pub out: PathBuf,
    pub edits: Edits,
    pub watermark: Option<Arc<Watermark>>,
    pub level: Level,
    pub formats: Vec<Format>,
    pub also: Vec<Extra>,
    /// How many renditions of one photo are encoded at the same time.
    pub encoders: usize,
}

/// Never panics: a decoder that does has met a file that it can't read.
pub fn develop(file: &Path, name: Option<&str>, wanted: &Wanted, budget: &Budget) -> Report {
    let begun = Instant::now();
    let outcome = match name {
        Some(name) => made(file, name, wanted, budget),
        None => Err(Trouble::SameName),
    };
    Report {
        file: file.to_owned(),
        outcome,
        took: begun.elapsed(),
    }
}

fn made(file: &Path, name: &str, wanted: &Wanted, budget: &Budget) -> Result<Made, Trouble> {
    let limits = Limits {
        encoders: wanted.encoders,
        ..Limits::default()
    };
    let bytes = read(file, &limits)?;
    let need = match wanted.also.contains(&Extra::Print) {
        true => imaging::memory_needed_for_print(&bytes, &wanted.edits, &limits)?,
        false => imaging::memory_needed(&bytes, &wanted.edits, &limits)?,
    };
    let probe = imaging::probe(&bytes, &limits)?;
    let _share = budget.take(need);
    let (edits, level) = (&wanted.edits, wanted.level);
    let develop = || {
        let order = Order {
            watermark: wanted.watermark.clone(),
            ..Order::of(&wanted.formats)
        };
        let stop = Stop::default();
        let developed = imaging::develop_until(&bytes, edits, level, &limits, &order, &stop)?;
        let extra = |extra: &Extra| {
            let made = imaging::extra(&bytes, edits, level, &limits, *extra)?;
            Ok((extra.as_str().to_owned(), made))
        };
        let extras: Result<Vec<_>, Refusal> = wanted.also.iter().map(extra).collect();
        Ok((developed, extras?))
    };
    let (developed, extras) =
        catch_unwind(AssertUnwindSafe(develop)).unwrap_or(Err(Refusal::Damaged))?;
    let steps = imaging::ledger(&bytes, edits, level, &limits, &wanted.formats)?;
    let named = developed
        .renditions
        .iter()
        .map(|one| (one.width.to_string(), one.clone()));
    let files = write(named.chain(extras).collect(), name, &wanted.out)?;
    Ok(Made {
        steps,
        source: probe,
        source_bytes: bytes.len() as u64,
        source_sha256: sha256(&bytes),
        level: wanted.level,
        developed,
        files,
    })
}

/// A file that is too large is not read first.
fn read(file: &Path, limits: &Limits) -> Result<Vec<u8>, Trouble> {
    let length = std::fs::metadata(file).map_err(Trouble::Unreadable)?.len();
    if length > limits.max_bytes {
        return Err(Refusal::TooManyBytes.into());
    }
    std::fs::read(file).map_err(Trouble::Unreadable)
}

/// All are written beside their places first; then each takes its place whole.
fn write(made: Vec<(String, Rendition)>, name: &str, out: &Path) -> Result<Vec<Written>, Trouble> {
    let mut ready = Vec::new();
    for (kind, rendition) in made {
        imaging::inspect_output(&rendition.bytes, rendition.format).map_err(Trouble::NotClean)?;
        let end = rendition.format.extension();
        let path = out.join(format!("{name}.{kind}.{end}"));
        let mut beside = beside(out).map_err(Trouble::Unwritable)?;
        beside
            .write_all(&rendition.bytes)
            .map_err(Trouble::Unwritable)?;
        ready.push((beside, path, rendition));
    }
    ready
        .into_iter()
        .map(|(beside, path, rendition)| {
            beside
                .persist(&path)
                .map_err(|e| Trouble::Unwritable(e.error))?;
            Ok(Written {
                path,
                sha256: sha256(&rendition.bytes),
                width: rendition.width,
                height: rendition.height,
                format: rendition.format,
                bytes: rendition.bytes.len(),
            })
        })
        .collect()
}

/// Readable as any new file is, unlike other temporary ones.
fn beside(out: &Path) -> std::io::Result<NamedTempFile> {
    let usual = std::fs::Permissions::from_mode(0o666);
    tempfile::Builder::new()
        .prefix(".candor-")
        .permissions(usual)
        .tempfile_in(out)
}
