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

/// The story as the public would see it is the staff's alone: what is not public stays so.
#[tokio::test]
async fn s03_s37_the_preview_is_for_staff_and_framed_by_us_alone() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    let path = format!("/staff/cases/{}/story", studio.case);
    let preview = format!("{path}/preview");
    studio.staff.get(&preview).await.expect(404);
    studio.write_story().await;
    let shown = studio.staff.get(&preview).await.expect(200);
    let text = shown.text();
    assert!(text.contains("A crown that looks full again"), "{text}");
    let picture = format!("/staff/photos/{before}/view/area_only-");
    assert!(
        text.contains(&picture),
        "the version that shows least: {text}"
    );
    assert!(!text.contains("/media/"), "nothing of it is public");
    assert!(shown.header("x-robots-tag").contains("noindex"));
    let policy = shown.header("content-security-policy").to_owned();
    assert!(policy.contains("frame-ancestors 'self'") && !policy.contains("frame-src"));
    let page = studio.staff.get(&path).await.expect(200);
    let policy = page.header("content-security-policy").to_owned();
    assert!(policy.contains("frame-src 'self'") && policy.contains("frame-ancestors 'none'"));

    // Strangers are sent to sign in, as for an unknown case; moderators and clients have no such page.
    let unknown = preview.replace(&studio.case, "01a00000-0000-7000-8000-000000000000");
    let phone = studio.open_link(&studio.invite().await).await;
    for browser in [&studio.clinic.visitor(), &phone] {
        for address in [&preview, &unknown] {
            let sent = browser.get(address).await.expect(303);
            assert_eq!(sent.location(), "/sign-in");
        }
    }
    studio.moderator.get(&preview).await.expect(403);
    studio.staff.get(&unknown).await.expect(404);

    // Once signed, it shows what the client allows, and their words.
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let text = studio.staff.get(&preview).await.expect(200).text();
    assert!(text.contains("I look in the mirror again."), "{text}");
    assert!(text.contains("Marc") && !text.contains("Dubois"), "{text}");
}
