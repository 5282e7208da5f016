//! What a file is by its first bytes, never by its name.

use super::{Refusal, SourceKind};

/// # Errors
/// `Empty`, `Heic`, `Avif` or `NotAPhoto`.
pub(super) fn sniff(bytes: &[u8]) -> Result<SourceKind, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        return Ok(SourceKind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        return Ok(SourceKind::Png);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(SourceKind::WebP);
    }
    Err(iso_media(bytes).unwrap_or(Refusal::NotAPhoto))
}

/// HEIC and AVIF share a container (ISO 14496-12) and name themselves in its brands; the generic `mif1` may be either.
fn iso_media(bytes: &[u8]) -> Option<Refusal> {
    if bytes.get(4..8) != Some(b"ftyp") {
        return None;
    }
    let length = u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
    let brands = bytes.get(8..length.clamp(12, 256).min(bytes.len()))?;
    let has = |names: &[&[u8; 4]]| {
        brands
            .chunks_exact(4)
            .any(|brand| names.iter().any(|name| *name == brand))
    };
    if has(&[b"avif", b"avis"]) {
        Some(Refusal::Avif)
    } else if has(&[
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1",
    ]) {
        Some(Refusal::Heic)
    } else {
        None
    }
}
