//! How far a photo is, for those who wait for it; and versions that nobody wants any more.

use candor::db::schema::{jobs, renditions};
use diesel::prelude::*;

use crate::support::studio::{Studio, photo};

/// How far the photo is, asked as the script on `path` asks.
async fn progress(studio: &Studio, path: &str) -> (String, String) {
    let json = [("accept", "application/json")];
    let page = studio.staff.get_with(path, &json).await.expect(200);
    let told: serde_json::Value = serde_json::from_slice(&page.body).unwrap();
    let text = |name: &str| told["photos"][0][name].as_str().unwrap().to_owned();
    (text("progress"), text("words"))
}

/// The kinds of work that wait for a photo.
async fn waiting(studio: &Studio, photo: &str) -> Vec<String> {
    let about = photo.to_owned();
    let read = studio.clinic.app.db.read(move |conn| {
        Ok(jobs::table
            .filter(jobs::about.eq(about))
            .order(jobs::name)
            .select(jobs::name)
            .load(&mut **conn)?)
    });
    read.await.unwrap()
}

#[tokio::test]
async fn a_photo_says_how_far_it_is_with_scripts_and_without() {
    let studio = Studio::open().await;
    let id = studio.upload("before", "2026-01-10", photo(5)).await;
    let list = format!("/staff/cases/{}/photos", studio.case);
    let own = format!("/staff/photos/{id}");
    for path in [&list, &own] {
        let page = studio.staff.get(path).await.expect(200);
        assert!(page.text().contains("Waiting to be developed"), "{path}");
        let told = progress(&studio, path).await;
        assert_eq!(told.0, "waiting");
        assert_eq!(told.1, "Waiting to be developed");
    }
    studio.clinic.drain().await;
    for path in [&list, &own] {
        let page = studio.staff.get(path).await.expect(200);
        assert!(!page.text().contains("data-progress="), "{path}");
        assert_eq!(progress(&studio, path).await.0, "complete");
    }
    let json = [("accept", "application/json")];
    assert!(studio.moderator.get_with(&own, &json).await.status >= 400);
}

#[tokio::test]
async fn versions_of_older_edits_are_not_made() {
    let studio = Studio::open().await;
    let id = studio.upload("before", "2026-01-10", photo(5)).await;
    studio.describe(&id, &[("straighten", "2")]).await;
    studio.describe(&id, &[("straighten", "3")]).await;
    assert_eq!(waiting(&studio, &id).await, ["make_renditions"]);
    studio.clinic.drain().await;
    let asked = id.clone();
    let edits: Vec<String> = studio
        .clinic
        .app
        .db
        .read(move |conn| {
            Ok(renditions::table
                .filter(renditions::photo_id.eq(asked))
                .filter(renditions::edits_sha256.ne("bare"))
                .select(renditions::edits_sha256)
                .distinct()
                .load(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(edits.len(), 1, "{edits:?}");
}

#[tokio::test]
async fn a_removed_photo_is_not_developed() {
    let studio = Studio::open().await;
    let id = studio.upload("before", "2026-01-10", photo(5)).await;
    assert_eq!(waiting(&studio, &id).await.len(), 1);
    let path = format!("/staff/photos/{id}/delete");
    studio.staff.post(&path, &[]).await.expect(303);
    assert_eq!(waiting(&studio, &id).await, Vec::<String>::new());
}
