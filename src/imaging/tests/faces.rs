//! Faces are proposed where they are, and nowhere else; the covers lie where eyes and mouth are.

use super::make::*;
use crate::imaging::*;

/// A head seen from the front before a grey wall: eyes at (238, 190) and (322, 190), the mouth at (280, 280).
pub(super) fn head() -> image::RgbImage {
    image::RgbImage::from_fn(560, 420, |x, y| {
        let (x, y) = (f64::from(x), f64::from(y));
        let spot = |(u, v): (f64, f64), (across, down): (f64, f64)| {
            (-((x - u) / across).powi(2) - ((y - v) / down).powi(2)).exp()
        };
        let away = ((x - 280.0) / 105.0).powi(2) + ((y - 210.0) / 140.0).powi(2);
        let mut light = if away < 1.0 {
            205.0 - 45.0 * away
        } else {
            90.0
        };
        for side in [-1.0, 1.0] {
            let at = |across: f64, down: f64| (280.0 + side * across, down);
            light -= 130.0 * spot(at(42.0, 190.0), (16.0, 8.0));
            light -= 70.0 * spot(at(42.0, 166.0), (26.0, 7.0));
            light -= 25.0 * spot(at(42.0, 182.0), (30.0, 22.0));
            light -= 60.0 * spot(at(14.0, 246.0), (8.0, 6.0));
            light += 12.0 * spot(at(50.0, 235.0), (26.0, 20.0));
            light -= 18.0 * spot(at(20.0, 220.0), (7.0, 34.0));
        }
        light += 18.0 * spot((280.0, 220.0), (9.0, 40.0));
        light -= 85.0 * spot((280.0, 280.0), (36.0, 7.0));
        light -= 25.0 * spot((280.0, 300.0), (26.0, 7.0));
        let light = light.clamp(0.0, 255.0);
        image::Rgb([light as u8, (light * 0.82) as u8, (light * 0.7) as u8])
    })
}

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
