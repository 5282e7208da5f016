//! What a file is by its first bytes, never by its name.

use super::{Refusal, SourceKind};

/// # Errors
/// `Empty` or `NotAPhoto`.
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
    iso_media(bytes)
}

/// HEIC and AVIF share a container (ISO 14496-12) and name themselves in its brands; the generic `mif1` may be either.
fn iso_media(bytes: &[u8]) -> Result<SourceKind, Refusal> {
    if bytes.get(4..8) != Some(b"ftyp") {
        return Err(Refusal::NotAPhoto);
    }
    let length = bytes.first_chunk::<4>().map(|n| u32::from_be_bytes(*n));
    let end = (length.unwrap_or_default() as usize).clamp(12, 256);
    let brands = bytes.get(8..end.min(bytes.len())).unwrap_or_default();
    let has = |names: &[&[u8; 4]]| {
        brands
            .chunks_exact(4)
            .any(|brand| names.iter().any(|name| *name == brand))
    };
    if has(&[b"avif", b"avis"]) {
        Ok(SourceKind::Avif)
    } else if has(&[
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1",
    ]) {
        Ok(SourceKind::Heic)
    } else {
        Err(Refusal::NotAPhoto)
    }
}
