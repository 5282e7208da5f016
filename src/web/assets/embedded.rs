//! Release builds: what `build.rs` made of `static/`, in three forms.

use bytes::Bytes;

use super::Asset;
use crate::error::Error;

struct Embedded {
    path: &'static str,
    kind: &'static str,
    tag: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
    modules: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// A hash over all files.
pub fn version() -> &'static str {
    VERSION
}

pub fn find(path: &str) -> Result<Option<Asset>, Error> {
    Ok(embedded(path).map(|one| Asset {
        kind: one.kind.to_owned(),
        tag: one.tag.to_owned(),
        plain: Bytes::from_static(one.plain),
        brotli: one.brotli.map(Bytes::from_static),
        gzip: one.gzip.map(Bytes::from_static),
    }))
}

pub fn modules(path: &str) -> Result<Vec<String>, Error> {
    let one = embedded(path).ok_or_else(|| Error::internal(format!("{path} is not there")))?;
    Ok(one.modules.iter().map(|path| (*path).to_owned()).collect())
}

/// The table is sorted by path.
fn embedded(path: &str) -> Option<&'static Embedded> {
    let at = ASSETS.binary_search_by(|one| one.path.cmp(path)).ok()?;
    ASSETS.get(at)
}
