//! What was done to a photo can be told, in order and in words.

use super::make::*;
use crate::imaging::*;

#[test]
fn every_step_is_told_in_order() {
    let bytes = with_segment(&photo(&gradient(1100, 700)), 0xE1, &exif(6));
    let edits = Edits {
        crop: Some(rect(0.1, 0.0, 0.9, 1.0)),
        straighten: -2.5,
        masks: vec![
            Mask::new(MaskKind::Face, rect(0.2, 0.2, 0.2, 0.2)),
            Mask::new(MaskKind::Mark, rect(0.5, 0.5, 0.1, 0.25)),
        ],
        turns: 1,
        ..Edits::default()
    };
    let limits = Limits::default();
    let steps = ledger(&bytes, &edits, Level::Covered, &limits, &Format::ALL).unwrap();
    let words: Vec<String> = steps.iter().map(Step::words).collect();
    assert_eq!(
        words,
        [
            "Read as jpeg, 1100 × 700 pixels.",
            "Covered the mark by a solid rectangle, 10 % wide and 25 % high, 50 % from the left and 50 % from the top.",
            "Turned as the camera was held (EXIF orientation 6).",
            "Turned clockwise by 90 degrees.",
            "Straightened clockwise by -2.5 degrees.",
            "Cropped to the part 90 % wide and 100 % high, 10 % from the left and 0 % from the top.",
            "Brought from its own colours to sRGB, those of the web.",
            "Made smaller, to 1024, 640, 320 pixels wide.",
            "Stored as jpeg, avif and webp, without metadata.",
        ]
    );
    let json = serde_json::to_value(&steps).unwrap();
    assert_eq!(json[1]["step"], "mask");
    assert_eq!(json[1]["style"], "solid");
    let made = develop(&bytes, &edits, Level::Covered, &limits, &[Format::Jpeg]).unwrap();
    let widths: Vec<u32> = made.renditions.iter().map(|one| one.width).collect();
    assert_eq!(steps[7], Step::Resize { widths });
}
