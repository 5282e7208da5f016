//! What is no photo, too much, or broken is refused with its reason, on the header wherever that is possible.

use image::ImageFormat;

use super::make::*;
use crate::imaging::*;

fn refused(bytes: &[u8]) -> Option<Refusal> {
    let probed = probe(bytes, &Limits::default()).err();
    let developed = develop(
        bytes,
        &Edits::default(),
        Level::FullFace,
        &Limits::default(),
        &[Format::Jpeg],
    )
    .err();
    assert!(
        probed.is_none() || probed == developed,
        "probe says {probed:?}, develop {developed:?}"
    );
    developed
}

#[test]
fn what_is_no_photo_is_told_by_its_bytes() {
    assert_eq!(refused(b""), Some(Refusal::Empty));
    let others: [&[u8]; 8] = [
        b"<!doctype html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"GIF89a\x01\0\x01\0",
        b"II*\0\x08\0\0\0",
        b"BM",
        b"\xFF\xD8",
        b"\0\0\0\x18ftypisom\0\0\0\0isommp42",
    ];
    for bytes in others {
        assert_eq!(
            refused(bytes),
            Some(Refusal::NotAPhoto),
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
    assert_eq!(
        refused(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        Some(Refusal::Damaged)
    );
    assert_eq!(
        refused(b"\0\0\0\x18ftypmif1\0\0\0\0avifmif1"),
        Some(Refusal::Damaged)
    );
}

fn cuts(length: usize) -> impl Iterator<Item = usize> {
    let step = (length / 60).max(1);
    (12..40)
        .chain((40..length).step_by(step))
        .chain([length - 1])
}

#[test]
fn a_png_or_webp_cut_off_anywhere_is_refused_and_never_panics() {
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let bytes = encoded(gradient(260, 240), format);
        assert_eq!(refused(&bytes), None);
        for end in cuts(bytes.len()) {
            assert_eq!(
                refused(&bytes[..end]),
                Some(Refusal::Damaged),
                "{format:?} cut at {end} of {}",
                bytes.len()
            );
        }
    }
}

/// Of a sequential JPEG the upper part is there: most of it is taken with a warning, less is refused. A progressive one
/// is there whole from its first scans on, only coarser.
#[test]
fn a_jpeg_cut_off_is_refused_or_taken_with_a_warning() {
    let picture = gradient(400, 480);
    for progressive in [false, true] {
        let bytes = jpeg(&picture, turbojpeg::Subsamp::Sub2x2, progressive);
        let whole = develop_jpeg(&bytes, &Edits::default(), Level::FullFace);
        assert_eq!(whole.warnings, []);
        let scan = bytes.windows(2).position(|code| code == [0xFF, 0xDA]);
        for end in cuts(bytes.len()) {
            let made = develop(
                &bytes[..end],
                &Edits::default(),
                Level::FullFace,
                &Limits::default(),
                &[Format::Jpeg],
            );
            match made {
                Ok(made) => assert_eq!(made.warnings, [Warning::Damaged], "cut at {end}"),
                Err(refusal) => assert_eq!(refusal, Refusal::Damaged, "cut at {end}"),
            }
            if !progressive && end < bytes.len() / 2 {
                assert_eq!(refused(&bytes[..end]), Some(Refusal::Damaged));
            }
            if end > bytes.len() * 9 / 10 {
                assert_eq!(refused(&bytes[..end]), None, "cut at {end}");
            }
            if scan.is_some_and(|scan| end <= scan) {
                assert_eq!(refused(&bytes[..end]), Some(Refusal::Damaged));
            }
        }
    }
}

#[test]
fn flipped_bytes_never_panic() {
    let picture = gradient(260, 240);
    for bytes in [
        photo(&picture),
        encoded(picture.clone(), ImageFormat::Png),
        encoded(picture, ImageFormat::WebP),
    ] {
        for at in (0..bytes.len().min(700)).chain((700..bytes.len()).step_by(997)) {
            let mut broken = bytes.clone();
            broken[at] ^= 0x5A;
            let _ = develop(
                &broken,
                &Edits::default(),
                Level::FullFace,
                &Limits::default(),
                &[Format::Jpeg],
            );
        }
    }
}

#[test]
fn rare_codings_are_named() {
    let bytes = photo(&gradient(260, 240));
    let at = bytes
        .windows(2)
        .position(|code| code == [0xFF, 0xC0])
        .unwrap();
    let change = |offset: usize, to: u8| {
        let mut changed = bytes.clone();
        changed[at + offset] = to;
        changed
    };
    assert_eq!(
        refused(&change(1, 0xC9)),
        Some(Refusal::Unsupported),
        "arithmetic"
    );
    assert_eq!(
        refused(&change(1, 0xC3)),
        Some(Refusal::Unsupported),
        "lossless"
    );
    assert_eq!(
        refused(&change(4, 12)),
        Some(Refusal::Unsupported),
        "12 bits"
    );
    assert_eq!(
        refused(&change(9, 2)),
        Some(Refusal::Unsupported),
        "two channels"
    );
    let inks = turbojpeg::Image {
        pixels: vec![90; 260 * 240 * 4],
        width: 260,
        pitch: 260 * 4,
        height: 240,
        format: turbojpeg::PixelFormat::CMYK,
    };
    let cmyk = turbojpeg::compress(inks.as_deref(), 90, turbojpeg::Subsamp::None).unwrap();
    assert_eq!(refused(&cmyk), Some(Refusal::Cmyk), "inks nobody named");
}

#[test]
fn animations_are_refused() {
    let png = encoded(gradient(260, 240), ImageFormat::Png);
    let apng = [
        &png[..33],
        b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0",
        &png[33..],
    ]
    .concat();
    assert_eq!(refused(&apng), Some(Refusal::Animated));
    let webp = b"RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0\xFF\0\0\xFF\0\0";
    assert_eq!(refused(webp), Some(Refusal::Animated));
}

/// An archive or page hidden behind a photo goes no further: only pixels do.
#[test]
fn what_trails_a_photo_is_ignored() {
    let clean = photo(&gradient(400, 300));
    let both = [&clean[..], b"PK\x03\x04<script>alert(1)</script>"].concat();
    let make = |bytes| develop_jpeg(bytes, &Edits::default(), Level::FullFace);
    assert_eq!(make(&clean), make(&both));
}

#[test]
fn pictures_of_one_pixel_and_of_one_column_are_too_small() {
    for (width, height) in [(1, 1), (1, 30_000), (30_000, 1), (199, 4000)] {
        let picture = gradient(width, height);
        let mut files = vec![photo(&picture), encoded(picture.clone(), ImageFormat::Png)];
        if width.max(height) <= 16_383 {
            files.push(encoded(picture, ImageFormat::WebP));
        }
        for bytes in files {
            let expected = match width.max(height) > Limits::default().max_side {
                true => Refusal::TooManyPixels,
                false => Refusal::TooSmall,
            };
            assert_eq!(refused(&bytes), Some(expected), "{width} × {height}");
        }
    }
}

/// A file that two programs take for two things is a photo to us, and only its pixels go on.
#[test]
fn polyglots_are_photos_and_nothing_else() {
    let clean = photo(&gradient(400, 300));
    let page = b"<script>alert(1)</script>".as_slice();
    let hidden = [
        with_segment(&clean, 0xFE, page),
        with_segment(
            &clean,
            0xE1,
            &[b"http://ns.adobe.com/xap/1.0/\0", page].concat(),
        ),
        with_segment(&clean, 0xEF, b"PK\x03\x04"),
        [&clean[..], &clean[..]].concat(),
        [&clean[..], b"\0\0\0\x18ftypheic"].concat(),
    ];
    let make = |bytes: &[u8]| develop_jpeg(bytes, &Edits::default(), Level::FullFace);
    let expected = make(&clean);
    for bytes in hidden {
        assert_eq!(make(&bytes), expected);
    }
}
