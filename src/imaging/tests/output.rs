//! What leaves carries pixels and nothing else, the same each time, in the colours of the web.

use image::ImageFormat;
use moxcms::ColorProfile;

use super::make::*;
use crate::imaging::mask::MASK_COLOUR;
use crate::imaging::*;

fn icc_segment(profile: &ColorProfile) -> Vec<u8> {
    [
        b"ICC_PROFILE\0\x01\x01",
        profile.encode().unwrap().as_slice(),
    ]
    .concat()
}

#[test]
fn g13_outputs_carry_no_metadata() {
    let bytes = with_segment(&photo(&gradient(700, 500)), 0xE1, &exif(6));
    let bytes = with_segment(&bytes, 0xE2, &icc_segment(&ColorProfile::new_display_p3()));
    let bytes = with_segment(&bytes, 0xFE, b"taken by Jane Doe");
    let developed = develop(
        &bytes,
        &Edits::default(),
        Level::FullFace,
        &Limits::default(),
        &Format::ALL,
    )
    .unwrap();
    let made: Vec<_> = developed
        .renditions
        .iter()
        .map(|r| (r.width, r.format))
        .collect();
    assert_eq!(made, Format::ALL.map(|format| (320, format)));
    for rendition in &developed.renditions {
        assert_eq!(inspect_output(&rendition.bytes, rendition.format), Ok(()));
    }
    assert!(
        inspect_output(&bytes, Format::Jpeg).is_err(),
        "the source itself would not pass"
    );
}

#[test]
fn g13_each_kind_of_metadata_is_found() {
    let clean = develop(
        &photo(&gradient(320, 320)),
        &Edits::default(),
        Level::FullFace,
        &Limits::default(),
        &Format::ALL,
    );
    let [jpeg, avif, webp] = &clean.unwrap().renditions[..] else {
        panic!("three renditions")
    };
    let find = |bytes: &[u8]| inspect_output(bytes, Format::Jpeg).unwrap_err();
    assert_eq!(
        find(&with_segment(&jpeg.bytes, 0xE1, &exif(1))),
        "application segment 1"
    );
    assert_eq!(
        find(&with_segment(&jpeg.bytes, 0xE2, b"ICC_PROFILE\0")),
        "application segment 2"
    );
    assert_eq!(
        find(&with_segment(&jpeg.bytes, 0xED, b"Photoshop 3.0\0")),
        "application segment 13"
    );
    assert_eq!(
        find(&with_segment(&jpeg.bytes, 0xE0, b"JFXX\0\x13")),
        "application segment 0"
    );
    assert_eq!(find(&with_segment(&jpeg.bytes, 0xFE, b"hello")), "comment");
    assert_eq!(
        find(&[&jpeg.bytes[..], b"PK"].concat()),
        "bytes after the end of the JPEG"
    );
    assert_eq!(
        find(&jpeg.bytes[..jpeg.bytes.len() - 2]),
        "the JPEG does not end"
    );
    for format in Format::ALL {
        assert!(inspect_output(b"", format).is_err());
    }
    let find = |bytes: &[u8]| inspect_output(bytes, Format::Avif).is_err();
    assert!(find(&[&avif.bytes[..], b"\0\0\0\x0Cuuid\0\0\0\0"].concat()));
    let at = avif
        .bytes
        .windows(4)
        .position(|name| name == b"av01")
        .unwrap();
    let mut other = avif.bytes.clone();
    other.splice(at..at + 4, *b"Exif");
    assert!(find(&other));
    let at = avif
        .bytes
        .windows(8)
        .position(|name| name == b"colrnclx")
        .unwrap();
    let mut other = avif.bytes.clone();
    other.splice(at..at + 8, *b"colrprof");
    assert!(find(&other));
    let find = |bytes: &[u8]| inspect_output(bytes, Format::Webp).unwrap_err();
    // The same picture in a file that may hold more, with EXIF behind it.
    let picture = webp.bytes[12..].to_vec();
    let canvas = b"VP8X\x0A\0\0\0\x08\0\0\0\x3F\x01\0\x3F\x01\0".to_vec();
    let chunks = [canvas, picture, b"EXIF\x04\0\0\0MM\0*".to_vec()].concat();
    let length = (chunks.len() as u32 + 4).to_le_bytes();
    let extended = [b"RIFF".as_slice(), &length, b"WEBP", &chunks].concat();
    assert_eq!(find(&extended), "a chunk of type VP8X");
    let beside = [&webp.bytes[..], b"EXIF\x04\0\0\0MM\0*"].concat();
    assert_eq!(find(&beside), "bytes beside the picture");
    let counted = [b"RIFF".as_slice(), &length, &beside[8..]].concat();
    assert_eq!(find(&counted), "bytes beside the picture");
    assert_eq!(
        find(&webp.bytes[..webp.bytes.len() - 1]),
        "bytes beside the picture"
    );
}

#[test]
fn webp_shows_what_jpeg_shows() {
    let bytes = photo(&corners(700, 500));
    let make = |format| {
        let (edits, limits) = (Edits::default(), Limits::default());
        develop(&bytes, &edits, Level::FullFace, &limits, &[format]).unwrap()
    };
    let (jpeg, webp) = (make(Format::Jpeg), make(Format::Webp));
    let webp =
        image::load_from_memory_with_format(&webp.renditions[0].bytes, image::ImageFormat::WebP);
    let (webp, jpeg) = (webp.unwrap().to_rgb8(), open(&jpeg.renditions[0]));
    assert_eq!(webp.dimensions(), jpeg.dimensions());
    for (x, y) in [(20, 20), (300, 20), (20, 200), (300, 200)] {
        let (one, other) = (webp.get_pixel(x, y), jpeg.get_pixel(x, y));
        assert!(near(*one, other.0, 6), "{x},{y}: {one:?} {other:?}");
    }
    // WebP can't be longer; such a photo has its other formats.
    let limits = Limits {
        min_side: 20,
        ..Limits::default()
    };
    let long = photo(&gradient(30, 16_400));
    let made = develop(
        &long,
        &Edits::default(),
        Level::FullFace,
        &limits,
        &Format::ALL,
    );
    let formats: Vec<Format> = made.unwrap().renditions.iter().map(|r| r.format).collect();
    assert_eq!(formats, [Format::Jpeg, Format::Avif]);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let bytes = photo(&gradient(1100, 700));
    let edits = Edits {
        straighten: 2.0,
        crop: Some(rect(0.1, 0.1, 0.8, 0.8)),
        ..Edits::default()
    };
    let make = |encoders| {
        let limits = Limits {
            encoders,
            ..Limits::default()
        };
        develop(&bytes, &edits, Level::Covered, &limits, &Format::ALL).unwrap()
    };
    assert!(make(1) == make(3));
}

#[test]
fn formats_can_be_made_one_by_one() {
    let bytes = photo(&gradient(700, 500));
    let make = |formats: &[Format]| {
        develop(
            &bytes,
            &Edits::default(),
            Level::FullFace,
            &Limits::default(),
            formats,
        )
        .unwrap()
    };
    let both = make(&Format::ALL).renditions;
    let apart = [
        make(&[Format::Jpeg]).renditions,
        make(&[Format::Avif]).renditions,
        make(&[Format::Webp]).renditions,
    ]
    .concat();
    assert!(both.len() == apart.len() && apart.iter().all(|rendition| both.contains(rendition)));
}

#[test]
fn wide_gamut_is_converted_and_the_mask_keeps_its_colour() {
    for profile in [
        ColorProfile::new_display_p3(),
        ColorProfile::new_adobe_rgb(),
    ] {
        let flat = image::RgbImage::from_pixel(640, 400, image::Rgb([180, 120, 100]));
        let bytes = with_segment(&photo(&flat), 0xE2, &icc_segment(&profile));
        let edits = Edits {
            masks: vec![Mask::new(MaskKind::Mark, rect(0.0, 0.0, 0.5, 1.0))],
            ..Edits::default()
        };
        let picture = open(&develop_jpeg(&bytes, &edits, Level::FullFace).renditions[0]);
        assert!(
            near(*picture.get_pixel(100, 100), MASK_COLOUR, 4),
            "{:?}",
            picture.get_pixel(100, 100)
        );
        let plain = *picture.get_pixel(500, 200);
        assert!(
            plain.0[0] > 186,
            "the same red is further out in sRGB: {plain:?}"
        );
    }
}

#[test]
fn a_profile_that_is_broken_or_for_other_channels_is_passed_over() {
    let flat = image::RgbImage::from_pixel(400, 400, image::Rgb([180, 120, 100]));
    for segment in [
        b"ICC_PROFILE\0\x01\x01garbage".to_vec(),
        icc_segment(&ColorProfile::new_gray_with_gamma(1.0)),
    ] {
        let bytes = with_segment(&photo(&flat), 0xE2, &segment);
        let picture = open(&develop_jpeg(&bytes, &Edits::default(), Level::FullFace).renditions[0]);
        assert!(near(*picture.get_pixel(100, 100), [180, 120, 100], 4));
    }
}

#[test]
fn the_placeholder_is_small_and_looks_like_the_photo() {
    let flat = image::RgbImage::from_pixel(900, 600, image::Rgb([200, 100, 50]));
    let hash = develop_jpeg(
        &encoded(flat, ImageFormat::Png),
        &Edits::default(),
        Level::FullFace,
    )
    .thumbhash;
    assert!(hash.len() < 30);
    let (r, g, b, _) = thumbhash::thumb_hash_to_average_rgba(&hash).unwrap();
    assert!((r - 0.784).abs() < 0.05 && (g - 0.392).abs() < 0.05 && (b - 0.196).abs() < 0.05);
}

/// Work that nobody wants any more ends at the next file; nothing half is given.
#[test]
fn what_is_asked_to_stop_makes_nothing() {
    let stop = Stop::default();
    let (edits, limits) = (Edits::default(), Limits::default());
    let bytes = photo(&gradient(640, 480));
    let make = |stop: &Stop| {
        develop_until(
            &bytes,
            &edits,
            Level::FullFace,
            &limits,
            &Order::of(&[Format::Jpeg]),
            stop,
        )
    };
    assert!(make(&stop).is_ok());
    stop.ask();
    assert_eq!(make(&stop), Err(Refusal::NotEncoded));
}
