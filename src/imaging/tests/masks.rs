//! S35: what lies under a mask is gone from the pixels, at every scale, for every kind of file.

use image::ImageFormat;
use turbojpeg::Subsamp;

use super::make::*;
use crate::imaging::mask::MASK_COLOUR;
use crate::imaging::*;

fn masked(what: MaskKind, rect: Rect) -> Edits {
    Edits {
        masks: vec![Mask::new(what, rect)],
        ..Edits::default()
    }
}

/// Photos that differ under the mask only, in awkward places (not on block borders), give the same bytes.
#[test]
fn s35_nothing_of_what_is_under_a_mask_reaches_the_output() {
    for (width, height) in [(500, 403), (2300, 301), (4200, 300), (8300, 400)] {
        let hidden = rect(0.3131, 0.2717, 0.2003, 0.3109);
        let side = |fraction: f64, length: u32| (fraction * f64::from(length)) as u32;
        let place = [
            side(0.315, width),
            side(0.275, height),
            side(0.51, width),
            side(0.58, height),
        ];
        let one = with_secret(gradient(width, height), place, 1);
        let other = with_secret(gradient(width, height), place, 2);
        for subsamp in [
            Subsamp::None,
            Subsamp::Sub2x1,
            Subsamp::Sub2x2,
            Subsamp::Sub1x2,
            Subsamp::Sub4x1,
            Subsamp::Gray,
        ] {
            for straighten in if subsamp == Subsamp::Sub2x2 {
                &[0.0, 4.5][..]
            } else {
                &[0.0][..]
            } {
                let straighten = *straighten;
                let edits = Edits {
                    straighten,
                    ..masked(MaskKind::Mark, hidden)
                };
                let make = |picture| {
                    develop_jpeg(
                        &jpeg(picture, subsamp, width == 500),
                        &edits,
                        Level::FullFace,
                    )
                };
                assert!(
                    make(&one) == make(&other),
                    "{width}×{height}, {subsamp:?}, turned by {straighten}"
                );
            }
        }
        let edits = masked(MaskKind::Mark, hidden);
        let make = |picture: &image::RgbImage| {
            develop_jpeg(
                &encoded(picture.clone(), ImageFormat::Png),
                &edits,
                Level::FullFace,
            )
        };
        assert!(make(&one) == make(&other), "PNG of {width}×{height}");
    }
}

#[test]
fn s35_without_the_mask_the_photos_do_differ() {
    let one = photo(&with_secret(gradient(500, 400), [100, 100, 200, 200], 1));
    let other = photo(&with_secret(gradient(500, 400), [100, 100, 200, 200], 2));
    let make = |bytes| develop_jpeg(bytes, &Edits::default(), Level::FullFace);
    assert!(make(&one) != make(&other));
}

#[test]
fn s35_masked_pixels_are_constant_in_every_orientation_and_format() {
    let hidden = rect(0.25, 0.5, 0.25, 0.25);
    for orientation in 1..=8 {
        let bytes = with_segment(&photo(&gradient(800, 600)), 0xE1, &exif(orientation));
        let developed = develop_jpeg(&bytes, &masked(MaskKind::Eyes, hidden), Level::Covered);
        for rendition in &developed.renditions {
            let picture = open(rendition);
            let (width, height) = (picture.width(), picture.height());
            // JPEG codes 16 × 16 pixels together, so a mask's border rings a little into its own edge.
            for y in height / 2 + 16..height * 3 / 4 - 16 {
                for x in width / 4 + 16..width / 2 - 16 {
                    assert!(
                        near(*picture.get_pixel(x, y), MASK_COLOUR, 6),
                        "orientation {orientation}, {width}: {x},{y}"
                    );
                }
            }
            assert!(!near(
                *picture.get_pixel(width / 8, height / 8),
                MASK_COLOUR,
                6
            ));
        }
    }
}

#[test]
fn each_level_burns_its_masks_and_no_others() {
    let edits = Edits {
        masks: vec![
            Mask::new(MaskKind::Face, rect(0.0, 0.0, 0.25, 0.25)),
            Mask::new(MaskKind::Eyes, rect(0.5, 0.0, 0.25, 0.25)),
            Mask::new(MaskKind::Mark, rect(0.0, 0.5, 0.25, 0.25)),
        ],
        ..Edits::default()
    };
    let bytes = photo(&corners(640, 640));
    for (level, expected) in [
        (Level::AreaOnly, [true; 3]),
        (Level::Covered, [false, true, true]),
        (Level::FullFace, [false, false, true]),
    ] {
        let picture = open(&develop_jpeg(&bytes, &edits, level).renditions[0]);
        let seen = [(80, 80), (400, 80), (80, 400)]
            .map(|(x, y)| near(*picture.get_pixel(x, y), MASK_COLOUR, 6));
        assert_eq!(seen, expected, "{level:?}");
    }
}

#[test]
fn a_mask_turns_with_the_photo() {
    let edits = Edits {
        straighten: 10.0,
        ..masked(MaskKind::Mark, rect(0.6, 0.4, 0.1, 0.2))
    };
    let developed = develop_jpeg(&photo(&corners(1000, 1000)), &edits, Level::FullFace);
    let picture = open(&developed.renditions[0]);
    let scale = f64::from(picture.width()) / f64::from(developed.width);
    let (sin, cos) = 10.0_f64.to_radians().sin_cos();
    let (dx, dy) = (150.0, 0.0);
    let half = f64::from(developed.width) / 2.0;
    let at = |dx: f64, dy: f64| {
        (
            ((half + dx * cos - dy * sin) * scale) as u32,
            ((half + dx * sin + dy * cos) * scale) as u32,
        )
    };
    let (x, y) = at(dx, dy);
    assert!(near(*picture.get_pixel(x, y), MASK_COLOUR, 6));
    let (x, y) = at(dx, dy - 140.0);
    assert!(!near(*picture.get_pixel(x, y), MASK_COLOUR, 6));
}

#[test]
fn the_placeholder_is_made_of_the_masked_pixels() {
    let edits = masked(MaskKind::Mark, Rect::WHOLE);
    let make = |seed| {
        develop_jpeg(
            &photo(&with_secret(gradient(400, 400), [0, 0, 400, 400], seed)),
            &edits,
            Level::FullFace,
        )
    };
    assert_eq!(make(1), make(2));
}

#[test]
fn edits_that_are_not_valid_make_nothing() {
    let bytes = photo(&gradient(400, 400));
    let edits = masked(MaskKind::Mark, rect(f64::NAN, 0.0, 0.5, 0.5));
    let result = develop(
        &bytes,
        &edits,
        Level::FullFace,
        &Limits::default(),
        &[Format::Jpeg],
    );
    assert_eq!(result, Err(Refusal::BadEdits));
}
