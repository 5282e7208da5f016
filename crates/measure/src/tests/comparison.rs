//! Light, colour, sharpness, frame and background are told apart, and treatment counts for none of them.

use super::super::{Comparison, Similarity, Thresholds, Weight, What, compare};
use super::scene::Scene;

fn before() -> Scene {
    Scene::new(5)
}

/// The same head on another day, its hair grown anew over more of it.
fn after() -> Scene {
    Scene {
        hair: 41,
        hair_part: 0.45,
        ..Scene::new(5)
    }
}

fn compared(after: Scene, change: Option<Similarity>) -> Comparison {
    compare(
        &before().photo(),
        &after.photo(),
        change.as_ref(),
        &Thresholds::ADVICE,
    )
}

/// Lined up and not.
fn both_ways(after: Scene) -> [Comparison; 2] {
    [
        compared(after, Some(Similarity::NONE)),
        compared(after, None),
    ]
}

fn findings(comparison: &Comparison) -> Vec<What> {
    comparison
        .findings
        .iter()
        .map(|finding| finding.what)
        .collect()
}

#[test]
fn other_hair_in_the_same_light_is_no_difference() {
    for found in both_ways(after()) {
        assert_eq!(findings(&found), [], "{found:?}");
        assert_eq!(found.weight(), None);
    }
}

#[test]
fn a_stop_is_told_as_a_stop() {
    let brighter = Scene {
        stops: 0.9,
        ..after()
    };
    let darker = Scene {
        stops: -1.3,
        ..after()
    };
    let [lined_up, whole] = both_ways(brighter);
    assert!((lined_up.stops.unwrap() - 0.9).abs() < 0.1, "{lined_up:?}");
    assert!((whole.stops.unwrap() - 0.9).abs() < 0.35, "{whole:?}");
    assert_eq!(findings(&lined_up), [What::Brighter]);
    for found in both_ways(darker) {
        assert!(found.findings[0].what == What::Darker, "{found:?}");
        let weight = if found.aligned {
            Weight::Clear
        } else {
            Weight::Noticed
        };
        assert_eq!(found.weight(), Some(weight));
    }
}

#[test]
fn warmer_light_is_told_in_mired_and_green_light_as_a_tint() {
    let warm = Scene {
        light: [1.22, 1.0, 0.75],
        ..after()
    };
    for found in both_ways(warm) {
        let mired = found.white_balance.unwrap().mired.unwrap();
        assert!((35.0..90.0).contains(&mired), "{found:?}");
        assert!(findings(&found).contains(&What::Warmer), "{found:?}");
        assert!(!findings(&found).contains(&What::Background), "{found:?}");
    }
    let cool = Scene {
        light: [0.85, 1.0, 1.3],
        ..after()
    };
    assert!(findings(&compared(cool, Some(Similarity::NONE))).contains(&What::Cooler));
    let green = Scene {
        light: [0.75, 1.0, 0.75],
        ..after()
    };
    let found = compared(green, Some(Similarity::NONE));
    assert!(findings(&found).contains(&What::Greener), "{found:?}");
    assert!(!findings(&found).contains(&What::Warmer), "{found:?}");
}

#[test]
fn a_photo_out_of_focus_is_softer_however_much_hair_there_is() {
    let soft = Scene {
        blur: 2.0,
        ..after()
    };
    for found in both_ways(soft) {
        assert!(findings(&found).contains(&What::Softer), "{found:?}");
    }
    let swapped = compare(&soft.photo(), &before().photo(), None, &Thresholds::ADVICE);
    assert!(findings(&swapped).contains(&What::Sharper), "{swapped:?}");
}

#[test]
fn distance_and_tilt_are_read_from_how_the_photos_lie_to_each_other() {
    let change = Similarity::new(1.15, 4.0, (-90.0, -60.0));
    let found = compared(
        Scene { change, ..after() },
        Some(change.resized(0.3125, 0.3125)),
    );
    assert_eq!(findings(&found), [What::TurnedClockwise, What::Closer]);
    assert!((found.scale.unwrap() - 1.15).abs() < 1e-9);
    assert!((found.degrees.unwrap() - 4.0).abs() < 1e-9);
    assert!(found.findings.iter().all(|one| one.what.is_of_frame()));
    let back = change.back().unwrap();
    let found = compared(
        Scene {
            change: back,
            ..after()
        },
        Some(back.resized(0.3125, 0.3125)),
    );
    assert_eq!(
        findings(&found),
        [What::TurnedCounterclockwise, What::Farther]
    );
}

#[test]
fn another_wall_is_told_and_another_light_on_the_same_wall_is_not() {
    let green_wall = Scene {
        wall: [0.09, 0.25, 0.11],
        ..after()
    };
    for found in both_ways(green_wall) {
        assert!(findings(&found).contains(&What::Background), "{found:?}");
    }
    let lit = Scene {
        stops: 0.7,
        light: [1.1, 1.0, 0.9],
        ..after()
    };
    for found in both_ways(lit) {
        assert!(!findings(&found).contains(&What::Background), "{found:?}");
    }
}

#[test]
fn what_is_nothing_but_black_tells_nothing() {
    let black = Scene {
        stops: -20.0,
        noise: 0.0,
        ..before()
    };
    let found = compare(&black.photo(), &black.photo(), None, &Thresholds::ADVICE);
    assert_eq!(
        (found.stops, found.blur_before, found.background),
        (None, None, None)
    );
    assert_eq!(found.findings, []);
}

#[test]
fn the_same_photos_give_the_same_numbers() {
    assert_eq!(compared(after(), None), compared(after(), None));
}
