//! Debug builds: `static/` as it lies on the disk, so that work on pages needs no build. Compressed when asked for, so that
//! what the tests weigh is what travels.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

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
    let tag = sha256(&bytes)[..12].to_owned();
    let (brotli, gzip) = small(&tag, &bytes);
    Ok(Some(Asset {
        kind: kind.to_owned(),
        tag,
        brotli,
        gzip,
        plain: Bytes::from(bytes),
    }))
}

type Small = (Option<Bytes>, Option<Bytes>);

/// As brotli and as gzip, made once of the same bytes.
fn small(tag: &str, bytes: &[u8]) -> Small {
    static MADE: LazyLock<Mutex<HashMap<String, Small>>> = LazyLock::new(Mutex::default);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.entry(tag.to_owned())
        .or_insert_with(|| {
            let brotli = compress::brotli(bytes).map(Bytes::from);
            (brotli, compress::gzip(bytes).map(Bytes::from))
        })
        .clone()
}

pub fn modules(path: &str) -> Result<Vec<String>, Error> {
    bundle::modules(path, &text).map_err(Error::Internal)
}

fn text(path: &str) -> Option<String> {
    String::from_utf8(Files::get(path)?.data.into_owned()).ok()
}
