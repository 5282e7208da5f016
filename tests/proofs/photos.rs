//! What is taken as a photo, and what leaves as one.

use std::io::{Cursor, Write};

use image::{ImageFormat, ImageReader, Rgb, RgbImage};

use crate::support::browser::Page;
use crate::support::studio::{Studio, photo, sized_photo};

async fn send(studio: &Studio, files: &[(&str, Vec<u8>)]) -> (Page, serde_json::Value) {
    let path = format!("/staff/cases/{}/photos", studio.case);
    let fields = [
        ("stage", "before"),
        ("angle", "front"),
        ("taken_on", "2026-01-10"),
    ];
    let page = studio.staff.upload(&path, &fields, files).await;
    let told = serde_json::from_slice(&page.body).unwrap_or_default();
    (page, told)
}

#[tokio::test]
async fn s28_what_is_no_photo_is_refused_by_what_it_is() {
    let studio = Studio::open().await;
    let heic = [b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".as_slice(), &[0; 400]].concat();
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bomb.extend_from_slice(&[
        0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0, 0, 0, 0, 0,
    ]);
    let half = {
        let whole = photo(3);
        whole[..whole.len() / 2].to_vec()
    };
    let cases: Vec<(&str, Vec<u8>, u16, &str)> = vec![
        (
            "page.jpg",
            b"<!doctype html><script>alert(1)</script>".to_vec(),
            415,
            "not-a-photo",
        ),
        (
            "drawing.jpg",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
            415,
            "not-a-photo",
        ),
        ("paper.jpg", b"%PDF-1.7 hello".to_vec(), 415, "not-a-photo"),
        (
            "moving.jpg",
            b"GIF89a\x01\0\x01\0".to_vec(),
            415,
            "not-a-photo",
        ),
        ("iphone.heic", heic, 422, "damaged"),
        ("empty.jpg", Vec::new(), 422, "empty"),
        ("bomb.png", bomb, 413, "too-many-pixels"),
        ("big.jpg", vec![0xFF; 26 << 20], 413, "too-many-bytes"),
    ];
    for (name, bytes, status, code) in cases {
        let (page, told) = send(&studio, &[(name, bytes)]).await;
        let file = &told["files"][0];
        assert_eq!(page.status, status, "{name}: {told}");
        assert_eq!(file["code"], format!("photo-refused-{code}"), "{name}");
        assert!(
            file["message"].as_str().unwrap().len() > 20,
            "{name} says what to do: {file}"
        );
    }
    // Half a photo is taken by its header, found out when it is developed, and said so.
    let (page, told) = send(&studio, &[("half.jpg", half)]).await;
    if page.status == 201 {
        studio.clinic.drain().await;
        let id = told["files"][0]["photo"].as_str().unwrap();
        let shown = studio
            .staff
            .get(&format!("/staff/photos/{id}"))
            .await
            .expect(200)
            .text();
        assert!(shown.contains("class=\"warning\""), "{shown}");
    }
    let list = studio
        .staff
        .get(&format!("/staff/cases/{}/photos", studio.case))
        .await
        .expect(200);
    assert!(
        list.text().matches("class=\"shot\"").count() <= 1,
        "nothing else was kept"
    );
}

#[tokio::test]
async fn the_same_photo_is_kept_once_and_said_so() {
    let studio = Studio::open().await;
    let (_, first) = send(&studio, &[("a.jpg", photo(5))]).await;
    let (page, second) = send(&studio, &[("b.jpg", photo(5))]).await;
    assert_eq!(page.status, 200);
    assert_eq!(second["files"][0]["code"], "photo-duplicate");
    assert_eq!(first["files"][0]["photo"], second["files"][0]["photo"]);
    let case = crate::support::studio::add_case(&studio.staff, &studio.client).await;
    let other = Studio { case, ..studio };
    let (page, third) = send(&other, &[("c.jpg", photo(5))]).await;
    assert_eq!(
        (page.status, &third["files"][0]["code"]),
        (201, &"photo-also-in".into())
    );
    other.clinic.drain().await;
}

#[tokio::test]
async fn forty_photos_at_once_each_by_itself() {
    let studio = Studio::open().await;
    let mut files: Vec<(&str, Vec<u8>)> = (0..39)
        .map(|i| ("IMG.JPG", sized_photo(i, 260, 220)))
        .collect();
    files.insert(7, ("note.txt", b"hello".to_vec()));
    let (page, told) = send(&studio, &files).await;
    assert_eq!(page.status, 201);
    let codes: Vec<_> = told["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes.len(), 40);
    assert_eq!(codes.iter().filter(|c| **c == "photo-kept").count(), 39);
    assert_eq!(codes[7], "photo-refused-not-a-photo");
    studio.clinic.drain().await;
}

/// A client that goes away in the middle of the second file: the first one stays, the second never was.
#[tokio::test]
async fn f01_a_photo_that_arrived_whole_stays_when_the_line_breaks() {
    let studio = Studio::open().await;
    let path = format!("/staff/cases/{}/photos", studio.case);
    let token = studio.staff.token().await;
    let mut body = Vec::new();
    for (name, value) in [
        ("form_token", token.as_str()),
        ("stage", "before"),
        ("angle", "front"),
        ("taken_on", "2026-01-10"),
    ] {
        write!(
            body,
            "--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        )
        .unwrap();
    }
    for (i, part) in [photo(31), photo(32)].iter().enumerate() {
        write!(
            body,
            "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{i}.jpg\"\r\n\r\n"
        )
        .unwrap();
        body.extend_from_slice(if i == 0 {
            part
        } else {
            &part[..part.len() / 2]
        });
        if i == 0 {
            body.extend_from_slice(b"\r\n");
        }
    }
    let (line, broken) = tokio::sync::mpsc::channel::<Result<Vec<u8>, std::io::Error>>(1);
    let flow = futures_util::stream::unfold(broken, |mut line| async {
        line.recv().await.map(|part| (part, line))
    });
    let request = studio
        .staff
        .client
        .post(format!("{}{path}", studio.staff.url))
        .header("content-type", "multipart/form-data; boundary=b")
        .body(reqwest::Body::wrap_stream(flow));
    let sending = tokio::spawn(request.send());
    line.send(Ok(body)).await.unwrap();
    let shots = async || {
        studio
            .staff
            .get(&path)
            .await
            .expect(200)
            .text()
            .matches("class=\"shot\"")
            .count()
    };
    // The first is kept while the second is still on its way.
    while shots().await == 0 {}
    line.send(Err(std::io::Error::other("the line breaks")))
        .await
        .unwrap();
    assert!(sending.await.unwrap().is_err());
    assert_eq!(shots().await, 1);
    studio.clinic.drain().await;
}

/// S29: place, names, thumbnails and whatever follows the picture stay with the original.
#[tokio::test]
async fn s29_nothing_but_the_picture_leaves() {
    let studio = Studio::open().await;
    let secret = b"N51.5007 W0.1246 Marc Dubois";
    let plain = photo(40);
    let mut loaded = plain[..2].to_vec();
    for (marker, intro) in [
        (0xE1u8, b"Exif\0\0II*\0\x08\0\0\0\0\0".as_slice()),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0"),
        (0xED, b"Photoshop 3.0\0"),
        (0xFE, b""),
    ] {
        let content = [intro, secret].concat();
        loaded.extend_from_slice(&[0xFF, marker]);
        loaded.extend_from_slice(&u16::try_from(content.len() + 2).unwrap().to_be_bytes());
        loaded.extend_from_slice(&content);
    }
    loaded.extend_from_slice(&plain[2..]);
    loaded.extend_from_slice(secret);
    let id = {
        let (page, told) = send(&studio, &[("marc-dubois.jpg", loaded)]).await;
        assert_eq!(page.status, 201, "{told}");
        told["files"][0]["photo"].as_str().unwrap().to_owned()
    };
    studio.clinic.drain().await;
    for width in [320, 640] {
        let view = studio
            .staff
            .get(&format!("/staff/photos/{id}/view/full_face-{width}.jpg"))
            .await
            .expect(200);
        let found = view.body.windows(11).any(|w| w == b"Marc Dubois");
        assert!(!found && !view.body.windows(4).any(|w| w == b"Exif"));
    }
}

/// S35: what a mask covers is not in the file, at any size that is served.
#[tokio::test]
async fn s35_masked_pixels_are_constant() {
    let studio = Studio::open().await;
    let id = studio.upload("before", "2026-01-10", photo(50)).await;
    studio.clinic.drain().await;
    let mask = [
        ("mask_kind", "face"),
        ("mask_x", "25"),
        ("mask_y", "25"),
        ("mask_width", "40"),
        ("mask_height", "40"),
    ];
    studio.describe(&id, &mask).await;
    studio.clinic.drain().await;
    let view = studio
        .staff
        .get(&format!("/staff/photos/{id}/view/area_only-640.jpg"))
        .await
        .expect(200);
    let picture = ImageReader::with_format(Cursor::new(view.body), ImageFormat::Jpeg)
        .decode()
        .unwrap()
        .to_rgb8();
    let (w, h) = picture.dimensions();
    let inside: Vec<&Rgb<u8>> = (w * 3 / 10..w * 6 / 10)
        .flat_map(|x| (h * 3 / 10..h * 6 / 10).map(move |y| (x, y)))
        .map(|(x, y)| picture.get_pixel(x, y))
        .collect();
    let first = inside[0];
    for pixel in &inside {
        for channel in 0..3 {
            assert!(
                pixel[channel].abs_diff(first[channel]) <= 6,
                "{pixel:?} {first:?}"
            );
        }
    }
    let outside = picture.get_pixel(w / 10, h / 10);
    assert_ne!(outside, first);
}

/// All eight ways a camera can be held come out upright.
#[tokio::test]
async fn photos_are_upright_however_the_camera_was_held() {
    let studio = Studio::open().await;
    // Red above, blue below, as the eye saw it; stored turned as the tag says.
    let upright = RgbImage::from_fn(300, 240, |_, y| {
        if y < 120 {
            Rgb([200, 0, 0])
        } else {
            Rgb([0, 0, 200])
        }
    });
    for orientation in 1..=8u8 {
        let turned = match orientation {
            2 => image::imageops::flip_horizontal(&upright),
            3 => image::imageops::rotate180(&upright),
            4 => image::imageops::flip_vertical(&upright),
            5 => image::imageops::flip_horizontal(&image::imageops::rotate90(&upright)),
            6 => image::imageops::rotate270(&upright),
            7 => image::imageops::flip_horizontal(&image::imageops::rotate270(&upright)),
            8 => image::imageops::rotate90(&upright),
            _ => upright.clone(),
        };
        let mut bytes = Cursor::new(Vec::new());
        turned.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        let bytes = bytes.into_inner();
        let mut tagged = bytes[..2].to_vec();
        tagged.extend_from_slice(&[0xFF, 0xE1, 0, 34]);
        tagged.extend_from_slice(b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0");
        tagged.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0, 0]);
        tagged.extend_from_slice(&bytes[2..]);
        let (page, told) = send(&studio, &[("turned.jpg", tagged)]).await;
        assert_eq!(page.status, 201, "{orientation}: {told}");
        studio.clinic.drain().await;
        let id = told["files"][0]["photo"].as_str().unwrap();
        let view = studio
            .staff
            .get(&format!("/staff/photos/{id}/view/full_face-640.jpg"))
            .await;
        let view = if view.status == 200 {
            view
        } else {
            studio
                .staff
                .get(&format!("/staff/photos/{id}/view/full_face-320.jpg"))
                .await
                .expect(200)
        };
        let shown = ImageReader::with_format(Cursor::new(view.body), ImageFormat::Jpeg)
            .decode()
            .unwrap()
            .to_rgb8();
        let (w, h) = shown.dimensions();
        assert!(w > h, "{orientation}");
        assert!(
            shown.get_pixel(w / 2, h / 8)[0] > 120,
            "{orientation}: red is above"
        );
        assert!(
            shown.get_pixel(w / 2, h * 7 / 8)[2] > 120,
            "{orientation}: blue is below"
        );
    }
}

/// The real photos and odd files of the corpus: each is developed, or refused with a reason.
#[tokio::test]
async fn every_file_of_the_corpus_is_developed_or_refused_with_a_reason() {
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var("CORPUS_DIR").map_or(beside, std::path::PathBuf::from);
    if !folder.exists() {
        println!("skipped: no corpus at {}", folder.display());
        return;
    }
    let studio = Studio::open().await;
    let (mut developed, mut refused) = (0, 0);
    for kind in [
        "gps",
        "orientation",
        "png",
        "odd",
        "bombs",
        "avif",
        "exifodd",
    ] {
        let mut files: Vec<_> = std::fs::read_dir(folder.join(kind))
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        files.sort();
        for file in files.into_iter().step_by(3) {
            let (page, told) =
                send(&studio, &[("corpus.jpg", std::fs::read(&file).unwrap())]).await;
            assert!(page.status < 500, "{}: {}", file.display(), page.status);
            let one = &told["files"][0];
            let Some(id) = one["photo"].as_str() else {
                assert!(
                    one["code"].as_str().unwrap().starts_with("photo-refused-"),
                    "{}: {one}",
                    file.display()
                );
                refused += 1;
                continue;
            };
            studio.clinic.drain().await;
            let shown = studio
                .staff
                .get(&format!("/staff/photos/{id}"))
                .await
                .expect(200)
                .text();
            let stated = shown.contains("class=\"warning\"") || shown.contains("full_face-320.jpg");
            assert!(stated, "{}: {shown}", file.display());
            developed += 1;
        }
    }
    println!("{developed} developed or refused when developing, {refused} refused by their header");
    assert!(developed > 5 && refused > 2);
}
