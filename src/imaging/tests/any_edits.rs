//! Whatever numbers edits hold: refused by name, or carried out and told in one exact text.

use image::ImageFormat;
use proptest::prelude::*;

use super::make::*;
use crate::imaging::*;

/// Mostly on the photo, sometimes not, sometimes no number at all.
fn fraction() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 0.0..1.0_f64,
        1 => -0.5..1.5_f64,
        1 => prop_oneof![Just(0.0), Just(1.0), Just(1e-5), Just(-0.0)],
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(1e300)],
    ]
}

fn any_rect() -> impl Strategy<Value = Rect> {
    let anything = (fraction(), fraction(), fraction(), fraction());
    let inside = anything
        .prop_map(|(x, y, width, height)| rect(x, y, width * (1.0 - x), height * (1.0 - y)));
    let anything = (fraction(), fraction(), fraction(), fraction());
    prop_oneof![
        4 => inside,
        1 => anything.prop_map(|(x, y, width, height)| rect(x, y, width, height)),
    ]
}

fn any_mask() -> impl Strategy<Value = Mask> {
    let what = prop_oneof![
        Just(MaskKind::Face),
        Just(MaskKind::Eyes),
        Just(MaskKind::Mark)
    ];
    let shape = prop_oneof![Just(Shape::Rectangle), Just(Shape::Ellipse)];
    let style = prop_oneof![Just(Style::Solid), Just(Style::Blur)];
    (what, any_rect(), shape, style).prop_map(|(what, rect, shape, style)| Mask {
        what,
        rect,
        shape,
        style,
    })
}

fn any_edits() -> impl Strategy<Value = Edits> {
    (
        proptest::option::of(any_rect()),
        prop_oneof![3 => -15.0..15.0_f32, 2 => Just(0.0), 1 => -90.0..90.0_f32],
        proptest::collection::vec(any_mask(), 0..4),
        0..5_u8,
        proptest::option::of((fraction(), fraction())),
    )
        .prop_map(|(crop, straighten, masks, turns, focus)| Edits {
            crop,
            straighten,
            masks,
            turns,
            focus: focus.map(|(x, y)| Point { x, y }),
            watermark: None,
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn edits_are_refused_or_carried_out(edits in any_edits()) {
        let bytes = encoded(gradient(240, 210), ImageFormat::Png);
        let limits = Limits::default();
        let made = develop(&bytes, &edits, Level::AreaOnly, &limits, &[Format::Jpeg]);
        if edits.validate().is_err() {
            prop_assert_eq!(made, Err(Refusal::BadEdits));
            return Ok(());
        }
        let made = made.unwrap();
        prop_assert!(made.width >= 1 && made.height >= 1);
        prop_assert!(made.width.max(made.height) <= 240);
        prop_assert!(ledger(&bytes, &edits, Level::AreaOnly, &limits, &Format::ALL).is_ok());
        let text = edits.canonical_json();
        let again: Edits = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(again.canonical_json(), text);
        prop_assert!(edits.shows_no_more_than(&again) && again.shows_no_more_than(&edits));
        let same = develop(&bytes, &again, Level::AreaOnly, &limits, &[Format::Jpeg]);
        prop_assert_eq!(made, same.unwrap());
    }
}
