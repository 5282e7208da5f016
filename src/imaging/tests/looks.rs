//! Ellipses, blurs and quarter turns.

use image::ImageFormat;

use super::make::*;
use crate::imaging::mask::MASK_COLOUR;
use crate::imaging::*;

fn looks(shape: Shape, style: Style, rect: Rect) -> Edits {
    Edits {
        masks: vec![Mask {
            shape,
            style,
            ..Mask::new(MaskKind::Mark, rect)
        }],
        ..Edits::default()
    }
}

#[test]
fn s35_nothing_under_an_ellipse_reaches_the_output() {
    for (width, height) in [(500, 403), (4200, 700)] {
        let hidden = rect(0.3131, 0.2717, 0.2503, 0.4109);
        let (across, down) = (f64::from(width), f64::from(height));
        let centre = ((0.3131 + 0.12515) * across, (0.2717 + 0.20545) * down);
        let half = (0.12515 * across, 0.20545 * down);
        let secret = |seed: u32| {
            let mut picture = gradient(width, height);
            for (x, y, pixel) in picture.enumerate_pixels_mut() {
                let (dx, dy) = (
                    (f64::from(x) + 0.5 - centre.0) / half.0,
                    (f64::from(y) + 0.5 - centre.1) / half.1,
                );
                if dx * dx + dy * dy < 0.98 {
                    let noise = (x * 7919 + y * 104_729 + seed * 31).wrapping_mul(2_654_435_761);
                    pixel.0 = [(noise >> 8) as u8, (noise >> 16) as u8, (noise >> 24) as u8];
                }
            }
            picture
        };
        let (one, other) = (secret(1), secret(2));
        let edits = looks(Shape::Ellipse, Style::Solid, hidden);
        for subsamp in [turbojpeg::Subsamp::None, turbojpeg::Subsamp::Sub2x2] {
            let make =
                |picture| develop_jpeg(&jpeg(picture, subsamp, false), &edits, Level::FullFace);
            assert!(make(&one) == make(&other), "{width}×{height}, {subsamp:?}");
        }
    }
}

#[test]
fn an_ellipse_leaves_the_corners_of_its_rectangle() {
    let bytes = encoded(gradient(600, 400), ImageFormat::Png);
    let edits = looks(Shape::Ellipse, Style::Solid, rect(0.2, 0.2, 0.6, 0.6));
    let picture = open(&develop_jpeg(&bytes, &edits, Level::FullFace).renditions[0]);
    let at = |x: f64, y: f64| {
        let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
        near(
            *picture.get_pixel((x * width) as u32, (y * height) as u32),
            MASK_COLOUR,
            6,
        )
    };
    assert!(at(0.5, 0.5) && at(0.5, 0.24) && at(0.24, 0.5) && at(0.7, 0.65));
    assert!(!at(0.23, 0.23) && !at(0.77, 0.23) && !at(0.23, 0.77));
}

/// S35: all that a blur lets through is a few means. Two pictures under it that share those, one flat and one full of
/// detail, come out the same: whatever is tried on the output, it can't tell them apart.
#[test]
fn s35_a_blur_keeps_nothing_but_a_few_means() {
    let place = [128, 128, 384, 384];
    let hidden = rect(0.25, 0.25, 0.5, 0.5);
    let with = |seen: &dyn Fn(u32, u32) -> u8| {
        let mut picture = gradient(512, 512);
        for y in place[1]..place[3] {
            for x in place[0]..place[2] {
                picture.put_pixel(x, y, image::Rgb([seen(x, y); 3]));
            }
        }
        encoded(picture, ImageFormat::Png)
    };
    let flat = with(&|_, _| 100);
    let fine = with(&|x, y| if (x + y) % 2 == 0 { 60 } else { 140 });
    let coarse = with(&|x, _| if (x / 16) % 2 == 0 { 40 } else { 160 });
    for shape in [Shape::Rectangle, Shape::Ellipse] {
        let edits = looks(shape, Style::Blur, hidden);
        let whole = Edits {
            // The ellipse leaves corners; look at what it covers only.
            crop: Some(rect(0.34, 0.34, 0.32, 0.32)),
            ..edits
        };
        let make = |bytes: &[u8]| develop_jpeg(bytes, &whole, Level::FullFace);
        assert_eq!(make(&flat), make(&fine), "{shape:?}");
        assert_eq!(make(&flat), make(&coarse), "{shape:?}");
        let other = make(&with(&|_, _| 30));
        assert!(make(&flat) != other, "a darker one is seen to be darker");
    }
}

/// Means are told in sixteen steps: what is a little brighter looks the same.
#[test]
fn s35_a_blur_does_not_tell_small_differences() {
    let bytes = |grey: u8| {
        let picture = image::RgbImage::from_pixel(400, 400, image::Rgb([grey; 3]));
        encoded(picture, ImageFormat::Png)
    };
    let edits = looks(Shape::Rectangle, Style::Blur, Rect::WHOLE);
    let make = |grey| develop_jpeg(&bytes(grey), &edits, Level::FullFace);
    assert_eq!(make(97), make(110));
}

#[test]
fn quarter_turns_carry_crop_and_masks_with_them() {
    let bytes = with_segment(&photo(&corners(800, 640)), 0xE1, &exif(3));
    // Upside down as stored: shown, the corners are these.
    let mut shown = [WHITE, BLUE, GREEN, RED];
    for turns in 0..4 {
        let edits = Edits {
            turns,
            masks: vec![Mask::new(MaskKind::Mark, rect(0.0, 0.0, 0.3, 0.3))],
            ..Edits::default()
        };
        let developed = develop_jpeg(&bytes, &edits, Level::FullFace);
        let size = if turns % 2 == 0 {
            (800, 640)
        } else {
            (640, 800)
        };
        assert_eq!((developed.width, developed.height), size);
        let masked = seen(&developed)
            .iter()
            .position(|colour| near(image::Rgb(*colour), MASK_COLOUR, 6));
        let at = [0, 1, 3, 2][usize::from(turns)];
        assert_eq!(masked, Some(at), "the mask goes round with its corner");
        for (number, (seen, expected)) in seen(&developed).iter().zip(shown).enumerate() {
            assert!(number == at || *seen == expected, "{turns}: {number}");
        }
        let part = Edits {
            turns,
            crop: Some(rect(0.5, 0.0, 0.5, 0.5)),
            ..Edits::default()
        };
        let developed = develop_jpeg(&bytes, &part, Level::FullFace);
        assert_eq!(seen(&developed), [BLUE; 4], "the crop keeps its content");
        let [a, b, c, d] = shown;
        shown = [c, a, d, b];
    }
}
