//! Copies are known by what they show; other photos are not taken for copies.

use super::super::{Likeness, Picture, SAME, Similarity, sameness};
use super::scene::Scene;

fn of(picture: &Picture) -> Likeness {
    Likeness::of(picture).unwrap()
}

/// The pixels of a picture of another size, each from a place of this one.
fn remade(
    picture: &Picture,
    (width, height): (u32, u32),
    from: impl Fn(u32, u32) -> (u32, u32),
) -> Picture {
    let mut rgb = Vec::new();
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        let (u, v) = from(x, y);
        let start = ((v * picture.width() + u) * 3) as usize;
        rgb.extend_from_slice(&picture.rgb()[start..start + 3]);
    }
    Picture::from_rgb(width, height, rgb).unwrap()
}

#[test]
fn hexadecimal_and_back() {
    let known = of(&Scene::new(1).photo());
    assert_eq!(known.to_hex().len(), 64);
    assert_eq!(Likeness::from_hex(&known.to_hex()), Some(known));
    for odd in ["", "00", &"g".repeat(64), &"é".repeat(32), &"0".repeat(65)] {
        assert_eq!(Likeness::from_hex(odd), None, "{odd}");
    }
}

#[test]
fn a_copy_turned_mirrored_smaller_or_brighter_is_found() {
    let photo = Scene::new(1).photo();
    let (width, height) = (photo.width(), photo.height());
    let copies = [
        remade(&photo, (width, height), |x, y| (width - 1 - x, y)),
        remade(&photo, (width, height), |x, y| (x, height - 1 - y)),
        remade(&photo, (width, height), |x, y| {
            (width - 1 - x, height - 1 - y)
        }),
        remade(&photo, (height, width), |x, y| (y, x)),
        remade(&photo, (height, width), |x, y| (width - 1 - y, x)),
        remade(&photo, (height, width), |x, y| (y, height - 1 - x)),
        remade(&photo, (width / 2, height / 2), |x, y| (x * 2, y * 2)),
        Scene {
            noise: 6.0,
            ..Scene::new(1)
        }
        .photo(),
    ];
    for (i, copy) in copies.iter().enumerate() {
        let distance = of(&photo).distance(&of(copy));
        assert!(distance <= Likeness::COPY, "{i}: {distance}");
    }
}

#[test]
fn other_heads_are_far_apart() {
    let all: Vec<Likeness> = (10..16)
        .map(|seed| {
            of(&Scene {
                hair: seed * 3,
                ..Scene::new(seed)
            }
            .photo())
        })
        .collect();
    for (i, one) in all.iter().enumerate() {
        for other in &all[i + 1..] {
            let distance = one.distance(other);
            assert!(distance > Likeness::COPY, "{distance}");
        }
    }
}

#[test]
fn what_shows_nothing_has_no_likeness() {
    let grey = Picture::from_rgb(64, 48, vec![128; 64 * 48 * 3]).unwrap();
    assert_eq!(Likeness::of(&grey), None);
    assert_eq!(sameness(&grey, &grey), None);
}

#[test]
fn a_cut_and_brighter_copy_is_the_same_photo_and_another_day_is_not() {
    let photo = Scene {
        size: (480, 360),
        ..Scene::new(8)
    }
    .photo();
    let cut = remade(&photo, (440, 330), |x, y| (x + 25, y + 14));
    let same = sameness(&photo, &cut).unwrap();
    assert!(same >= SAME, "{same}");
    let other_day = Scene {
        size: (480, 360),
        hair: 99,
        hair_part: 0.7,
        noise: 8.0,
        change: Similarity::new(1.02, 1.0, (3.0, 5.0)),
        ..Scene::new(8)
    };
    let same = sameness(&photo, &other_day.photo());
    assert!(same.is_none_or(|same| same < SAME), "{same:?}");
}
