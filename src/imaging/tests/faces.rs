//! Faces are proposed where they are, and nowhere else; the covers lie where eyes and mouth are.

#[path = "../../../tests/support/head.rs"]
mod drawn;

use drawn::head;

use super::make::*;
use crate::imaging::*;

fn holds(rect: &Rect, x: f64, y: f64) -> bool {
    let (x, y) = (x / 560.0, y / 420.0);
    rect.x <= x && x <= rect.x + rect.width && rect.y <= y && y <= rect.y + rect.height
}

#[test]
fn a_face_seen_from_the_front_is_proposed_with_its_eyes() {
    let found = faces(&photo(&head()), 0, &Limits::default()).unwrap();
    assert_eq!(found.len(), 1);
    assert!(found[0].sure);
    let (cover, band) = (found[0].cover(), found[0].eye_band());
    assert_eq!((cover.what, band.what), (MaskKind::Face, MaskKind::Eyes));
    for (x, y) in [(215.0, 190.0), (345.0, 190.0), (238.0, 200.0)] {
        assert!(
            holds(&band.rect, x, y) && holds(&cover.rect, x, y),
            "{x}, {y}"
        );
    }
    assert!(holds(&cover.rect, 280.0, 285.0) && !holds(&band.rect, 280.0, 285.0));
    assert!(
        !holds(&cover.rect, 280.0, 100.0),
        "the hairline stays in sight"
    );
    let edits = Edits {
        masks: vec![cover, band],
        ..Edits::default()
    };
    assert_eq!(edits.validate(), Ok(()));
}

#[test]
fn a_photo_on_its_side_is_searched_as_it_is_turned() {
    let lying = photo(&image::imageops::rotate270(&head()));
    let upright = faces(&lying, 1, &Limits::default()).unwrap();
    assert!(holds(&upright[0].eye_band().rect, 238.0, 190.0));
    assert!(faces(&lying, 0, &Limits::default()).unwrap().is_empty());
}

#[test]
fn nothing_is_proposed_where_there_is_no_face() {
    for picture in [
        gradient(700, 520),
        corners(640, 640),
        with_secret(gradient(500, 400), [0, 0, 500, 400], 3),
        gradient(3000, 200),
        gradient(200, 3000),
    ] {
        let found = faces(&photo(&picture), 0, &Limits::default()).unwrap();
        assert!(found.is_empty(), "{:?}: {found:?}", picture.dimensions());
    }
    assert!(faces(b"no photo", 0, &Limits::default()).is_err());
}
