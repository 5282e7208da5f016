//! Edits as numbers: what is valid, what is equal, what shows no more than what was approved.

use super::make::rect;
use crate::imaging::*;

fn edits(crop: Option<Rect>, straighten: f32, masks: &[(MaskKind, Rect)]) -> Edits {
    let masks = masks
        .iter()
        .map(|(what, rect)| Mask::new(*what, *rect))
        .collect();
    Edits {
        crop,
        straighten,
        masks,
        ..Edits::default()
    }
}

#[test]
fn the_limits_of_edits() {
    assert_eq!(Edits::default().validate(), Ok(()));
    let crop = |x, y, w, h| edits(Some(rect(x, y, w, h)), 0.0, &[]).validate();
    assert_eq!(crop(0.0, 0.0, 0.1, 0.1), Ok(()));
    assert_eq!(crop(0.1, 0.2, 0.9, 0.8), Ok(()));
    assert_eq!(crop(0.0, 0.0, 0.09, 0.5), Err(EditError::CropTooSmall));
    assert_eq!(crop(0.5, 0.0, 0.6, 0.5), Err(EditError::OutOfBounds));
    assert_eq!(crop(-0.1, 0.0, 0.5, 0.5), Err(EditError::OutOfBounds));
    assert_eq!(crop(0.0, f64::NAN, 0.5, 0.5), Err(EditError::NotFinite));
    assert_eq!(edits(None, 15.0, &[]).validate(), Ok(()));
    assert_eq!(
        edits(None, -15.1, &[]).validate(),
        Err(EditError::StraightenTooFar)
    );
    assert_eq!(
        edits(None, f32::INFINITY, &[]).validate(),
        Err(EditError::NotFinite)
    );
    let mask = (MaskKind::Face, rect(0.1, 0.1, 0.2, 0.2));
    assert_eq!(edits(None, 0.0, &[mask; 50]).validate(), Ok(()));
    assert_eq!(
        edits(None, 0.0, &[mask; 51]).validate(),
        Err(EditError::TooManyMasks)
    );
    assert_eq!(
        edits(None, 0.0, &[(MaskKind::Face, rect(0.5, 0.5, 0.0, 0.1))]).validate(),
        Err(EditError::OutOfBounds)
    );
}

#[test]
fn json_is_strict_and_comes_back() {
    let text = r#"{"crop":{"x":0.1,"y":0,"width":0.5,"height":0.5},"straighten":-2.5,"masks":[{"what":"eyes","rect":{"x":0.2,"y":0.2,"width":0.1,"height":0.1}}]}"#;
    let read: Edits = serde_json::from_str(text).unwrap();
    assert_eq!(read.canonical_json(), text);
    assert_eq!(
        Edits::default().canonical_json(),
        r#"{"crop":null,"straighten":0,"masks":[]}"#
    );
    assert_eq!(
        serde_json::from_str::<Edits>("{}").unwrap(),
        Edits::default()
    );
    assert!(serde_json::from_str::<Edits>(r#"{"brightness":2}"#).is_err());
}

#[test]
fn equal_edits_have_one_text() {
    let (face, eyes) = (
        (MaskKind::Face, rect(0.1, 0.1, 0.2, 0.2)),
        (MaskKind::Eyes, rect(0.1, 0.1, 0.2, 0.1)),
    );
    let one = edits(Some(Rect::WHOLE), -0.0, &[face, eyes, face]);
    let moved = (MaskKind::Eyes, rect(0.100_000_1, 0.099_999_9, 0.2, 0.1));
    let other = edits(None, 0.000_001, &[moved, face]);
    assert_eq!(one.canonical_json(), other.canonical_json());
    let again: Edits = serde_json::from_str(&one.canonical_json()).unwrap();
    assert_eq!(again.canonical_json(), one.canonical_json());
}

#[test]
fn less_shown_and_more_shown() {
    let hidden = rect(0.3, 0.3, 0.2, 0.2);
    let larger = rect(0.29, 0.29, 0.22, 0.22);
    let approved = edits(
        Some(rect(0.1, 0.1, 0.8, 0.8)),
        0.0,
        &[(MaskKind::Eyes, hidden)],
    );
    let less = |crop, straighten, masks: &[_]| {
        edits(crop, straighten, masks).shows_no_more_than(&approved)
    };
    let crop = approved.crop;
    assert!(approved.shows_no_more_than(&approved));
    assert!(
        less(crop, 0.0, &[(MaskKind::Eyes, larger)]),
        "a larger mask"
    );
    assert!(
        less(crop, 0.0, &[(MaskKind::Mark, hidden)]),
        "burned at more levels"
    );
    assert!(
        less(
            crop,
            0.0,
            &[(MaskKind::Face, larger), (MaskKind::Eyes, hidden)]
        ),
        "one more mask"
    );
    assert!(
        less(
            Some(rect(0.2, 0.2, 0.5, 0.5)),
            0.0,
            &[(MaskKind::Eyes, hidden)]
        ),
        "a smaller part"
    );
    assert!(!less(crop, 0.0, &[]), "no mask");
    assert!(
        !less(crop, 0.0, &[(MaskKind::Face, larger)]),
        "burned at fewer levels"
    );
    assert!(
        !less(crop, 0.0, &[(MaskKind::Eyes, rect(0.31, 0.3, 0.2, 0.2))]),
        "a moved mask"
    );
    assert!(
        !less(None, 0.0, &[(MaskKind::Eyes, hidden)]),
        "the whole photo"
    );
    assert!(
        !less(crop, 1.0, &[(MaskKind::Eyes, hidden)]),
        "another angle"
    );
    assert!(
        !less(
            Some(rect(0.0, 0.0, f64::NAN, 1.0)),
            0.0,
            &[(MaskKind::Eyes, hidden)]
        ),
        "not valid"
    );
}

/// How far a crop on a turned photo is scaled depends on the crop: a smaller one may reach further out.
#[test]
fn on_a_turned_photo_the_crop_must_stay() {
    let approved = edits(Some(rect(0.0, 0.0, 1.0, 1.0)), 5.0, &[]);
    assert!(approved.shows_no_more_than(&approved));
    assert!(!edits(Some(rect(0.3, 0.0, 0.3, 0.3)), 5.0, &[]).shows_no_more_than(&approved));
}

#[test]
fn levels_and_names() {
    assert!(Level::AreaOnly < Level::Covered && Level::Covered < Level::FullFace);
    for level in Level::ALL {
        assert_eq!(Level::try_from(i32::from(level)), Ok(level));
        assert_eq!(
            serde_json::to_string(&level).unwrap(),
            format!("\"{}\"", level.as_str())
        );
        assert_eq!(Level::parse(level.as_str()), Some(level));
    }
    assert_eq!(Level::try_from(3), Err(UnknownLevel(3)));
    for format in Format::ALL {
        assert_eq!(Format::parse(format.as_str()), Some(format));
        assert_eq!(Format::parse(format.extension()), Some(format));
    }
}

/// What an earlier version wrote has the same text and so the same hash; what is new appears only where it is used.
#[test]
fn new_kinds_of_edits_leave_old_texts_alone() {
    let old = r#"{"crop":null,"straighten":0,"masks":[{"what":"face","rect":{"x":0.1,"y":0.1,"width":0.2,"height":0.2}}]}"#;
    let read: Edits = serde_json::from_str(old).unwrap();
    assert_eq!(read.canonical_json(), old);
    let new = r#"{"crop":null,"straighten":0,"masks":[{"what":"face","rect":{"x":0.1,"y":0.1,"width":0.2,"height":0.2},"shape":"ellipse","style":"blur"}],"turns":3,"focus":{"x":0.25,"y":0.5}}"#;
    let read: Edits = serde_json::from_str(new).unwrap();
    assert_eq!(read.canonical_json(), new);
    assert_eq!(
        serde_json::from_str::<Edits>(&serde_json::to_string(&read).unwrap()).unwrap(),
        read
    );
    let refused = |text| serde_json::from_str::<Edits>(text).unwrap().validate();
    assert_eq!(refused(r#"{"turns":4}"#), Err(EditError::TooManyTurns));
    assert_eq!(
        refused(r#"{"focus":{"x":1.5,"y":0}}"#),
        Err(EditError::OutOfBounds)
    );
}

#[test]
fn another_look_of_a_mask_may_show_more() {
    let at = |shape, style| {
        let mask = Mask {
            shape,
            style,
            ..Mask::new(MaskKind::Face, rect(0.1, 0.1, 0.4, 0.4))
        };
        Edits {
            masks: vec![mask],
            ..Edits::default()
        }
    };
    let looks = [
        (Shape::Rectangle, Style::Solid),
        (Shape::Ellipse, Style::Solid),
        (Shape::Rectangle, Style::Blur),
        (Shape::Ellipse, Style::Blur),
    ];
    let shows_no_more = |new: usize, old: usize| {
        let [new, old] = [looks[new], looks[old]].map(|(shape, style)| at(shape, style));
        new.shows_no_more_than(&old)
    };
    for look in 0..4 {
        assert!(shows_no_more(look, look));
        assert!(shows_no_more(0, look), "a solid rectangle hides all of it");
    }
    assert!(shows_no_more(1, 3) && !shows_no_more(1, 0) && !shows_no_more(1, 2));
    assert!(!shows_no_more(2, 0) && !shows_no_more(3, 1) && !shows_no_more(2, 3));
    let turned = Edits {
        turns: 1,
        ..Edits::default()
    };
    assert!(!turned.shows_no_more_than(&Edits::default()));
}
