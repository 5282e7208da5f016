//! HEIC, as phones send it: upright, in the right colours, masked; and whatever calls itself HEIC is refused or shown.

use moxcms::ColorProfile;

use super::make::*;
use super::make_heif::*;
use crate::imaging::mask::MASK_COLOUR;
use crate::imaging::*;

fn made(bytes: &[u8]) -> Result<Developed, Refusal> {
    develop(
        bytes,
        &Edits::default(),
        Level::FullFace,
        &Limits::default(),
        &[Format::Jpeg],
    )
}

/// Upper left, upper right, lower left, lower right after a quarter turn anticlockwise.
fn turned([a, b, c, d]: [[u8; 3]; 4]) -> [[u8; 3]; 4] {
    [b, d, a, c]
}

#[test]
fn a_photo_is_shown_upright_whatever_its_container_says() {
    let stored = [RED, GREEN, BLUE, WHITE];
    let [a, b, c, d] = stored;
    assert_eq!(seen(&made(&Heif::default().build()).unwrap()), stored);
    for turns in 0..4 {
        let expected = (0..turns).fold(stored, |picture, _| turned(picture));
        let plain = Heif::turned(turns);
        assert_eq!(seen(&made(&plain.build()).unwrap()), expected, "{turns}");
        for (axis, mirrored) in [(0, [c, d, a, b]), (1, [b, a, d, c])] {
            let first = (0..turns).fold(mirrored, |picture, _| turned(picture));
            let mirror_first = Heif::default().and(b"imir", &[axis]).and(b"irot", &[turns]);
            let developed = made(&mirror_first.build()).unwrap();
            assert_eq!(seen(&developed), first, "mirror {axis}, then {turns}");
            let [a, b, c, d] = expected;
            let then = if axis == 0 {
                [c, d, a, b]
            } else {
                [b, a, d, c]
            };
            let developed = made(&plain.clone().and(b"imir", &[axis]).build()).unwrap();
            assert_eq!(seen(&developed), then, "{turns}, then mirror {axis}");
        }
    }
}

/// EXIF says 6 here: a decoder that turns by it as well would turn twice.
#[test]
fn exif_tells_the_date_and_not_the_orientation() {
    let bytes = Heif {
        with_exif: true,
        ..Heif::default()
    }
    .build();
    let probe = probe(&bytes, &Limits::default()).unwrap();
    assert_eq!((probe.kind, probe.orientation), (SourceKind::Heic, 1));
    assert_eq!(
        probe.taken_at.unwrap().to_string(),
        "2024-02-29 13:37:05",
        "the camera's clock"
    );
    assert_eq!(
        seen(&made(&bytes).unwrap()),
        [RED, GREEN, BLUE, WHITE],
        "not turned"
    );
}

#[test]
fn tiles_are_put_together_and_cut_to_the_size_that_was_meant() {
    let photo = Heif {
        grid: Some((2, 2, 500, 420)),
        ..Heif::turned(1)
    };
    let bytes = photo.build();
    let probe = probe(&bytes, &Limits::default()).unwrap();
    assert_eq!(
        (probe.width, probe.height, probe.orientation),
        (420, 500, 8)
    );
    let developed = made(&bytes).unwrap();
    assert_eq!((developed.width, developed.height), (420, 500));
    // Upper left of the stored picture is red, and lower left once turned.
    assert_eq!(seen(&developed), [GREEN, WHITE, RED, BLUE]);
}

#[test]
fn a_part_that_the_file_cuts_off_is_not_shown() {
    let number = |n: u32| n.to_be_bytes();
    // 200 × 256 of 256 × 256, moved to the right edge by 28.
    let clap: Vec<u8> = [200, 1, 256, 1, 28, 1, 0, 1]
        .into_iter()
        .flat_map(number)
        .collect();
    let bytes = Heif::default().and(b"clap", &clap).build();
    let developed = made(&bytes).unwrap();
    assert_eq!((developed.width, developed.height), (200, 256));
    assert_eq!(seen(&developed), [RED, GREEN, BLUE, WHITE]);
    let picture = open(&developed.renditions[0]);
    assert!(near(*picture.get_pixel(90, 40), GREEN, 14), "128 - 56 = 72");
}

#[test]
fn colours_follow_the_profile_and_the_numbers() {
    let profile = ColorProfile::new_display_p3().encode().unwrap();
    let plain = made(&Heif::default().build()).unwrap();
    let with_icc = Heif::default().and(b"colr", &[b"prof", profile.as_slice()].concat());
    let with_numbers = Heif::default().and(b"colr", b"nclx\0\x0C\0\x0D\0\x06\x80");
    let red = |developed: &Developed| open(&developed.renditions[0]).get_pixel(60, 60).0;
    let narrow = red(&plain);
    for wide in [&with_icc, &with_numbers] {
        let wide = red(&made(&wide.build()).unwrap());
        assert!(wide[0] > narrow[0] + 10, "{wide:?} beside {narrow:?}");
    }
    let hdr = Heif::default().and(b"colr", b"nclx\0\x09\0\x10\0\x09\x80");
    assert_eq!(made(&hdr.build()), Err(Refusal::Unsupported));
}

/// S35: a mask is constant, and reaches over whole blocks.
#[test]
fn s35_masked_pixels_are_constant_in_heic() {
    let bytes = Heif::turned(3).build();
    let edits = Edits {
        masks: vec![Mask::new(MaskKind::Mark, rect(0.25, 0.25, 0.5, 0.5))],
        ..Edits::default()
    };
    let picture = open(&develop_jpeg(&bytes, &edits, Level::FullFace).renditions[0]);
    for y in 36..220 {
        for x in 36..220 {
            assert!(near(*picture.get_pixel(x, y), MASK_COLOUR, 6), "{x},{y}");
        }
    }
    assert!(!near(*picture.get_pixel(10, 10), MASK_COLOUR, 6));
}

#[test]
fn what_asks_for_too_much_is_refused_before_it_is_decoded() {
    let refused = |photo: &Heif| probe(&photo.build(), &Limits::default()).unwrap_err();
    let grid = |columns, rows, width, height| Heif {
        grid: Some((columns, rows, width, height)),
        ..Heif::default()
    };
    assert_eq!(refused(&grid(2, 2, 20_000, 20_000)), Refusal::TooManyPixels);
    assert_eq!(refused(&grid(2, 2, 1, 30_000)), Refusal::TooManyPixels);
    let thousands = Heif {
        pieces: 60_000,
        ..Heif::default()
    };
    assert_eq!(refused(&thousands), Refusal::TooManyPixels);
    let again_and_again = Heif {
        pieces: 100,
        ..Heif::default()
    };
    assert_eq!(refused(&again_and_again), Refusal::TooManyPixels);
    let beyond = Heif {
        piece_length: Some(1 << 30),
        ..Heif::default()
    };
    assert_eq!(refused(&beyond), Refusal::Damaged);
    // A part of the picture may begin with a table of one bit for each entry, which the decoder holds in many bytes.
    let with_part = |kind: u8, length| Heif {
        part: [&[kind << 1, 1], vec![0; length].as_slice()].concat(),
        ..Heif::default()
    };
    assert!(probe(&with_part(1, 64 << 10).build(), &Limits::default()).is_ok());
    assert_eq!(refused(&with_part(1, 4 << 20)), Refusal::TooManyPixels);
    // What the pictures are like is said in one place, which was read.
    for parameters in 32..=34 {
        assert_eq!(refused(&with_part(parameters, 8)), Refusal::Damaged);
    }
}

/// Every byte of the container changed in two ways, every length cut: hundreds of files that call themselves HEIC. None may panic, and what is made is clean.
#[test]
fn hostile_files_are_refused_or_shown() {
    let whole = Heif {
        grid: Some((2, 1, 500, 256)),
        with_exif: true,
        ..Heif::turned(1)
    }
    .build();
    let container = whole.windows(4).position(|name| name == b"mdat").unwrap();
    let mut tried = 0;
    let mut attempt = |bytes: &[u8]| {
        tried += 1;
        if let Ok(developed) = made(bytes) {
            for rendition in &developed.renditions {
                assert_eq!(inspect_output(&rendition.bytes, rendition.format), Ok(()));
            }
        }
    };
    broken(&whole, container, 3).for_each(|bytes| attempt(&bytes));
    for percent in 1..100 {
        attempt(&whole[..whole.len() * percent / 100]);
    }
    attempt(&[&whole[..], b"PK\x03\x04<script>alert(1)</script>"].concat());
    assert!(tried > 500);
}
