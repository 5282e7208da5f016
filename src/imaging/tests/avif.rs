//! AVIF as a source: upright, in the right colours, masked.

use libavif_sys as ffi;
use moxcms::ColorProfile;

use super::make::*;
use super::make_avif::Avif;
use crate::imaging::mask::MASK_COLOUR;
use crate::imaging::*;

pub(super) fn made(bytes: &[u8]) -> Result<Developed, Refusal> {
    develop(
        bytes,
        &Edits::default(),
        Level::FullFace,
        &Limits::default(),
        &[Format::Jpeg],
    )
}

pub(super) fn plain() -> Avif {
    Avif::of(corners(256, 256))
}

const STORED: [[u8; 3]; 4] = [RED, GREEN, BLUE, WHITE];

/// Upper left, upper right, lower left, lower right after a quarter turn anticlockwise.
fn turned([a, b, c, d]: [[u8; 3]; 4]) -> [[u8; 3]; 4] {
    [b, d, a, c]
}

#[test]
fn all_eight_orientations_come_out_upright() {
    let mut seen_numbers = Vec::new();
    for turns in 0..4 {
        for mirror in [None, Some(0), Some(1)] {
            let bytes = Avif {
                turns: Some(turns),
                mirror,
                ..Avif::of(corners(320, 240))
            }
            .build();
            let [a, b, c, d] = (0..turns).fold(STORED, |picture, _| turned(picture));
            let expected = match mirror {
                None => [a, b, c, d],
                Some(0) => [c, d, a, b],
                Some(_) => [b, a, d, c],
            };
            let probe = probe(&bytes, &Limits::default()).unwrap();
            let size = if turns % 2 == 0 {
                (320, 240)
            } else {
                (240, 320)
            };
            assert_eq!((probe.width, probe.height), size);
            seen_numbers.push(probe.orientation);
            let developed = made(&bytes).unwrap();
            assert_eq!((developed.width, developed.height), size);
            assert_eq!(seen(&developed), expected, "{turns} turns, {mirror:?}");
        }
    }
    seen_numbers.sort_unstable();
    seen_numbers.dedup();
    assert_eq!(seen_numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
}

/// EXIF says 6 here: a reader that turns by it as well would turn twice.
#[test]
fn exif_tells_the_date_and_not_the_orientation() {
    let bytes = Avif {
        exif: exif(6),
        ..plain()
    }
    .build();
    let probe = probe(&bytes, &Limits::default()).unwrap();
    assert_eq!((probe.kind, probe.orientation), (SourceKind::Avif, 1));
    assert_eq!(probe.taken_at.unwrap().to_string(), "2024-02-29 13:37:05");
    assert_eq!(seen(&made(&bytes).unwrap()), STORED, "not turned");
}

#[test]
fn every_depth_and_sampling_shows_the_same() {
    let formats = [
        ffi::AVIF_PIXEL_FORMAT_YUV444,
        ffi::AVIF_PIXEL_FORMAT_YUV422,
        ffi::AVIF_PIXEL_FORMAT_YUV420,
    ];
    for depth in [8, 10, 12] {
        for format in formats {
            for full_range in [true, false] {
                let bytes = Avif {
                    depth,
                    format,
                    full_range,
                    ..plain()
                }
                .build();
                let what = format!("{depth} bits, {format}, {full_range}");
                assert_eq!(seen(&made(&bytes).unwrap()), STORED, "{what}");
            }
        }
    }
    let layered = Avif {
        layers: 3,
        ..plain()
    };
    assert_eq!(seen(&made(&layered.build()).unwrap()), STORED, "layers");
    let unsaid = Avif {
        numbers: (2, 2, 2),
        ..plain()
    };
    assert_eq!(seen(&made(&unsaid.build()).unwrap()), STORED);
    let identity = Avif {
        numbers: (1, 13, 0),
        ..plain()
    };
    assert_eq!(seen(&made(&identity.build()).unwrap()), STORED);
}

#[test]
fn grey_stays_grey() {
    for (depth, full_range) in [(8, true), (8, false), (12, true)] {
        let bytes = Avif {
            depth,
            full_range,
            format: ffi::AVIF_PIXEL_FORMAT_YUV400,
            ..Avif::of(image::RgbImage::from_pixel(240, 240, image::Rgb([90; 3])))
        }
        .build();
        let picture = open(&made(&bytes).unwrap().renditions[0]);
        assert!(near(*picture.get_pixel(100, 100), [90; 3], 3));
    }
}

#[test]
fn what_is_transparent_lies_on_white() {
    let half = |[r, g, b]: [u8; 3]| [r, g, b].map(|s| ((u32::from(s) + 255) / 2) as u8);
    for (alpha, premultiplied, depth) in [
        (0, false, 8),
        (128, false, 8),
        (128, true, 8),
        (128, false, 10),
    ] {
        let bytes = Avif {
            alpha: Some(alpha),
            premultiplied,
            depth,
            ..plain()
        }
        .build();
        let picture = open(&made(&bytes).unwrap().renditions[0]);
        let expected = if alpha == 0 { [255; 3] } else { half(GREEN) };
        let (left, right) = (*picture.get_pixel(20, 20), *picture.get_pixel(230, 20));
        assert!(near(left, RED, 8), "{left:?}");
        assert!(
            near(right, expected, 8),
            "{alpha} {premultiplied}: {right:?}"
        );
    }
}

#[test]
fn colours_follow_the_profile_and_the_numbers() {
    let red = |photo: Avif| {
        let developed = made(&photo.build()).unwrap();
        open(&developed.renditions[0]).get_pixel(60, 60).0
    };
    let narrow = red(plain());
    let with_icc = red(Avif {
        icc: ColorProfile::new_display_p3().encode().unwrap(),
        ..plain()
    });
    let with_numbers = red(Avif {
        numbers: (12, 13, 6),
        ..plain()
    });
    for wide in [with_icc, with_numbers] {
        assert!(wide[0] > narrow[0] + 10, "{wide:?} beside {narrow:?}");
    }
    let television = red(Avif {
        numbers: (1, 1, 1),
        ..plain()
    });
    assert!(near(image::Rgb(television), narrow, 3), "{television:?}");
    for hdr in [16, 18] {
        let photo = Avif {
            depth: 10,
            numbers: (9, hdr, 9),
            ..plain()
        };
        assert_eq!(made(&photo.build()), Err(Refusal::Unsupported));
    }
}

#[test]
fn tiles_are_put_together() {
    let tiled = Avif {
        grid: (2, 2),
        turns: Some(1),
        ..plain()
    }
    .build();
    let developed = made(&tiled).unwrap();
    assert_eq!((developed.width, developed.height), (512, 512));
    // Upper left of the stored picture is red, and lower left once turned.
    assert_eq!(seen(&developed), turned(STORED));
    let picture = open(&developed.renditions[0]);
    let beyond = picture.width() / 2 + 10;
    let pixel = *picture.get_pixel(beyond, beyond);
    assert!(near(pixel, GREEN, 14), "the tile below: {pixel:?}");
}

#[test]
fn a_part_that_the_file_cuts_off_is_not_shown() {
    // 200 × 256 of 256 × 256, moved to the right edge by 28.
    let bytes = Avif {
        clap: Some([200, 1, 256, 1, 28, 1, 0, 1]),
        ..plain()
    }
    .build();
    let developed = made(&bytes).unwrap();
    assert_eq!((developed.width, developed.height), (200, 256));
    let picture = open(&developed.renditions[0]);
    assert!(near(*picture.get_pixel(90, 40), GREEN, 14), "128 - 56 = 72");
    let outside = Avif {
        clap: Some([200, 1, 256, 1, 29, 1, 0, 1]),
        ..plain()
    };
    assert_eq!(made(&outside.build()), Err(Refusal::Damaged));
}

/// S35: a mask is constant, and reaches over whole blocks, so that what lies under it changes nothing beside it.
#[test]
fn s35_masked_pixels_are_constant_in_avif() {
    let edits = Edits {
        masks: vec![Mask::new(MaskKind::Mark, rect(0.25, 0.25, 0.5, 0.5))],
        ..Edits::default()
    };
    for grid in [(1, 1), (2, 1)] {
        let bytes = Avif {
            grid,
            turns: Some(3),
            format: ffi::AVIF_PIXEL_FORMAT_YUV420,
            ..Avif::of(corners(512, 512))
        }
        .build();
        let picture = open(&develop_jpeg(&bytes, &edits, Level::FullFace).renditions[0]);
        let (width, height) = picture.dimensions();
        for y in height / 4..height * 3 / 4 {
            for x in width / 4..width * 3 / 4 {
                let pixel = *picture.get_pixel(x, y);
                assert!(near(pixel, MASK_COLOUR, 6), "{x},{y}: {pixel:?} {grid:?}");
            }
        }
        assert!(!near(*picture.get_pixel(10, 10), MASK_COLOUR, 6));
    }
}
