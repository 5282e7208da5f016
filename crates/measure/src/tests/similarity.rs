//! Similarity transforms: forth and back, in other sizes, from marks by hand.

use super::super::Similarity;

fn near((x, y): (f64, f64), (u, v): (f64, f64)) -> bool {
    (x - u).abs() < 1e-6 && (y - v).abs() < 1e-6
}

#[test]
fn a_change_says_its_scale_and_turn_and_can_be_taken_back() {
    let change = Similarity::new(1.25, 8.0, (30.0, -12.0));
    assert!((change.scale() - 1.25).abs() < 1e-9 && (change.degrees() - 8.0).abs() < 1e-9);
    let place = (412.0, 87.5);
    assert!(near(
        change.back().unwrap().place(change.place(place)),
        place
    ));
    let right = Similarity::new(1.0, 90.0, (0.0, 0.0)).place((1.0, 0.0));
    assert!(near(right, (0.0, 1.0)), "clockwise, y downwards");
    assert_eq!(Similarity::new(0.0, 0.0, (1.0, 1.0)).back(), None);
}

#[test]
fn pictures_of_other_sizes_have_the_same_change() {
    let change = Similarity::new(0.8, -5.0, (14.0, 40.0));
    let half = change.resized(0.5, 0.25);
    // The centre of a pixel of half the size lies between two old ones.
    let small =
        |(x, y): (f64, f64), factor: f64| ((x + 0.5) * factor - 0.5, (y + 0.5) * factor - 0.5);
    let place = (200.0, 100.0);
    assert!(near(
        half.place(small(place, 0.5)),
        small(change.place(place), 0.25)
    ));
}

#[test]
fn two_marks_are_met_exactly_and_four_as_nearly_as_can_be() {
    let change = Similarity::new(1.1, 3.0, (-20.0, 7.0));
    let marks = [
        (100.0, 80.0),
        (700.0, 120.0),
        (130.0, 600.0),
        (690.0, 640.0),
    ];
    let exact: Vec<_> = marks.iter().map(|m| (*m, change.place(*m))).collect();
    for some in [&exact[..2], &exact[..]] {
        let found = Similarity::by_hand(some).unwrap();
        assert!(near(
            found.place((400.0, 300.0)),
            change.place((400.0, 300.0))
        ));
    }
    // A hand that trembles by two pixels, each mark another way.
    let off = [(2.0, 0.0), (-2.0, 0.0), (0.0, 2.0), (0.0, -2.0)];
    let shaky: Vec<_> = exact
        .iter()
        .zip(off)
        .map(|((first, second), off)| (*first, (second.0 + off.0, second.1 + off.1)))
        .collect();
    let found = Similarity::by_hand(&shaky).unwrap();
    let (x, y) = found.place((400.0, 360.0));
    let (u, v) = change.place((400.0, 360.0));
    assert!((x - u).hypot(y - v) < 1.0, "the errors even out");
}

#[test]
fn one_mark_or_the_same_twice_say_nothing() {
    let mark = ((10.0, 10.0), (20.0, 20.0));
    assert_eq!(Similarity::by_hand(&[]), None);
    assert_eq!(Similarity::by_hand(&[mark]), None);
    assert_eq!(Similarity::by_hand(&[mark, mark]), None);
    let onto_one = [mark, ((90.0, 10.0), (20.0, 20.0))];
    assert_eq!(Similarity::by_hand(&onto_one), None);
}
