//! However the camera was held, the photo comes out the right way up; and EXIF tells when it was taken.

use super::make::*;
use crate::imaging::*;

#[test]
fn all_eight_orientations_come_out_upright() {
    let stored = photo(&corners(640, 400));
    let expected = [
        [RED, GREEN, BLUE, WHITE],
        [GREEN, RED, WHITE, BLUE],
        [WHITE, BLUE, GREEN, RED],
        [BLUE, WHITE, RED, GREEN],
        [RED, BLUE, GREEN, WHITE],
        [BLUE, RED, WHITE, GREEN],
        [WHITE, GREEN, BLUE, RED],
        [GREEN, WHITE, RED, BLUE],
    ];
    for (orientation, corners) in (1_u8..).zip(expected) {
        let bytes = with_segment(&stored, 0xE1, &exif(orientation.into()));
        let probe = probe(&bytes, &Limits::default()).unwrap();
        let size = if orientation < 5 {
            (640, 400)
        } else {
            (400, 640)
        };
        assert_eq!(
            (probe.width, probe.height, probe.orientation),
            (size.0, size.1, orientation)
        );
        for straighten in [0.0, 0.001] {
            let developed = develop_jpeg(
                &bytes,
                &Edits {
                    straighten,
                    ..Edits::default()
                },
                Level::FullFace,
            );
            assert_eq!(
                seen(&developed),
                corners,
                "orientation {orientation}, turned by {straighten}"
            );
        }
    }
}

#[test]
fn an_orientation_that_makes_no_sense_is_none() {
    for number in [0, 9, 250, 60_000] {
        let bytes = with_segment(&photo(&corners(640, 400)), 0xE1, &exif(number));
        assert_eq!(probe(&bytes, &Limits::default()).unwrap().orientation, 1);
    }
}

#[test]
fn the_moment_comes_from_exif() {
    let bytes = with_segment(&photo(&corners(640, 400)), 0xE1, &exif(1));
    let taken_at = probe(&bytes, &Limits::default()).unwrap().taken_at.unwrap();
    assert_eq!(taken_at.to_string(), "2024-02-29 13:37:05");
}
