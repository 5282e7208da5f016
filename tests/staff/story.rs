//! The story's page: what is missing is said while it is written, and it is handed over in the same step.

use crate::support::studio::{Studio, value};

#[tokio::test]
async fn the_four_lights_say_what_is_missing_and_how_to_mend_it() {
    let studio = Studio::open().await;
    studio.pair().await;
    let path = format!("/staff/cases/{}/story", studio.case);
    studio.staff.post(&path, &[]).await.expect(303);
    let page = studio.staff.get(&path).await.expect(200).text();
    assert!(page.matches("class=\"light red\"").count() >= 2, "{page}");
    for way in [
        "href=\"#authentic\"",
        &format!("/staff/cases/{}/consent\"", studio.case),
    ] {
        assert!(page.contains(way), "{way} in {page}");
    }
    let studio = Studio::open().await;
    studio.signed("website").await;
    let path = format!("/staff/cases/{}/story", studio.case);
    let page = studio.staff.get(&path).await.expect(200).text();
    assert_eq!(page.matches("class=\"light green\"").count(), 4, "{page}");
}

#[tokio::test]
async fn saving_and_handing_over_are_one_step() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let path = format!("/staff/cases/{}/story", studio.case);
    let page = studio.staff.get(&path).await.expect(200);
    let (revision, slug) = (page.field("revision"), value(&page, "slug"));
    let fields = [
        ("revision", revision.as_str()),
        ("slug", &slug),
        ("title", "A crown that looks full again"),
        ("narrative", "Two sessions."),
        ("authentic", "yes"),
        ("marks", "yes"),
        ("then", "submit"),
    ];
    studio.staff.post(&path, &fields).await.expect(303);
    let queue = studio.moderator.get("/moderation").await.expect(200);
    assert!(queue.text().contains("A crown that looks full again"));
    // Sent twice, or beside someone else: nothing is lost, both versions are shown.
    let refused = studio.staff.post(&path, &fields).await.expect(409).text();
    assert!(refused.contains("class=\"stored\""), "{refused}");
}
