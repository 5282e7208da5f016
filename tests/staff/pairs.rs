//! A pair looked at closely: advice about its light, one frame for both photos, and photos that are there twice.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage, imageops};

use crate::support::browser::Page;
use crate::support::studio::{Studio, add_case};

/// A blotched surface before a plain wall, on its upper part hair that is another each time.
fn portrait(hair: u32) -> RgbImage {
    let wave = |x: u32, y: u32, size: f32, seed: u32| {
        let (x, y) = (x as f32 / size, y as f32 / size);
        let corner = |x: f32, y: f32| {
            let n =
                (x as u32).wrapping_mul(0x9E37_79B1) ^ (y as u32).wrapping_mul(0x85EB_CA77) ^ seed;
            let n = (n ^ (n >> 15)).wrapping_mul(0xC2B2_AE3D);
            ((n ^ (n >> 13)) & 0xFFFF) as f32 / 65536.0
        };
        let (column, row) = (x.floor(), y.floor());
        let (u, v) = (x - column, y - row);
        let upper = corner(column, row) * (1.0 - u) + corner(column + 1.0, row) * u;
        let lower = corner(column, row + 1.0) * (1.0 - u) + corner(column + 1.0, row + 1.0) * u;
        upper * (1.0 - v) + lower * v
    };
    RgbImage::from_fn(560, 420, |x, y| {
        let (across, down) = ((x as f32 - 280.0) / 210.0, (y as f32 - 220.0) / 200.0);
        if across * across + down * down > 1.0 {
            return Rgb([150, 152, 155]);
        }
        if down < -0.35 {
            let strand = wave(x, y, 5.0, hair) + wave(x, y, 11.0, hair + 7);
            return Rgb([(20.0 + 30.0 * strand) as u8; 3]);
        }
        let sizes = [37.0, 21.0, 11.0, 6.0];
        let skin: f32 = sizes.iter().map(|size| wave(x, y, *size, 3) - 0.5).sum();
        let bright = 150.0 + 45.0 * skin;
        Rgb([bright as u8, (bright * 0.8) as u8, (bright * 0.7) as u8])
    })
}

/// The hair of either day.
const BEFORE: u32 = 100;
const AFTER: u32 = 900;

fn file(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

fn brighter(picture: &RgbImage, stops: f32) -> RgbImage {
    let mut picture = picture.clone();
    for value in picture.iter_mut() {
        let light = (f32::from(*value) / 255.0).powf(2.2) * stops.exp2();
        *value = (light.min(1.0).powf(1.0 / 2.2) * 255.0) as u8;
    }
    picture
}

async fn paired(studio: &Studio, before: &RgbImage, after: &RgbImage) -> (String, String) {
    let before = studio.upload("before", "2026-01-10", file(before)).await;
    let after = studio.upload("healed", "2026-06-20", file(after)).await;
    studio.clinic.drain().await;
    let path = format!("/staff/cases/{}/pairs", studio.case);
    let fields = [("before_id", before.as_str()), ("after_id", after.as_str())];
    studio.staff.post(&path, &fields).await.expect(303);
    (before, after)
}

async fn photos(studio: &Studio, case: &str) -> Page {
    let path = format!("/staff/cases/{case}/photos");
    studio.staff.get(&path).await.expect(200)
}

/// The page of the first pair, and its address.
async fn pair(studio: &Studio) -> (Page, String) {
    let text = photos(studio, &studio.case).await.text();
    let (_, rest) = text.split_once("href=\"/staff/pairs/").unwrap();
    let path = format!("/staff/pairs/{}", rest.split('"').next().unwrap());
    (studio.staff.get(&path).await.expect(200), path)
}

#[tokio::test]
async fn another_frame_is_proposed_and_a_person_confirms() {
    let studio = Studio::open().await;
    let before = portrait(BEFORE);
    let after = portrait(AFTER);
    let (width, height) = after.dimensions();
    let nearer = imageops::crop_imm(
        &after,
        width / 16,
        height / 20,
        width * 7 / 8,
        height * 7 / 8,
    );
    let (before, after) = paired(&studio, &before, &nearer.to_image()).await;
    let (page, path) = pair(&studio).await;
    let text = page.text();
    assert!(
        text.contains("% larger") && text.contains("Show both like this"),
        "{text}"
    );
    let value = |name: &str| page.field(name).replace("&quot;", "\"");
    let (first, second) = (value("before"), value("after"));
    let fields = [("before", first.as_str()), ("after", second.as_str())];
    studio
        .staff
        .post(&format!("{path}/frame"), &fields)
        .await
        .expect(303);
    let waiting = studio.staff.get(&path).await.expect(200);
    assert!(waiting.text().contains("are being made ready"));
    studio.clinic.drain().await;
    for id in [&before, &after] {
        let path = format!("/staff/photos/{id}");
        let edited = studio.staff.get(&path).await.expect(200);
        let crop = edited.between("name=\"crop_x\"", ">").unwrap();
        assert!(crop.contains("value="), "{id} is cropped: {crop}");
    }
    let text = studio.staff.get(&path).await.expect(200).text();
    assert!(
        text.contains("Both show the same frame.") && !text.contains("Show both like this"),
        "{text}"
    );
    // Sent once more: the photos were changed meanwhile, by the first one.
    studio
        .staff
        .post(&format!("{path}/frame"), &fields)
        .await
        .expect(409);
}

#[tokio::test]
async fn other_light_is_told_in_words() {
    let studio = Studio::open().await;
    let after = brighter(&portrait(AFTER), 1.0);
    paired(&studio, &brighter(&portrait(BEFORE), -0.2), &after).await;
    let text = pair(&studio).await.0.text();
    assert!(text.contains("stop brighter; hair looks thinner"), "{text}");
    assert!(
        text.contains("Take it again in the same light if you can."),
        "{text}"
    );
}

#[tokio::test]
async fn a_frame_that_makes_no_sense_is_refused() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.clinic.drain().await;
    let (page, path) = pair(&studio).await;
    assert!(page.text().contains("could not be lined up") || page.text().contains("too little"));
    let framing = |width: f64| {
        format!(
            r#"{{"revision":2,"crop":{{"x":0,"y":0,"width":{width},"height":0.5}},"straighten":0}}"#
        )
    };
    let path = format!("{path}/frame");
    for odd in [framing(0.01), framing(1.5), "{}".to_owned(), String::new()] {
        let good = framing(0.5);
        let fields = [("before", odd.as_str()), ("after", good.as_str())];
        studio.staff.post(&path, &fields).await.expect(422);
    }
    let strangers = studio.moderator.get(path.trim_end_matches("/frame")).await;
    assert_eq!(strangers.status, 403);
}

#[tokio::test]
async fn a_copy_in_another_case_is_told_and_so_is_one_as_its_own_after() {
    let studio = Studio::open().await;
    let picture = portrait(BEFORE);
    let copy = imageops::flip_horizontal(&brighter(&picture, 0.3));
    paired(&studio, &picture, &copy).await;
    let text = photos(&studio, &studio.case).await.text();
    assert!(
        text.contains("Before and after look like the same photo."),
        "{text}"
    );
    assert!(
        text.contains("This photo looks like another one of this case."),
        "{text}"
    );

    let case = add_case(&studio.staff, &studio.client).await;
    let other = Studio { case, ..studio };
    let small = imageops::thumbnail(&picture, picture.width() / 2, picture.height() / 2);
    other.upload("before", "2026-02-01", file(&small)).await;
    other.clinic.drain().await;
    let text = photos(&other, &other.case).await.text();
    assert!(
        text.contains("This photo looks like one of another case."),
        "{text}"
    );
    let path = format!("/staff/cases/{}/photos", other.case);
    let told = other
        .staff
        .get_with(&path, &[("accept", "application/json")])
        .await;
    let told: serde_json::Value = serde_json::from_slice(&told.body).unwrap();
    assert_eq!(told["photos"][0]["double"]["here"], false, "{told}");
}

/// Advice: the story's writer and its moderator read it, and the moderator may approve all the same.
#[tokio::test]
async fn those_who_write_and_decide_read_whether_a_pair_can_be_compared() {
    let studio = Studio::open().await;
    let after = brighter(&portrait(AFTER), 1.0);
    let (before, after) = paired(&studio, &brighter(&portrait(BEFORE), -0.2), &after).await;
    for id in [&before, &after] {
        studio
            .describe(id, &[("faceless", "yes"), ("alt", "Crown")])
            .await;
    }
    studio.clinic.drain().await;
    studio.write_story().await;
    let link = studio.invite().await;
    let phone = studio.open_link(&link).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    let writes = format!("/staff/cases/{}/story", studio.case);
    let decides = format!("/moderation/stories/{story}");
    // Measured or not, the page is there, and says which pair it speaks of.
    let text = studio.staff.get(&writes).await.expect(200).text();
    assert!(text.contains("class=\"pair-advice\""), "{text}");

    let (_, pair) = pair(&studio).await;
    let link = format!("href=\"{pair}\"");
    let told = "stop brighter; hair looks thinner";
    let text = studio.staff.get(&writes).await.expect(200).text();
    assert!(text.contains(told) && text.contains(&link), "{text}");
    let text = studio.moderator.get(&decides).await.expect(200).text();
    assert!(text.contains(told), "{text}");
    assert!(!text.contains(&link), "not for a moderator who isn't staff");
    studio.decide(&story, "approve", &[]).await.expect(303);
}
