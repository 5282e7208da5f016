//! Edits made of an alignment show the same things at the same places, and never more than was shown before.

use super::make::*;
use crate::imaging::measure::Similarity;
use crate::imaging::*;

const SIZE: (u32, u32) = (800, 600);

fn measured(edits: &Edits) -> Measured<'_> {
    Measured {
        size: SIZE,
        edits,
        look: SIZE,
    }
}

/// Dark dots on a light ground, seen by a camera that moved: `change` leads from the camera that stood still.
fn dotted(change: &Similarity) -> Vec<u8> {
    photo(&drawn(change))
}

fn drawn(change: &Similarity) -> image::RgbImage {
    let back = change.back().unwrap();
    let dots = [
        (330.0, 250.0),
        (480.0, 260.0),
        (400.0, 360.0),
        (350.0, 330.0),
    ];
    image::RgbImage::from_fn(SIZE.0, SIZE.1, |x, y| {
        let (u, v) = back.place((f64::from(x), f64::from(y)));
        let near = dots.iter().any(|(a, b)| (u - a).hypot(v - b) < 9.0);
        image::Rgb(if near { [20; 3] } else { [225; 3] })
    })
}

/// The middle of all that is dark, as fractions of the picture.
fn middle(edits: &Edits, bytes: &[u8]) -> (f64, f64, f64) {
    let picture = open(&develop_jpeg(bytes, edits, Level::FullFace).renditions[0]);
    let (mut sum, mut count) = ((0.0, 0.0), 0.0);
    for (x, y, pixel) in picture.enumerate_pixels() {
        if pixel.0[1] < 120 {
            sum = (sum.0 + f64::from(x), sum.1 + f64::from(y));
            count += 1.0;
        }
    }
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    (
        sum.0 / count / width,
        sum.1 / count / height,
        count / width / height,
    )
}

#[test]
fn both_show_the_same_places_and_sizes() {
    let plain = Edits::default();
    for (scale, degrees, to) in [
        (1.0, 0.0, (14.0, -22.0)),
        (1.12, 6.0, (-20.0, -60.0)),
        (0.9, -9.0, (10.0, 110.0)),
    ] {
        let change = Similarity::new(scale, degrees, to);
        let (before, after) = line_up(&measured(&plain), &measured(&plain), &change).unwrap();
        let (one, other) = (
            middle(&before, &dotted(&Similarity::NONE)),
            middle(&after, &dotted(&change)),
        );
        assert!(
            (one.0 - other.0).abs() < 0.004 && (one.1 - other.1).abs() < 0.004,
            "{degrees}: {one:?} {other:?}"
        );
        assert!(
            (one.2 / other.2 - 1.0).abs() < 0.06,
            "{degrees}: {one:?} {other:?}"
        );
        assert_eq!(before.straighten, 0.0);
        assert!((f64::from(after.straighten) + degrees).abs() < 1e-3);
    }
}

#[test]
fn a_photo_that_was_turned_by_quarters_is_lined_up_as_it_is_shown() {
    let plain = Edits::default();
    let change = Similarity::new(1.12, 6.0, (-20.0, -60.0));
    // The camera lay on its side: stored a quarter to the left, and turned back by its edits.
    let lying = photo(&image::imageops::rotate270(&drawn(&change)));
    let turned = Edits {
        turns: 1,
        masks: vec![Mask::new(MaskKind::Eyes, rect(0.1, 0.2, 0.3, 0.1))],
        ..Edits::default()
    };
    let seen = Measured {
        size: (SIZE.1, SIZE.0),
        edits: &turned,
        look: SIZE,
    };
    let (before, after) = line_up(&measured(&plain), &seen, &change).unwrap();
    assert_eq!(after.turns, 1);
    assert_eq!(after.canonical_json().matches("eyes").count(), 1);
    let unmasked = Edits {
        masks: Vec::new(),
        ..after
    };
    let (one, other) = (
        middle(&before, &dotted(&Similarity::NONE)),
        middle(&unmasked, &lying),
    );
    assert!(
        (one.0 - other.0).abs() < 0.004 && (one.1 - other.1).abs() < 0.004,
        "{one:?} {other:?}"
    );
    assert!((one.2 / other.2 - 1.0).abs() < 0.06, "{one:?} {other:?}");
}

#[test]
fn photos_that_lie_alike_keep_their_whole_frame() {
    let plain = Edits::default();
    let (before, after) = line_up(&measured(&plain), &measured(&plain), &Similarity::NONE).unwrap();
    for edits in [before, after] {
        let crop = edits.crop.unwrap();
        assert!(crop.width > 0.9999 && crop.height > 0.9999, "{crop:?}");
    }
}

#[test]
fn what_a_crop_hides_stays_hidden_and_masks_stay() {
    let mask = Mask::new(MaskKind::Face, rect(0.4, 0.4, 0.2, 0.2));
    let cropped = Edits {
        crop: Some(rect(0.2, 0.1, 0.5, 0.6)),
        straighten: 2.0,
        masks: vec![mask],
        ..Edits::default()
    };
    let plain = Edits::default();
    // The after picture that was looked at is the cropped part only.
    let look = (400, 360);
    let seen = Measured {
        size: SIZE,
        edits: &cropped,
        look,
    };
    let change = Similarity::new(0.9, 3.0, (-20.0, 4.0));
    let (_, after) = line_up(&measured(&plain), &seen, &change).unwrap();
    assert_eq!(after.masks, cropped.masks);
    let (before, same) = line_up(
        &seen,
        &Measured {
            look,
            ..measured(&plain)
        },
        &Similarity::NONE,
    )
    .unwrap();
    assert_eq!((before.straighten, same.straighten), (2.0, 0.0));
    let (crop, most) = (before.crop.unwrap(), cropped.crop.unwrap());
    assert!(crop.x >= most.x - 1e-3 && crop.x + crop.width <= most.x + most.width + 1e-3);
    assert!(crop.y >= most.y - 1e-3 && crop.y + crop.height <= most.y + most.height + 1e-3);
}

#[test]
fn too_far_a_turn_or_nothing_in_common_is_refused() {
    let plain = Edits::default();
    let refused = |change| line_up(&measured(&plain), &measured(&plain), &change).is_none();
    assert!(refused(Similarity::new(1.0, 16.0, (0.0, 0.0))));
    assert!(refused(Similarity::new(1.0, 0.0, (900.0, 0.0))));
    assert!(
        refused(Similarity::new(1.0, 0.0, (780.0, 0.0))),
        "a strip is no frame"
    );
}
