//! `candor develop`: photos without a database.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn candor(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candor"))
        .arg("develop")
        .args(arguments)
        .env_clear()
        .output()
        .unwrap()
}

fn photo(folder: &Path, name: &str, width: u32, height: u32) -> String {
    let rgb = (0..width * height)
        .flat_map(|at| [(at % width) as u8, (at / width) as u8, 90])
        .collect();
    let path = folder.join(name);
    let jpeg = candor::imaging::encode_jpeg(width, height, rgb, 90).unwrap();
    std::fs::write(&path, jpeg).unwrap();
    path.to_string_lossy().into_owned()
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn photos_are_developed_without_settings_or_database() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (
        photo(folder.path(), "one.jpg", 700, 500),
        photo(folder.path(), "two.jpg", 330, 400),
    );
    let out = folder.path().join("out");
    let out_text = out.to_string_lossy().into_owned();
    let output = candor(&[&one, &two, "--out", &out_text, "--jobs", "2", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let lines = lines(&output);
    assert_eq!(lines.len(), 2);
    let mut written: Vec<String> = std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    written.sort();
    assert_eq!(
        written,
        [
            "one.320.avif",
            "one.320.jpg",
            "one.640.avif",
            "one.640.jpg",
            "two.320.avif",
            "two.320.jpg"
        ]
    );
    let first = lines.iter().find(|line| line["file"] == one).unwrap();
    let developed = &first["developed"];
    assert_eq!(
        (&developed["width"], &developed["height"]),
        (&700.into(), &500.into())
    );
    assert_eq!(developed["source"]["kind"], "jpeg");
    let ledger = &developed["ledger"];
    assert_eq!(ledger["source_sha256"], developed["source"]["sha256"]);
    assert_eq!(ledger["steps"][0]["step"], "decode");
    for rendition in developed["renditions"].as_array().unwrap() {
        let bytes = std::fs::read(rendition["path"].as_str().unwrap()).unwrap();
        assert_eq!(rendition["bytes"], bytes.len());
        assert_eq!(rendition["sha256"], candor::hash::sha256(&bytes));
    }
}

#[test]
fn what_is_refused_leaves_nothing_and_the_others_are_made() {
    let folder = tempfile::tempdir().unwrap();
    let good = photo(folder.path(), "good.jpg", 330, 300);
    let page = folder.path().join("page.jpg");
    std::fs::write(&page, "<!doctype html>").unwrap();
    let missing = folder.path().join("missing.jpg");
    let out = folder.path().join("out");
    let [page, missing, out_text] =
        [&page, &missing, &out].map(|path| path.to_string_lossy().into_owned());
    let formats = ["--formats", "jpeg", "--json", "--out", &out_text];
    let output = candor(&[&[good.as_str(), &page, &missing], &formats[..]].concat());
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let lines = lines(&output);
    let code = |file: &str| {
        let line = lines.iter().find(|line| line["file"] == file).unwrap();
        line["error"]["code"].as_str().map(str::to_owned)
    };
    assert_eq!(code(&good), None);
    assert_eq!(code(&page).as_deref(), Some("not-a-photo"));
    assert_eq!(code(&missing).as_deref(), Some("unreadable"));
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1);
}

/// A mask that can't be read must never mean no mask.
#[test]
fn edits_that_make_no_sense_begin_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let good = photo(folder.path(), "good.jpg", 330, 300);
    let edits = folder.path().join("edits.json");
    let out = folder.path().join("out");
    let [edits_text, out_text] = [&edits, &out].map(|path| path.to_string_lossy().into_owned());
    for text in [
        "{",
        r#"{"masks":[{"what":"nose"}]}"#,
        r#"{"straighten":80}"#,
    ] {
        std::fs::write(&edits, text).unwrap();
        let output = candor(&[&good, "--out", &out_text, "--edits", &edits_text]);
        assert_eq!(output.status.code(), Some(2), "{text}: {output:?}");
        assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0);
    }
}

/// A camera's card that fails near the end of a file: the picture is made, and a person is told to look.
#[test]
fn a_damaged_photo_is_made_with_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let path = photo(folder.path(), "cut.jpg", 700, 500);
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() * 19 / 20]).unwrap();
    let out = folder.path().to_string_lossy().into_owned();
    let output = candor(&[&path, "--out", &out, "--formats", "jpeg", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let warnings = &lines(&output)[0]["developed"]["warnings"];
    assert_eq!(warnings[0]["code"], "damaged");
}

#[test]
fn other_pictures_are_made_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = photo(folder.path(), "one.jpg", 700, 500);
    let out = folder.path().join("out");
    let out_text = out.to_string_lossy().into_owned();
    let also = ["--also", "veil,open-graph,print", "--formats", "jpeg"];
    let output = candor(&[&[path.as_str(), "--out", &out_text], &also[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for kind in ["veil", "open-graph", "print", "640", "320"] {
        assert!(out.join(format!("one.{kind}.jpg")).is_file(), "{kind}");
    }
}
