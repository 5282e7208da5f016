//! The clinic's logo on its photos: where it stands, how much of it is seen, and that nothing else changes.

use std::sync::Arc;

use image::{ImageFormat, Rgba, RgbaImage};

use super::make::*;
use crate::imaging::*;

/// White in its left half, nothing at all in its right one.
fn half_white() -> Arc<Watermark> {
    let picture = RgbaImage::from_fn(200, 100, |x, _| match x < 100 {
        true => Rgba([255, 255, 255, 255]),
        false => Rgba([0, 0, 0, 0]),
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let made = logo(&bytes.into_inner()).unwrap();
    Arc::new(Watermark::read("north light", &made.png).unwrap())
}

fn marked(
    bytes: &[u8],
    edits: &Edits,
    watermark: Option<Arc<Watermark>>,
) -> Result<Developed, Refusal> {
    let order = Order {
        open_graph: true,
        watermark,
        ..Order::of(&[Format::Jpeg])
    };
    let (limits, stop) = (Limits::default(), Stop::default());
    develop_until(bytes, edits, Level::FullFace, &limits, &order, &stop)
}

fn with_logo(focus: Option<Point>) -> Edits {
    Edits {
        focus,
        watermark: Some("north light".to_owned()),
        ..Edits::default()
    }
}

#[test]
fn a_logo_stands_small_in_a_corner_and_nowhere_else() {
    let grey = image::RgbImage::from_pixel(1100, 700, image::Rgb([100, 100, 100]));
    let bytes = encoded(grey, ImageFormat::Png);
    let plain = develop_jpeg(&bytes, &Edits::default(), Level::FullFace);
    let made = marked(&bytes, &with_logo(None), Some(half_white())).unwrap();
    assert_eq!(made.thumbhash, plain.thumbhash);
    assert_eq!(made.veil, plain.veil, "a few soft colours tell no name");
    let all = made.renditions.iter().chain(&made.open_graph);
    for one in all {
        assert_eq!(inspect_output(&one.bytes, one.format), Ok(()));
        let picture = open(one);
        let (width, height) = (f64::from(one.width), f64::from(one.height));
        let margin = width * 0.02;
        // 12 % wide, half as high; a quarter from its left edge it is white, a quarter from its right there is nothing.
        let at = |share: f64| {
            let x = width - margin - width * 0.12 * (1.0 - share);
            let y = height - margin - width * 0.03;
            *picture.get_pixel(x as u32, y as u32)
        };
        let seen = [208; 3];
        assert!(near(at(0.25), seen, 6), "{width}: {:?}", at(0.25));
        for elsewhere in [at(0.8), at(-0.2), *picture.get_pixel(20, 20)] {
            assert!(near(elsewhere, [100; 3], 6), "{width}: {elsewhere:?}");
        }
    }
}

#[test]
fn a_logo_makes_room_for_what_matters() {
    let bytes = photo(&image::RgbImage::from_pixel(
        640,
        640,
        image::Rgb([100, 100, 100]),
    ));
    let corners = |focus| {
        let made = marked(&bytes, &with_logo(focus), Some(half_white())).unwrap();
        let picture = open(&made.renditions[0]);
        // The white half of it, at either side.
        let bright = |x: u32| picture.get_pixel(x, 608).0[0] > 150;
        (bright(20), bright(560))
    };
    let at = |x, y| Some(Point { x, y });
    assert_eq!(corners(None), (false, true));
    assert_eq!(corners(at(0.1, 0.95)), (false, true));
    assert_eq!(corners(at(0.93, 0.95)), (true, false));
    assert_eq!(corners(at(0.93, 0.5)), (false, true));
}

#[test]
fn only_the_logo_that_edits_name_is_put_on_a_photo() {
    let bytes = photo(&gradient(400, 400));
    let refused = Err(Refusal::BadEdits);
    assert_eq!(marked(&bytes, &with_logo(None), None), refused);
    let other = Edits {
        watermark: Some("another".to_owned()),
        ..Edits::default()
    };
    assert_eq!(marked(&bytes, &other, Some(half_white())), refused);
    let plain = Edits::default();
    let (with, without) = (
        marked(&bytes, &plain, Some(half_white())),
        marked(&bytes, &plain, None),
    );
    assert_eq!(with, without, "edits that name none get none");
    let twice = || marked(&bytes, &with_logo(None), Some(half_white()));
    assert_eq!(twice(), twice());
}

/// A logo covers nobody: whether it is there changes nothing about how much of a person is shown.
#[test]
fn a_logo_is_told_and_counts_as_no_cover() {
    let (plain, marked) = (Edits::default(), with_logo(None));
    assert_ne!(plain.canonical_json(), marked.canonical_json());
    let again: Edits = serde_json::from_str(&marked.canonical_json()).unwrap();
    assert_eq!(again, marked);
    assert!(plain.shows_no_more_than(&marked) && marked.shows_no_more_than(&plain));
    let odd = Edits {
        watermark: Some("a \"quoted\\ name".to_owned()),
        ..Edits::default()
    };
    let again: Edits = serde_json::from_str(&odd.canonical_json()).unwrap();
    assert_eq!(again, odd);
    let steps = ledger(
        &photo(&gradient(400, 400)),
        &marked,
        Level::FullFace,
        &Limits::default(),
        &[Format::Jpeg],
    );
    let words: Vec<String> = steps.unwrap().iter().map(Step::words).collect();
    assert_eq!(
        words[words.len() - 2],
        "The clinic's logo was put into a corner (north light)."
    );
}
