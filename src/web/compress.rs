//! Brotli and gzip for what is made while someone waits: quick rather than smallest.

use std::io::Write;

/// `None` where it would not be smaller.
pub fn brotli(plain: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(plain.len() / 3);
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 6, 20);
    writer.write_all(plain).ok()?;
    drop(writer);
    (out.len() < plain.len()).then_some(out)
}

/// `None` where it would not be smaller.
pub fn gzip(plain: &[u8]) -> Option<Vec<u8>> {
    let out = Vec::with_capacity(plain.len() / 3);
    let mut writer = flate2::write::GzEncoder::new(out, flate2::Compression::new(6));
    writer.write_all(plain).ok()?;
    let out = writer.finish().ok()?;
    (out.len() < plain.len()).then_some(out)
}
