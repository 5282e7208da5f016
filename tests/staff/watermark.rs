//! The clinic's logo on its photos: off until someone says so, on what is developed from then on, and the same when it is
//! developed again.

use std::io::Cursor;

use candor::db::schema::renditions;
use diesel::prelude::*;
use image::{ImageFormat, Rgba, RgbaImage};

use crate::support::browser::Page;
use crate::support::studio::{Studio, photo};

const LOOK: &str = "/admin/clinic/look";

async fn revision(studio: &Studio) -> String {
    studio.admin.get(LOOK).await.expect(200).field("revision")
}

/// A square of one colour.
async fn send_logo(studio: &Studio, grey: u8) {
    let logo = RgbaImage::from_pixel(100, 100, Rgba([grey, grey, grey, 255]));
    let mut bytes = Cursor::new(Vec::new());
    logo.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let revision = revision(studio).await;
    let files = [("logo.png", bytes.into_inner())];
    let fields = [("revision", revision.as_str())];
    let sent = studio.admin.upload("/admin/clinic/logo", &fields, &files);
    sent.await.expect(303);
}

async fn set(studio: &Studio, on: bool) -> Page {
    let revision = revision(studio).await;
    let mut fields = vec![("revision", revision.as_str())];
    if on {
        fields.push(("watermark", "yes"));
    }
    let path = "/admin/clinic/watermark";
    studio.staff.post(path, &fields).await.expect(403);
    studio.admin.post(path, &fields).await
}

/// How bright a photo is where a logo would stand.
async fn corner(studio: &Studio, photo: &str) -> u8 {
    let path = format!("/staff/photos/{photo}/view/full_face-640.jpg");
    let sent = studio.staff.get(&path).await.expect(200);
    let picture = image::load_from_memory(&sent.body).unwrap().into_rgb8();
    assert_eq!(picture.dimensions(), (640, 320));
    picture.get_pixel(598, 278).0[0]
}

#[tokio::test]
async fn a_logo_stands_on_what_is_developed_after_someone_said_so() {
    let studio = Studio::open().await;
    let refused = set(&studio, true).await.expect(422);
    assert!(refused.text().contains("Upload a logo first"));
    send_logo(&studio, 255).await;
    let plain = studio.upload("before", "2026-01-10", photo(10)).await;
    set(&studio, true).await.expect(303);
    let marked = studio.upload("healed", "2026-06-20", photo(20)).await;
    studio.clinic.drain().await;
    assert!(corner(&studio, &plain).await < 90, "it was uploaded before");
    assert!(corner(&studio, &marked).await > 160);
    let page = |id: &str| format!("/staff/photos/{id}");
    let told = |page: Page| page.text().contains("Your logo stands in a corner");
    assert!(!told(studio.staff.get(&page(&plain)).await));
    assert!(told(studio.staff.get(&page(&marked)).await));
    // Paper shows the photo alone.
    let print = [("level", "full_face"), ("use", "file")];
    let print = studio
        .staff
        .post(&format!("{}/print", page(&marked)), &print)
        .await;
    let print = image::load_from_memory(&print.expect(200).body)
        .unwrap()
        .into_rgb8();
    assert!(print.get_pixel(654, 303).0[0] < 90);

    // Another logo changes nothing that is there, also where it has to be made anew.
    send_logo(&studio, 0).await;
    studio.clinic.drain().await;
    let lost = |conn: &mut candor::db::Conn| {
        diesel::delete(renditions::table.filter(renditions::width.eq(640))).execute(&mut **conn)?;
        diesel::delete(renditions::table.filter(renditions::width.eq(320))).execute(&mut **conn)?;
        Ok(())
    };
    studio.clinic.app.db.write(lost).await.unwrap();
    for id in [&plain, &marked] {
        let view = format!("/staff/photos/{id}/view/full_face-640.jpg");
        studio.staff.get(&view).await.expect(404);
    }
    studio.clinic.drain().await;
    assert!(corner(&studio, &plain).await < 90 && corner(&studio, &marked).await > 160);

    // What is said of a photo develops nothing; what is done to it does, as the clinic wants it by then.
    studio
        .describe(&plain, &[("alt", "Crown from above")])
        .await;
    studio.clinic.drain().await;
    assert!(!told(studio.staff.get(&page(&plain)).await));
    let turned = [
        ("alt", "Crown from above"),
        ("focus_x", "50"),
        ("focus_y", "50"),
    ];
    for id in [&plain, &marked] {
        studio.describe(id, &turned).await;
    }
    studio.clinic.drain().await;
    assert!(told(studio.staff.get(&page(&plain)).await));
    assert!(corner(&studio, &marked).await < 40, "the black one");
    set(&studio, false).await.expect(303);
    let last = studio.upload("healed", "2026-06-21", photo(30)).await;
    studio.clinic.drain().await;
    assert!(!told(studio.staff.get(&page(&last)).await));
}
