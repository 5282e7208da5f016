//! Whatever calls itself AVIF is refused by name, or shown.

use super::avif::{made, plain};
use super::make::*;
use super::make_avif::Avif;
use crate::imaging::*;

#[test]
fn animations_are_refused() {
    let bytes = Avif {
        frames: 3,
        ..plain()
    }
    .build();
    assert_eq!(made(&bytes), Err(Refusal::Animated));
}

/// A small file that says it is large: told before anything is decoded, from the container and from the coded picture.
#[test]
fn what_asks_for_too_much_is_refused_before_it_is_decoded() {
    let whole = plain().build();
    let at = |name: &[u8]| whole.windows(4).position(|four| four == name).unwrap();
    let mut wide = whole.clone();
    wide[at(b"ispe") + 8..][..4].copy_from_slice(&30_000_u32.to_be_bytes());
    assert_eq!(made(&wide), Err(Refusal::Damaged), "the picture says less");
    let small = Limits {
        max_pixels: 256 * 255,
        ..Limits::default()
    };
    assert_eq!(probe(&whole, &small).unwrap_err(), Refusal::TooManyPixels);
    let little_memory = Limits {
        max_decoded_bytes: 100_000,
        ..Limits::default()
    };
    let refused = probe(&whole, &little_memory).unwrap_err();
    assert_eq!(refused, Refusal::TooManyPixels);
    // The one tile, four times the size of the limit's picture.
    let tiles = Avif {
        grid: (3, 3),
        ..plain()
    }
    .build();
    let limits = Limits {
        max_pixels: 256 * 256,
        ..Limits::default()
    };
    assert_eq!(probe(&tiles, &limits).unwrap_err(), Refusal::TooManyPixels);
    assert_eq!(
        made(&Avif::of(corners(64, 300)).build()),
        Err(Refusal::TooSmall)
    );
}

/// Every byte of the container changed in two ways, many of the coded picture, every length cut. None may panic, and what is
/// made is clean.
#[test]
fn hostile_files_are_refused_or_shown() {
    let whole = Avif {
        grid: (2, 1),
        turns: Some(1),
        alpha: Some(100),
        exif: exif(6),
        ..Avif::of(corners(64, 64))
    }
    .build();
    let limits = Limits {
        min_side: 16,
        ..Limits::default()
    };
    let develop = |bytes: &[u8]| {
        let edits = Edits::default();
        develop(bytes, &edits, Level::FullFace, &limits, &[Format::Jpeg])
    };
    assert!(develop(&whole).is_ok());
    let container = whole.windows(4).position(|name| name == b"mdat").unwrap();
    let mut tried = 0;
    let mut attempt = |bytes: &[u8]| {
        tried += 1;
        let told = probe(bytes, &limits);
        let developed = develop(bytes);
        assert!(told.is_ok() || developed == Err(told.unwrap_err()));
        for rendition in developed.iter().flat_map(|made| &made.renditions) {
            assert_eq!(inspect_output(&rendition.bytes, rendition.format), Ok(()));
        }
    };
    broken(&whole, container, 7).for_each(|bytes| attempt(&bytes));
    for at in container + 8..container + 60 {
        for bit in 0..8 {
            let mut broken = whole.clone();
            broken[at] ^= 1 << bit;
            attempt(&broken);
        }
    }
    attempt(&[&whole[..], b"PK\x03\x04<script>alert(1)</script>"].concat());
    assert!(tried > 1000);
}

#[test]
fn an_avif_cut_off_anywhere_is_refused() {
    let whole = plain().build();
    for percent in (5..100).step_by(5) {
        let end = whole.len() * percent / 100;
        assert_eq!(made(&whole[..end]), Err(Refusal::Damaged), "{percent} %");
    }
    assert_eq!(made(&whole[..whole.len() - 1]), Err(Refusal::Damaged));
}
