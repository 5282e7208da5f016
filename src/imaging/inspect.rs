//! Reads our own output again and confirms that it carries pixels and nothing else (gate G13).

use super::Format;
use super::markers::{EOI, Markers, SOI, SOS};

/// Whether a rendition is free of EXIF, XMP, IPTC, comments, profiles, thumbnails and trailing bytes. What is not known
/// to be harmless counts as metadata.
///
/// # Errors
/// What was found, in words for a log.
pub fn inspect_output(bytes: &[u8], format: Format) -> Result<(), String> {
    match format {
        Format::Jpeg => inspect_jpeg(bytes),
        Format::Avif => inspect_avif(bytes),
        Format::Webp => inspect_webp(bytes),
    }
}

/// Frame, tables and scans are the picture; of the application segments only JFIF without a thumbnail may be there.
fn inspect_jpeg(bytes: &[u8]) -> Result<(), String> {
    if !bytes.starts_with(&[0xFF, SOI]) {
        return Err("not a JPEG".to_owned());
    }
    let mut markers = Markers::of(bytes);
    let (mut scans, mut ended) = (0, false);
    for marker in markers.by_ref() {
        if marker.after_junk {
            return Err(format!("stray bytes before marker {:02X}", marker.code));
        }
        match marker.code {
            SOI | 0xC0..=0xC2 | 0xC4 | 0xDB | 0xDD => {}
            SOS => scans += 1,
            EOI => ended = true,
            0xE0 if marker.payload.starts_with(b"JFIF\0") && marker.payload.len() == 14 => {}
            0xE0..=0xEF => return Err(format!("application segment {}", marker.code - 0xE0)),
            0xFE => return Err("comment".to_owned()),
            code => return Err(format!("unexpected marker {code:02X}")),
        }
    }
    match (ended, scans) {
        (false, _) => Err("the JPEG does not end".to_owned()),
        (true, 0) => Err("the JPEG has no picture".to_owned()),
        _ if !markers.rest().is_empty() => Err("bytes after the end of the JPEG".to_owned()),
        _ => Ok(()),
    }
}

/// One coded image item with its size, pixel and sRGB properties; no other item, reference or profile.
fn inspect_avif(bytes: &[u8]) -> Result<(), String> {
    let top = boxes(bytes)?;
    let names: Vec<&[u8; 4]> = top.iter().map(|(name, _)| *name).collect();
    let [b"ftyp", b"meta", b"mdat"] = names[..] else {
        return Err(format!("unexpected boxes: {}", list(&names)));
    };
    for (name, payload) in boxes(versioned(top[1].1)?)? {
        match name {
            b"hdlr" | b"pitm" | b"iloc" => {}
            b"iinf" => inspect_items(payload)?,
            b"iprp" => inspect_properties(payload)?,
            other => return Err(format!("unexpected box meta/{}", list(&[other]))),
        }
    }
    Ok(())
}

/// One coded picture in its simple file, and no other chunk: neither profile nor EXIF, XMP, alpha or animation.
fn inspect_webp(bytes: &[u8]) -> Result<(), String> {
    let (head, picture) = bytes.split_first_chunk::<20>().ok_or("cut off")?;
    let number =
        |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if !head.starts_with(b"RIFF") || &head[8..12] != b"WEBP" {
        return Err("not a WebP".to_owned());
    }
    if &head[12..16] != b"VP8 " {
        let name = String::from_utf8_lossy(&head[12..16]);
        return Err(format!("a chunk of type {name}"));
    }
    let length = number(16) as usize;
    let padded = length.next_multiple_of(2);
    if picture.len() != padded || number(4) as usize != padded + 12 {
        return Err("bytes beside the picture".to_owned());
    }
    match picture.get(length..) {
        Some([] | [0]) => Ok(()),
        _ => Err("bytes beside the picture".to_owned()),
    }
}

/// EXIF and XMP would be items of their own (types `Exif` and `mime`).
fn inspect_items(payload: &[u8]) -> Result<(), String> {
    let entries = versioned(payload)?.get(2..).ok_or("cut off")?;
    for (name, entry) in boxes(entries)? {
        let kind = versioned(entry)?.get(4..8);
        if name != b"infe" || kind != Some(b"av01") {
            return Err(format!(
                "an item of type {}",
                String::from_utf8_lossy(kind.unwrap_or_default())
            ));
        }
    }
    Ok(())
}

fn inspect_properties(payload: &[u8]) -> Result<(), String> {
    for (name, payload) in boxes(payload)? {
        if name != b"ipco" {
            continue;
        }
        for (property, payload) in boxes(payload)? {
            match property {
                b"ispe" | b"pixi" | b"av1C" => {}
                b"colr" if payload.starts_with(b"nclx") => {}
                other => return Err(format!("property {}", list(&[other]))),
            }
        }
    }
    Ok(())
}

type Named<'a> = (&'a [u8; 4], &'a [u8]);

/// The boxes of an ISO 14496-12 container, by 32-bit lengths only (we write no others).
fn boxes(mut bytes: &[u8]) -> Result<Vec<Named<'_>>, String> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<4>().ok_or("cut off")?;
        let (name, rest) = rest.split_first_chunk::<4>().ok_or("cut off")?;
        let length = (u32::from_be_bytes(*length) as usize)
            .checked_sub(8)
            .ok_or("a box without a length")?;
        let (payload, rest) = rest.split_at_checked(length).ok_or("cut off")?;
        found.push((name, payload));
        bytes = rest;
    }
    Ok(found)
}

/// Past the version and flags.
fn versioned(payload: &[u8]) -> Result<&[u8], String> {
    payload.get(4..).ok_or_else(|| "cut off".to_owned())
}

fn list(names: &[&[u8; 4]]) -> String {
    names
        .iter()
        .map(|name| String::from_utf8_lossy(*name))
        .collect::<Vec<_>>()
        .join(", ")
}
