//! Debug builds: `static/` as it lies on the disk, so that work on pages needs no build. Compressed for each request, so that
//! what the tests weigh is what travels.

use std::sync::OnceLock;

use bytes::Bytes;

use super::Asset;
use crate::error::Error;
use crate::hash::sha256;
use crate::web::{bundle, compress};

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/static"]
struct Files;

/// A hash over all files as they were when first asked for.
pub fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let mut names: Vec<_> = Files::iter().collect();
        names.sort();
        let mut all = Vec::new();
        for file in names.iter().filter_map(|name| Files::get(name)) {
            all.extend_from_slice(&file.data);
        }
        sha256(&all)[..12].to_owned()
    })
}

pub fn find(path: &str) -> Result<Option<Asset>, Error> {
    let Some(file) = Files::get(path) else {
        return Ok(None);
    };
    let (kind, bytes) = bundle::finished(path, &file.data, &text).map_err(Error::Internal)?;
    Ok(Some(Asset {
        kind: kind.to_owned(),
        tag: sha256(&bytes)[..12].to_owned(),
        brotli: compress::brotli(&bytes).map(Bytes::from),
        gzip: compress::gzip(&bytes).map(Bytes::from),
        plain: Bytes::from(bytes),
    }))
}

pub fn modules(path: &str) -> Result<Vec<String>, Error> {
    bundle::modules(path, &text).map_err(Error::Internal)
}

fn text(path: &str) -> Option<String> {
    String::from_utf8(Files::get(path)?.data.into_owned()).ok()
}
