//! Crop, straightening, widths: the right part, never enlarged.

use image::ImageFormat;

use super::make::*;
use crate::imaging::*;

#[test]
fn a_crop_is_a_part_of_the_photo_as_shown() {
    let bytes = with_segment(&photo(&corners(800, 640)), 0xE1, &exif(6));
    let edits = Edits {
        crop: Some(rect(0.5, 0.0, 0.5, 0.5)),
        ..Edits::default()
    };
    let developed = develop_jpeg(&bytes, &edits, Level::FullFace);
    assert_eq!((developed.width, developed.height), (320, 400));
    assert_eq!(seen(&developed), [RED; 4]);
}

#[test]
fn straightening_turns_clockwise_and_leaves_no_blank_corner() {
    let bytes = photo(&image::RgbImage::from_pixel(
        1200,
        900,
        image::Rgb([200, 150, 120]),
    ));
    for straighten in [-15.0, -3.3, 7.0, 15.0] {
        for crop in [
            None,
            Some(rect(0.0, 0.0, 0.2, 0.1)),
            Some(rect(0.3, 0.0, 0.4, 1.0)),
        ] {
            let developed = develop_jpeg(
                &bytes,
                &Edits {
                    crop,
                    straighten,
                    ..Edits::default()
                },
                Level::FullFace,
            );
            let picture = open(&developed.renditions[0]);
            assert!(
                picture
                    .pixels()
                    .all(|pixel| near(*pixel, [200, 150, 120], 3)),
                "{straighten} {crop:?}"
            );
        }
    }
    let edits = Edits {
        straighten: 15.0,
        ..Edits::default()
    };
    let picture =
        open(&develop_jpeg(&photo(&corners(1000, 1000)), &edits, Level::FullFace).renditions[0]);
    let middle = picture.width() / 2;
    assert!(
        near(*picture.get_pixel(middle + 10, 5), RED, 14),
        "the upper edge of the seam moved to the right"
    );
}

#[test]
fn a_crop_that_stays_on_the_turned_photo_keeps_its_size() {
    let edits = Edits {
        crop: Some(rect(0.25, 0.25, 0.5, 0.5)),
        straighten: 5.0,
        ..Edits::default()
    };
    let developed = develop_jpeg(&photo(&gradient(1000, 800)), &edits, Level::FullFace);
    assert_eq!((developed.width, developed.height), (500, 400));
}

#[test]
fn widths_are_the_steps_that_fit_with_heights_of_the_original_aspect() {
    let sizes = |width, height| -> Vec<(u32, u32)> {
        let developed = develop_jpeg(
            &photo(&gradient(width, height)),
            &Edits::default(),
            Level::FullFace,
        );
        for rendition in &developed.renditions {
            assert_eq!(
                open(rendition).dimensions(),
                (rendition.width, rendition.height)
            );
        }
        developed
            .renditions
            .iter()
            .map(|rendition| (rendition.width, rendition.height))
            .collect()
    };
    assert_eq!(
        sizes(2500, 1667),
        [
            (2048, 1366),
            (1600, 1067),
            (1024, 683),
            (640, 427),
            (320, 213)
        ]
    );
    assert_eq!(
        sizes(5000, 3333),
        [
            (2048, 1365),
            (1600, 1067),
            (1024, 683),
            (640, 427),
            (320, 213)
        ]
    );
    assert_eq!(sizes(1023, 200), [(640, 125), (320, 63)]);
    assert_eq!(sizes(250, 777), [(250, 777)]);
}

#[test]
fn every_kind_of_source_comes_out_alike() {
    let picture = gradient(400, 300);
    let expected = open(
        &develop_jpeg(
            &encoded(picture.clone(), ImageFormat::Png),
            &Edits::default(),
            Level::FullFace,
        )
        .renditions[0],
    );
    let webp = encoded(picture.clone(), ImageFormat::WebP);
    let jpeg = photo(&picture);
    for bytes in [webp, jpeg] {
        let got = open(&develop_jpeg(&bytes, &Edits::default(), Level::FullFace).renditions[0]);
        let error: u64 = got
            .as_raw()
            .iter()
            .zip(expected.as_raw())
            .map(|(a, b)| u64::from(a.abs_diff(*b)))
            .sum();
        assert!(
            error < 8 * got.as_raw().len() as u64,
            "mean error {}",
            error / got.as_raw().len() as u64
        );
    }
}

#[test]
fn sixteen_bits_grey_and_transparency_are_brought_to_plain_rgb() {
    let deep =
        image::ImageBuffer::from_fn(300, 300, |_, _| image::Rgb([51_400_u16, 25_700, 12_850]));
    let grey = image::GrayImage::from_pixel(300, 300, image::Luma([90]));
    let clear = image::RgbaImage::from_pixel(300, 300, image::Rgba([0, 0, 0, 51]));
    let look = |bytes: Vec<u8>| {
        *open(&develop_jpeg(&bytes, &Edits::default(), Level::FullFace).renditions[0])
            .get_pixel(100, 100)
    };
    assert!(near(
        look(encoded(deep, ImageFormat::Png)),
        [200, 100, 50],
        3
    ));
    assert!(near(look(encoded(grey, ImageFormat::Png)), [90; 3], 2));
    assert!(near(look(encoded(clear, ImageFormat::Png)), [204; 3], 2));
}
