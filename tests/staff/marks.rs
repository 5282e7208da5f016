//! A pair lined up by hand: the same spots tapped on both photos, without scripts, until a frame is confirmed.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage, imageops};

use crate::support::browser::Page;
use crate::support::studio::Studio;

/// Two of these show nothing that a machine could find again.
fn smooth(blue: u8, width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, blue])
    });
    file(&picture)
}

fn file(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

async fn paired(studio: &Studio, before: Vec<u8>, after: Vec<u8>) -> (String, [String; 2]) {
    let before = studio.upload("before", "2026-01-10", before).await;
    let after = studio.upload("healed", "2026-06-20", after).await;
    studio.clinic.drain().await;
    let path = format!("/staff/cases/{}/pairs", studio.case);
    let fields = [("before_id", before.as_str()), ("after_id", after.as_str())];
    studio.staff.post(&path, &fields).await.expect(303);
    let path = format!("/staff/cases/{}/photos", studio.case);
    let text = studio.staff.get(&path).await.text();
    let (_, rest) = text.split_once("href=\"/staff/pairs/").unwrap();
    let pair = rest.split('"').next().unwrap();
    (format!("/staff/pairs/{pair}"), [before, after])
}

/// All that a browser would send of the marks' form, with a tap on one of the pictures.
async fn tap(studio: &Studio, path: &str, page: &Page, side: &str, (x, y): (u32, u32)) -> Page {
    let text = page.text();
    let mut query = format!("{side}-280.x={x}&{side}-280.y={y}");
    for part in text.split("<input type=\"number\"").skip(1) {
        let tag = part.split('>').next().unwrap();
        let attribute = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            rest.split('"').next()
        };
        let value = attribute("value").unwrap_or_default();
        query += &format!("&{}={value}", attribute("name").unwrap());
    }
    let path = format!("{path}/marks?{query}");
    studio.staff.get(&path).await.expect(200)
}

#[tokio::test]
async fn spots_tapped_on_both_photos_give_one_frame() {
    let studio = Studio::open().await;
    // The after was taken from nearer: its middle half is the before's quarter.
    let (path, photos) = paired(&studio, smooth(100, 560, 420), smooth(140, 560, 420)).await;
    let page = studio.staff.get(&path).await.expect(200);
    assert!(page.text().contains("Show where they match"));
    let page = studio.staff.get(&format!("{path}/marks")).await.expect(200);
    assert!(page.text().contains("Spot 1: tap it on both photos."));
    // Pictures are sent 280 pixels wide and 210 high.
    let page = tap(&studio, &path, &page, "before", (105, 79)).await;
    assert!(
        page.text()
            .contains("Spot 1: now tap it on the after photo.")
    );
    let page = tap(&studio, &path, &page, "after", (70, 53)).await;
    assert!(page.text().contains("Spot 2: tap it on both photos."));
    let page = tap(&studio, &path, &page, "after", (210, 157)).await;
    assert!(
        page.text()
            .contains("Spot 2: now tap it on the before photo.")
    );
    let page = tap(&studio, &path, &page, "before", (175, 131)).await;
    assert!(
        page.text()
            .contains("By these spots both would look like this.")
    );

    let value = |name: &str| page.field(name).replace("&quot;", "\"");
    let (before, after) = (value("before"), value("after"));
    let fields = [("before", before.as_str()), ("after", after.as_str())];
    let frame = format!("{path}/frame");
    studio.staff.post(&frame, &fields).await.expect(303);
    studio.clinic.drain().await;
    let page = studio
        .staff
        .get(&format!("/staff/photos/{}", photos[0]))
        .await;
    let crop = |name: &str| -> f64 {
        let tag = page.between(&format!("name=\"{name}\""), ">").unwrap();
        let (_, value) = tag.split_once("value=\"").expect("the before is cropped");
        value.split('"').next().unwrap().parse().unwrap()
    };
    assert!((crop("crop_x") - 25.0).abs() < 1.0 && (crop("crop_width") - 50.0).abs() < 1.0);
    assert!((crop("crop_y") - 25.0).abs() < 1.0 && (crop("crop_height") - 50.0).abs() < 1.0);
}

#[tokio::test]
async fn a_spot_that_does_not_fit_and_spots_too_near_are_told() {
    let studio = Studio::open().await;
    let (path, _) = paired(&studio, smooth(100, 560, 420), smooth(140, 560, 420)).await;
    let marks = |rows: &[[u32; 4]]| {
        let mut query = String::new();
        for [a, b, c, d] in rows {
            query += &format!("&before_x={a}&before_y={b}&after_x={c}&after_y={d}");
        }
        format!("{path}/marks?{}", query.trim_start_matches('&'))
    };
    let shown = |query: String| {
        let staff = studio.staff.clone();
        async move { staff.get(&query).await.expect(200).text() }
    };
    let near = shown(marks(&[[50, 50, 50, 50], [52, 50, 52, 50]])).await;
    assert!(near.contains("The spots lie close together."));
    assert!(!near.contains("Show both like this"));
    let odd = [
        [20, 20, 20, 20],
        [80, 20, 80, 20],
        [80, 80, 80, 80],
        [20, 80, 40, 60],
    ];
    let odd = shown(marks(&odd)).await;
    assert!(odd.contains("Spot 4 does not fit the others."), "{odd}");
    let turned = shown(marks(&[[20, 50, 50, 20], [80, 50, 50, 80]])).await;
    assert!(turned.contains("turned by more than 15°"));
    // What is no number of percent marks nothing.
    let page = shown(format!(
        "{path}/marks?before_x=NaN&before_y=5&after_x=-1&after_y=1e9"
    ))
    .await;
    assert!(page.contains("Spot 1: tap it on both photos."));
}

#[tokio::test]
async fn photos_turned_by_quarters_are_marked_as_they_are_seen() {
    let studio = Studio::open().await;
    let upright = image::load_from_memory(&smooth(140, 560, 420))
        .unwrap()
        .to_rgb8();
    let lying = file(&imageops::rotate270(&upright));
    let (path, photos) = paired(&studio, smooth(100, 560, 420), lying).await;
    let turn = [("turn", "right")];
    studio.describe(&photos[1], &turn).await;
    studio.clinic.drain().await;
    let page = studio.staff.get(&format!("{path}/marks")).await.expect(200);
    let after = page.between("name=\"after-280\"", ">").unwrap();
    assert!(after.contains("width=\"280\" height=\"210\""), "{after}");
    let same = "before_x=20&before_y=30&after_x=20&after_y=30";
    let query = format!("{path}/marks?{same}&before_x=80&before_y=70&after_x=80&after_y=70");
    let page = studio.staff.get(&query).await.expect(200);
    let framing = page.field("after").replace("&quot;", "\"");
    let framing: serde_json::Value = serde_json::from_str(&framing).unwrap();
    assert!(framing["straighten"].as_f64().unwrap().abs() < 0.01);
    assert!(
        framing["crop"]["width"].as_f64().unwrap() > 0.99,
        "{framing}"
    );
}
