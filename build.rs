//! Rebuilds when something embedded in the binary changes, and makes the assets of a release build: sheets in one piece,
//! modules without comments, each also as brotli and gzip.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};

#[path = "src/web/bundle.rs"]
mod bundle;
#[path = "build/face_model.rs"]
mod face_model;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let watch = |folder: &&str| println!("cargo:rerun-if-changed={folder}");
    ["migrations", "src/web/bundle.rs", "build", "Cargo.lock"]
        .iter()
        .for_each(watch);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    face_model::copy(&out)?;
    // Debug builds read templates, texts and assets from the disk when they start: a changed page needs no build.
    if env::var("PROFILE")? == "release" {
        ["templates", "locales", "static"].iter().for_each(watch);
        embed(&out)?;
    }
    Ok(())
}

fn embed(out: &Path) -> Outcome<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("static");
    let mut paths = Vec::new();
    walk(&root, &root, &mut paths)?;
    paths.sort();
    let read = |path: &str| fs::read_to_string(root.join(path)).ok();
    fs::create_dir_all(out.join("assets"))?;
    let (mut table, mut all) = (String::new(), Sha256::new());
    for (number, path) in paths.iter().enumerate() {
        let (kind, plain) = bundle::finished(path, &fs::read(root.join(path))?, &read)?;
        all.update(path);
        all.update(&plain);
        let modules = match path.ends_with(".js") {
            true => bundle::modules(path, &read)?,
            false => Vec::new(),
        };
        let keep = |form: &str, bytes: &[u8]| -> Outcome<String> {
            let file = out.join("assets").join(format!("{number}{form}"));
            fs::write(&file, bytes)?;
            Ok(format!("include_bytes!({file:?})"))
        };
        let smaller = |form: &str, bytes: &[u8]| -> Outcome<String> {
            Ok(match bytes.len() < plain.len() {
                true => format!("Some({})", keep(form, bytes)?),
                false => "None".to_owned(),
            })
        };
        let tag = &hex(&Sha256::digest(&plain))[..12];
        writeln!(
            table,
            "    Embedded {{ path: {path:?}, kind: {kind:?}, tag: {tag:?}, plain: {}, brotli: {}, gzip: {}, modules: &{modules:?} }},",
            keep("", &plain)?,
            smaller(".br", &brotli(&plain)?)?,
            smaller(".gz", &gzip(&plain)?)?,
        )?;
    }
    let version = &hex(&all.finalize())[..12];
    fs::write(
        out.join("assets.rs"),
        format!("const VERSION: &str = {version:?};\nstatic ASSETS: &[Embedded] = &[\n{table}];\n"),
    )?;
    Ok(())
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<String>) -> Outcome<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(root, &path, found)?;
        } else if let Some(name) = path.strip_prefix(root)?.to_str() {
            found.push(name.to_owned());
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
