//! Real photos and odd files, when they are at hand: each is developed or refused with a reason.

use std::path::{Path, PathBuf};

use crate::imaging::*;

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("CORPUS_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder);
    }
    println!(
        "skipped: no corpus at {} (set CORPUS_DIR)",
        folder.display()
    );
    None
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect();
    found.sort();
    found
}

/// With `CORPUS_OUT` AVIF is made too, and the outputs are kept in that folder to be looked at.
#[test]
fn every_file_is_developed_or_refused_with_a_reason() {
    let Some(folder) = corpus() else { return };
    let keep = std::env::var_os("CORPUS_OUT").map(PathBuf::from);
    let formats = if keep.is_some() {
        &Format::ALL[..]
    } else {
        &[Format::Jpeg]
    };
    let (mut developed, mut refused) = (0, 0);
    for path in files(&folder)
        .iter()
        .filter(|path| path.extension().is_none_or(|end| end != "tsv"))
    {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        let bytes = std::fs::read(path).unwrap();
        match develop(
            &bytes,
            &Edits::default(),
            Level::FullFace,
            &Limits::default(),
            formats,
        ) {
            Ok(made) => {
                developed += 1;
                println!(
                    "{name}: {}×{}, {} files {:?}",
                    made.width,
                    made.height,
                    made.renditions.len(),
                    made.warnings
                );
                for rendition in &made.renditions {
                    assert_eq!(
                        inspect_output(&rendition.bytes, rendition.format),
                        Ok(()),
                        "{name}"
                    );
                    if let Some(keep) = &keep {
                        let file = format!(
                            "{}.{}.{}",
                            name.replace('/', "_"),
                            rendition.width,
                            rendition.format.extension()
                        );
                        std::fs::write(keep.join(file), &rendition.bytes).unwrap();
                    }
                }
            }
            Err(refusal) => {
                refused += 1;
                println!("{name}: refused, {}", refusal.code());
            }
        }
    }
    println!("{developed} developed, {refused} refused");
    assert!(developed > 20 && refused > 20);
}

/// The example set shows one scene held in eight ways: upright, all look alike.
#[test]
fn the_eight_real_orientations_look_alike() {
    let Some(folder) = corpus() else { return };
    let open = |number: u8| {
        let bytes =
            std::fs::read(folder.join(format!("orientation/Landscape_{number}.jpg"))).unwrap();
        let made = super::make::develop_jpeg(&bytes, &Edits::default(), Level::FullFace);
        super::make::open(made.renditions.last().unwrap())
    };
    let first = open(1);
    for number in 2..=8 {
        let other = open(number);
        assert_eq!(other.dimensions(), first.dimensions(), "{number}");
        let error: u64 = first
            .as_raw()
            .iter()
            .zip(other.as_raw())
            .map(|(a, b)| u64::from(a.abs_diff(*b)))
            .sum();
        let mean = error / first.as_raw().len() as u64;
        assert!(mean < 20, "orientation {number}: mean difference {mean}");
    }
}
