//! Veil, preview of a link, print.

use super::make::*;
use crate::imaging::*;

fn made(bytes: &[u8], edits: &Edits, wanted: Extra) -> Rendition {
    let made = extra(bytes, edits, Level::FullFace, &Limits::default(), wanted).unwrap();
    assert_eq!(inspect_output(&made.bytes, made.format), Ok(()));
    made
}

#[test]
fn a_link_shows_the_part_around_the_focus() {
    let bytes = with_segment(&photo(&corners(2400, 1800)), 0xE1, &exif(8));
    // Turned a quarter anticlockwise, the corners are green, white / red, blue.
    for (focus, expected) in [
        (None, [GREEN, WHITE, RED, BLUE]),
        (Some(Point { x: 0.5, y: 0.0 }), [GREEN, WHITE, GREEN, WHITE]),
        (Some(Point { x: 0.5, y: 1.0 }), [RED, BLUE, RED, BLUE]),
    ] {
        let edits = Edits {
            focus,
            ..Edits::default()
        };
        let preview = made(&bytes, &edits, Extra::OpenGraph);
        assert_eq!((preview.width, preview.height), (1200, 630));
        let picture = open(&preview);
        let places = [(8, 8), (1191, 8), (8, 621), (1191, 621)];
        for ((x, y), colour) in places.into_iter().zip(expected) {
            assert!(
                near(*picture.get_pixel(x, y), colour, 14),
                "{focus:?}: {x},{y}"
            );
        }
    }
    let small = made(
        &photo(&gradient(600, 500)),
        &Edits::default(),
        Extra::OpenGraph,
    );
    assert_eq!((small.width, small.height), (600, 315), "never enlarged");
}

#[test]
fn a_print_has_all_the_pixels_that_paper_can_show() {
    let print = |width, height| {
        let print = made(
            &photo(&gradient(width, height)),
            &Edits::default(),
            Extra::Print,
        );
        (print.width, print.height)
    };
    assert_eq!(print(4000, 1000), (3543, 886));
    assert_eq!(print(1000, 4000), (886, 3543));
    assert_eq!(print(2500, 1500), (2500, 1500));
}

/// On screens colour is stored for four pixels together; paper shows the difference.
#[test]
fn a_print_keeps_the_colour_of_every_pixel() {
    let stripes = image::RgbImage::from_fn(400, 300, |x, _| {
        image::Rgb(if x % 2 == 0 { RED } else { BLUE })
    });
    let bytes = encoded(stripes, image::ImageFormat::Png);
    let picture = open(&made(&bytes, &Edits::default(), Extra::Print));
    for (x, colour) in [(200, RED), (201, BLUE), (202, RED), (203, BLUE)] {
        let pixel = *picture.get_pixel(x, 150);
        assert!(near(pixel, colour, 20), "{x}: {pixel:?}");
    }
}

/// A veil is made of a few means, of the masked photo.
#[test]
fn a_veil_tells_nothing_of_the_detail() {
    let fine = |odd: u8, even: u8| {
        let picture = image::RgbImage::from_fn(640, 640, |x, y| {
            image::Rgb([if (x / 2 + y / 2) % 2 == 0 { even } else { odd }; 3])
        });
        encoded(picture, image::ImageFormat::Png)
    };
    let veil = |bytes: &[u8]| made(bytes, &Edits::default(), Extra::Veil);
    assert_eq!(veil(&fine(60, 140)), veil(&fine(100, 100)));
    assert_eq!(veil(&fine(60, 140)).width, 320);
}

/// What is developed brings its veil along: of the masked pixels, far too few to tell what they were.
#[test]
fn a_photo_is_developed_with_its_veil() {
    let bytes = photo(&corners(800, 600));
    let veil = |edits: &Edits, level| {
        let made = develop_jpeg(&bytes, edits, level);
        let veil = made.veil.unwrap();
        assert_eq!((veil.width, veil.height), (VEIL_WIDTH, 30));
        assert_eq!(inspect_output(&veil.bytes, veil.format), Ok(()));
        assert!(made.renditions.iter().all(|one| one.width != VEIL_WIDTH));
        veil
    };
    let masked = Edits {
        masks: vec![Mask::new(MaskKind::Face, rect(0.0, 0.0, 1.0, 0.5))],
        ..Edits::default()
    };
    let (open_face, covered) = (
        veil(&masked, Level::FullFace),
        veil(&masked, Level::AreaOnly),
    );
    assert_eq!(open_face, veil(&Edits::default(), Level::FullFace));
    assert_ne!(open_face, covered);
    let narrow = Edits {
        crop: Some(rect(0.4, 0.0, 0.1, 1.0)),
        ..Edits::default()
    };
    let made = develop_jpeg(&photo(&gradient(300, 600)), &narrow, Level::FullFace);
    assert_eq!(made.veil, None, "it is no wider than a veil itself");
}

/// What is developed for a page brings the part along that stands for it elsewhere: around the focus, of the masked pixels, in
/// one of two sizes that no rendition has.
#[test]
fn a_photo_is_developed_with_its_part_for_links() {
    let order = |open_graph| Order {
        open_graph,
        ..Order::of(&[Format::Jpeg])
    };
    let made = |bytes: &[u8], edits: &Edits, level, open_graph| {
        let (limits, stop) = (Limits::default(), Stop::default());
        develop_until(bytes, edits, level, &limits, &order(open_graph), &stop).unwrap()
    };
    let part = |bytes: &[u8], edits: &Edits, level| {
        let part = made(bytes, edits, level, true).open_graph?;
        assert_eq!(inspect_output(&part.bytes, part.format), Ok(()));
        assert_eq!(Kind::of_width(part.width), Kind::OpenGraph);
        Some(part)
    };
    let size = |width, height| {
        let bytes = photo(&gradient(width, height));
        part(&bytes, &Edits::default(), Level::FullFace).map(|one| (one.width, one.height))
    };
    assert_eq!(size(1610, 650), Some(OPEN_GRAPH[0]));
    assert_eq!(size(1100, 600), Some(OPEN_GRAPH[1]), "never enlarged");
    assert_eq!(size(640, 320), Some(OPEN_GRAPH[1]));
    assert_eq!(size(500, 500), None);

    let bytes = photo(&corners(640, 900));
    let at = |y| Edits {
        focus: Some(Point { x: 0.5, y }),
        masks: vec![Mask::new(MaskKind::Face, rect(0.0, 0.0, 1.0, 0.5))],
        ..Edits::default()
    };
    let places = [(8, 8), (591, 8), (8, 306), (591, 306)];
    let covered = [mask::MASK_COLOUR; 4];
    for (edits, level, expected) in [
        (Edits::default(), Level::FullFace, [RED, GREEN, BLUE, WHITE]),
        (at(0.1), Level::FullFace, [RED, GREEN, RED, GREEN]),
        (at(0.9), Level::FullFace, [BLUE, WHITE, BLUE, WHITE]),
        (at(0.1), Level::AreaOnly, covered),
    ] {
        let picture = open(&part(&bytes, &edits, level).unwrap());
        for ((x, y), colour) in places.into_iter().zip(expected) {
            let pixel = *picture.get_pixel(x, y);
            assert!(
                near(pixel, colour, 14),
                "{edits:?} {level:?} {x},{y}: {pixel:?}"
            );
        }
    }
    let (with, without) = (
        made(&bytes, &at(0.1), Level::FullFace, true),
        made(&bytes, &at(0.1), Level::FullFace, false),
    );
    assert_eq!(without.open_graph, None, "only where it is asked for");
    assert_eq!(with.renditions, without.renditions);
    let photos = |one: &Rendition| Kind::of_width(one.width) == Kind::Photo;
    assert!(with.renditions.iter().all(photos));
}
