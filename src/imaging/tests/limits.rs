//! Too much is refused on the header, and what a photo will cost is told from it.

use image::ImageFormat;

use super::make::*;
use crate::imaging::*;

#[test]
fn bombs_are_refused_on_their_header() {
    let mut jpeg = photo(&gradient(260, 240));
    let at = jpeg
        .windows(2)
        .position(|code| code == [0xFF, 0xC0])
        .unwrap();
    jpeg[at + 5..at + 9].copy_from_slice(&[0x4E, 0x20, 0x4E, 0x20]);
    assert_eq!(
        probe(&jpeg, &Limits::default()),
        Err(Refusal::TooManyPixels)
    );
    let mut png = encoded(gradient(260, 240), ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    assert_eq!(probe(&png, &Limits::default()), Err(Refusal::TooManyPixels));
    assert_eq!(
        probe(&photo(&gradient(199, 600)), &Limits::default()),
        Err(Refusal::TooSmall)
    );
    let small = Limits {
        max_bytes: 1000,
        ..Limits::default()
    };
    assert_eq!(
        probe(&photo(&gradient(260, 240)), &small),
        Err(Refusal::TooManyBytes)
    );
}

#[test]
fn a_thousand_scans_are_refused() {
    let bytes = jpeg(&gradient(260, 240), turbojpeg::Subsamp::Sub2x2, true);
    let at = bytes
        .windows(2)
        .rposition(|code| code == [0xFF, 0xDA])
        .unwrap();
    let many = [
        &bytes[..at],
        &bytes[at..bytes.len() - 2].repeat(1000),
        &bytes[bytes.len() - 2..],
    ]
    .concat();
    assert_eq!(
        probe(&many, &Limits::default()),
        Err(Refusal::TooManyPixels)
    );
}

/// What a job will take is known before: a close crop decodes at full size, the whole photo at a fraction.
#[test]
fn memory_is_told_from_the_header() {
    let bytes = photo(&gradient(4400, 1100));
    let told = |edits: &Edits| memory_needed(&bytes, edits, &Limits::default()).unwrap();
    let whole = told(&Edits::default());
    let close = told(&Edits {
        crop: Some(rect(0.4, 0.4, 0.2, 0.2)),
        ..Edits::default()
    });
    assert_eq!(probe(&bytes, &Limits::default()).unwrap().memory, whole);
    assert!(
        whole < 64 << 20 && close > 4400 * 1100 * 3,
        "{whole} {close}"
    );
    let marked = told(&Edits {
        watermark: Some("north light".to_owned()),
        ..Edits::default()
    });
    let widest = 2048 * 512;
    assert_eq!(
        marked - whole,
        widest * 5,
        "each picture once more, with the logo"
    );
}
