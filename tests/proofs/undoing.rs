//! The queue, and decisions taken back: at once, once, and never to show more.

use candor::db::schema::publication_renditions;
use chrono::Duration;
use diesel::prelude::*;

use crate::support::browser::Page;
use crate::support::studio::{Studio, add_case};

/// The undo that a moderator's page offers.
fn undo_path(page: &Page) -> String {
    let id = page
        .between("/moderation/decisions/", "/delete\"")
        .expect("an undo is offered");
    format!("/moderation/decisions/{id}/delete")
}

async fn offered(studio: &Studio) -> String {
    undo_path(&studio.moderator.get("/moderation").await.expect(200))
}

#[tokio::test]
async fn an_approval_taken_back_takes_the_story_down_at_once() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    let undo = offered(&studio).await;
    // Only whoever decided takes it back.
    studio.admin.post(&undo, &[]).await.expect(404);
    let back = studio.moderator.post(&undo, &[]).await.expect(303);
    visitor.get(&address).await.expect(410);
    for path in &media {
        visitor.get(path).await.expect(410);
    }
    let page = studio.moderator.get(&back.location()).await.expect(200);
    assert!(page.text().contains("Decision taken back"));
    // A second time is no error and one record.
    studio.moderator.post(&undo, &[]).await.expect(303);
    let page = studio.moderator.get(&back.location()).await.expect(200);
    assert_eq!(page.text().matches("Decision taken back").count(), 1);
    assert!(!page.text().contains("/moderation/decisions/"));

    // It waits again with all its pictures, and can be approved again; the old undo then changes nothing.
    studio.clinic.drain().await;
    let picture = page.between("src=\"/staff/photos/", "\"").unwrap();
    let picture = format!("/staff/photos/{picture}");
    studio.moderator.get(&picture).await.expect(200);
    let story = back.location().rsplit('/').next().unwrap().to_owned();
    studio.decide(&story, "approve", &[]).await.expect(303);
    visitor.get(&address).await.expect(200);
    studio.moderator.post(&undo, &[]).await.expect(303);
    visitor.get(&address).await.expect(200);
    studio.clinic.drain().await;
    visitor.get(&address).await.expect(200);
}

#[tokio::test]
async fn g26_an_undo_after_a_withdrawal_publishes_nothing() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let undo = offered(&studio).await;
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    let back = studio.moderator.post(&undo, &[]).await.expect(303);
    studio.clinic.drain().await;
    let visitor = studio.clinic.visitor();
    visitor.get(&address).await.expect(410);
    let story = back.location().rsplit('/').next().unwrap().to_owned();
    studio.decide(&story, "approve", &[]).await.expect(409);
    visitor.get(&address).await.expect(410);
}

/// Which of the objects that were ever public are in the store.
async fn once_public(studio: &Studio) -> Vec<String> {
    let app = &studio.clinic.app;
    let shown: Vec<String> = app
        .db
        .read(|conn| {
            Ok(publication_renditions::table
                .select(publication_renditions::object_id)
                .load(&mut **conn)?)
        })
        .await
        .unwrap();
    let mut there = app.storage.list("renditions/").await.unwrap();
    there.retain(|key| shown.iter().any(|object| key.contains(object)));
    there
}

#[tokio::test]
async fn a_withdrawal_deletes_what_an_approval_taken_back_had_shown() {
    let studio = Studio::open().await;
    let (phone, _) = studio.published("website").await;
    let shown = once_public(&studio).await;
    assert!(!shown.is_empty());
    let undo = offered(&studio).await;
    studio.moderator.post(&undo, &[]).await.expect(303);
    studio.clinic.drain().await;
    let kept = once_public(&studio).await;
    assert_eq!(kept, shown, "kept for those who go on with the story");
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let left = once_public(&studio).await;
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test]
async fn a_refusal_taken_back_waits_again_at_its_place() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let story = studio.submit().await;
    let reason = [("reason", "photo-unclear")];
    studio.decide(&story, "refuse", &reason).await.expect(303);
    assert!(
        !studio
            .moderator
            .get("/moderation")
            .await
            .text()
            .contains(&format!("/moderation/stories/{story}"))
    );
    let undo = offered(&studio).await;
    studio.moderator.post(&undo, &[]).await.expect(303);
    let queue = studio.moderator.get("/moderation").await.expect(200);
    assert!(
        queue
            .text()
            .contains(&format!("/moderation/stories/{story}"))
    );
    studio.decide(&story, "approve", &[]).await.expect(303);
}

#[tokio::test]
async fn an_undo_is_offered_for_a_short_time_and_until_the_story_goes_on() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let story = studio.submit().await;
    let reason = [("reason", "facts-missing")];
    studio
        .decide(&story, "request_changes", &reason)
        .await
        .expect(303);
    let undo = offered(&studio).await;
    // Staff begin to mend it.
    let path = format!("/staff/cases/{}/story/submission", studio.case);
    studio.staff.post(&path, &[]).await.expect(303);
    studio.moderator.post(&undo, &[]).await.expect(409);
    studio
        .decide(&story, "request_changes", &reason)
        .await
        .expect(303);
    let undo = offered(&studio).await;
    studio.clinic.app.db.set_clock_offset(Duration::minutes(11));
    studio.moderator.post(&undo, &[]).await.expect(409);
    let queue = studio.moderator.get("/moderation").await.expect(200);
    assert!(!queue.text().contains("/moderation/decisions/"));
}

#[tokio::test]
async fn whoever_waits_longest_comes_first_and_the_next_one_follows() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let first = studio.submit().await;
    let case = add_case(&studio.staff, &studio.client).await;
    studio
        .staff
        .post(&format!("/staff/cases/{case}/story"), &[])
        .await
        .expect(303);
    studio.clinic.app.db.set_clock_offset(Duration::minutes(1));
    studio
        .staff
        .post(&format!("/staff/cases/{case}/story/submission"), &[])
        .await
        .expect(303);
    let queue = studio.moderator.get("/moderation").await.expect(200).text();
    let places: Vec<&str> = queue.split("href=\"/moderation/stories/").skip(1).collect();
    assert_eq!(places.len(), 2);
    assert!(places[0].starts_with(&first));
    let second = places[1].split('"').next().unwrap().to_owned();

    let page = studio
        .moderator
        .get(&format!("/moderation/stories/{first}"))
        .await
        .expect(200);
    assert!(page.text().contains("1 of 2") && page.text().contains(&second));
    let decided = studio.decide(&first, "approve", &[]).await.expect(303);
    assert_eq!(decided.location(), format!("/moderation/stories/{second}"));
    let reason = [("reason", "facts-missing")];
    let last = studio.decide(&second, "refuse", &reason).await.expect(303);
    assert_eq!(last.location(), "/moderation");
}
