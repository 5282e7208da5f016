//! Rebuilds when a migration, template, text or asset that is embedded in the binary changes.
fn main() {
    for folder in ["migrations", "templates", "locales", "static"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
