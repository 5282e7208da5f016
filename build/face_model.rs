//! The face detector's model, taken from its crate when the program is built.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The face detector's model is a file of its crate, whose bytes Cargo.lock pins: cargo says where the crate lies, and the
/// file is copied from there, so that it is in no repository of ours.
pub fn copy(out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    const MODEL: &str = "seeta_fd_frontal_v1.0.bin";
    let asked = Command::new(env::var("CARGO")?)
        .args(["metadata", "--format-version=1", "--locked"])
        .args(["--filter-platform", &env::var("TARGET")?])
        .current_dir(env::var("CARGO_MANIFEST_DIR")?)
        .output()?;
    if !asked.status.success() {
        return Err(String::from_utf8_lossy(&asked.stderr).into());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&asked.stdout)?;
    let packages = metadata["packages"].as_array().ok_or("no packages")?;
    let detector = packages.iter().find(|one| one["name"] == "rustface");
    let manifest = detector.and_then(|one| one["manifest_path"].as_str());
    let folder = Path::new(manifest.ok_or("no rustface")?).parent();
    let model = folder.ok_or("no folder")?.join("model").join(MODEL);
    fs::write(out.join(MODEL), fs::read(model)?)?;
    Ok(())
}
