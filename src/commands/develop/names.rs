//! What the web versions of each file are called.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The beginning of the names, in the order of the files: the file's name without its ending, or with it where two files
/// differ in nothing else (`IMG_1.HEIC` and `IMG_1.JPG`). `None` for a name that an earlier file has already.
pub fn for_files(files: &[PathBuf]) -> Vec<Option<String>> {
    let mut stems: HashMap<String, usize> = HashMap::new();
    for file in files {
        *stems.entry(stem(file)).or_default() += 1;
    }
    let mut taken: HashMap<String, ()> = HashMap::new();
    files
        .iter()
        .map(|file| match stems.get(&stem(file)) {
            Some(1) => stem(file),
            _ => whole(file),
        })
        .map(|name| taken.insert(name.clone(), ()).is_none().then_some(name))
        .collect()
}

fn stem(file: &Path) -> String {
    text(file.file_stem())
}

fn whole(file: &Path) -> String {
    text(file.file_name())
}

fn text(name: Option<&std::ffi::OsStr>) -> String {
    name.unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_never_shared() {
        let files = ["a/IMG_1.HEIC", "IMG_1.JPG", "b/two.png", "c/IMG_1.JPG"].map(PathBuf::from);
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(
            for_files(&files),
            [named("IMG_1.HEIC"), named("IMG_1.JPG"), named("two"), None]
        );
    }
}
