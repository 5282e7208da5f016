//! Prints: what is covered stays covered, each is written down, and what leaves the clinic needs a yes to print.

use candor::db::schema::{audit_events, grants};
use diesel::prelude::*;

use crate::support::studio::{Studio, sized_photo};

/// The grants of a photo for search, once more for print: no question of ours asks for it yet.
async fn allow_print(studio: &Studio, photo: &str) {
    let photo = photo.to_owned();
    let allow = move |conn: &mut candor::db::Conn| {
        let search: Vec<candor::consents::Grant> = grants::table
            .filter(grants::subject_id.eq(&photo))
            .filter(grants::channel.eq("search"))
            .select(candor::consents::Grant::as_select())
            .load(&mut **conn)?;
        let client: String = grants::table.select(grants::client_id).first(&mut **conn)?;
        let case: String = grants::table.select(grants::case_id).first(&mut **conn)?;
        for one in search {
            diesel::insert_into(grants::table)
                .values((
                    grants::id.eq(format!("print-{}", one.id)),
                    grants::consent_id.eq(one.consent_id.as_str()),
                    grants::client_id.eq(&client),
                    grants::case_id.eq(&case),
                    grants::what.eq(one.what),
                    grants::subject_id.eq(one.subject_id),
                    grants::source_sha256.eq(one.source_sha256),
                    grants::source.eq(one.source),
                    grants::channel.eq("print"),
                    grants::level.eq(one.level),
                    grants::valid_from.eq(one.valid_from),
                    grants::expires_at.eq(one.expires_at),
                ))
                .execute(&mut **conn)?;
        }
        Ok(())
    };
    studio.clinic.app.db.write(allow).await.unwrap();
}

async fn printed(studio: &Studio) -> Vec<String> {
    let read = |conn: &mut candor::db::Conn| {
        Ok(audit_events::table
            .filter(audit_events::verb.eq("photo.print"))
            .order(audit_events::seq)
            .select(audit_events::detail)
            .load::<String>(&mut **conn)?)
    };
    studio.clinic.app.db.read(read).await.unwrap()
}

#[tokio::test]
async fn s03_a_print_is_given_out_with_its_covers_and_written_down() {
    let studio = Studio::open().await;
    let id = studio
        .upload("before", "2026-01-10", sized_photo(7, 2400, 1600))
        .await;
    studio.clinic.drain().await;
    let fields = [
        ("alt", "Crown from above"),
        ("mask_kind", "face"),
        ("mask_x", "0"),
        ("mask_y", "0"),
        ("mask_width", "100"),
        ("mask_height", "50"),
    ];
    studio.describe(&id, &fields).await;
    studio.clinic.drain().await;
    let path = format!("/staff/photos/{id}/print");
    let file = |level: &'static str| [("level", level), ("use", "file")];
    let visitor = studio.clinic.visitor();
    visitor.post(&path, &file("area_only")).await.expect(303);
    let moderator = studio.moderator.post(&path, &file("area_only")).await;
    moderator.expect(403);
    studio.staff.get(&path).await.expect(405);
    studio.staff.post(&path, &[]).await.expect(422);
    let odd = [("level", "area_only"), ("use", "poster")];
    studio.staff.post(&path, &odd).await.expect(422);
    // There is no such version: nobody has covered the eyes.
    studio.staff.post(&path, &file("covered")).await.expect(404);
    assert!(printed(&studio).await.is_empty());

    let given = studio
        .staff
        .post(&path, &file("area_only"))
        .await
        .expect(200);
    assert_eq!(given.header("content-type"), "image/jpeg");
    assert!(given.header("cache-control").contains("no-store"));
    let name = given.header("content-disposition");
    assert!(
        name.starts_with("attachment") && name.contains("area-only"),
        "{name}"
    );
    let print = image::load_from_memory(&given.body).unwrap().into_rgb8();
    assert_eq!(print.dimensions(), (2400, 1600), "all that paper can show");
    let cover = *print.get_pixel(20, 20);
    for place in [(1200, 20), (2380, 400), (700, 700)] {
        assert_eq!(*print.get_pixel(place.0, place.1), cover, "{place:?}");
    }
    assert_ne!(*print.get_pixel(1200, 1000), cover);
    let log = printed(&studio).await;
    assert_eq!(log.len(), 1);
    assert!(
        log[0].contains("area_only") && log[0].contains("file"),
        "{log:?}"
    );
}

#[tokio::test]
async fn g12_a_print_for_others_needs_a_yes_to_print() {
    let studio = Studio::open().await;
    let phone = studio.signed("website_and_search").await;
    let case = studio
        .staff
        .get(&format!("/staff/cases/{}/photos", studio.case))
        .await;
    let id = case.between("href=\"/staff/photos/", "\"").unwrap();
    let (page, path) = (
        format!("/staff/photos/{id}"),
        format!("/staff/photos/{id}/print"),
    );
    let outside = [("level", "area_only"), ("use", "outside")];
    let shown = studio.staff.get(&page).await.expect(200).text();
    assert!(shown.contains("name=\"use\" value=\"file\""), "{shown}");
    assert!(!shown.contains("name=\"use\" value=\"outside\"") && shown.contains("yes to print"));
    let refused = studio.staff.post(&path, &outside).await.expect(409);
    assert!(
        refused.text().contains("has not allowed"),
        "{}",
        refused.text()
    );
    assert!(printed(&studio).await.is_empty());

    allow_print(&studio, &id).await;
    let shown = studio.staff.get(&page).await.expect(200).text();
    assert!(shown.contains("name=\"use\" value=\"outside\""), "{shown}");
    studio.staff.post(&path, &outside).await.expect(200);
    assert!(printed(&studio).await[0].contains("outside"));

    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    studio.staff.post(&path, &outside).await.expect(409);
}
