//! What `src/imaging` expects of a build.

use std::env;
use std::path::Path;

#[path = "../build/face_model.rs"]
mod face_model;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    face_model::copy(Path::new(&env::var("OUT_DIR")?))
}
