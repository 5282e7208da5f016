//! Upload, cover, sign, tell, submit, approve, browse, withdraw, gone.

use crate::support::studio::Studio;

#[tokio::test]
async fn journey_from_upload_to_withdrawal() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let (phone, address) = studio.published("website_and_search").await;

    let story = visitor.get(&address).await.expect(200);
    let text = story.text();
    assert!(text.contains("I look in the mirror again."), "{text}");
    assert!(text.contains("Marc") && !text.contains("Dubois"), "{text}");
    assert!(text.contains("Norwood"), "{text}");
    let media = story.media();
    assert!(media.len() >= 8, "{media:?}");
    for path in &media {
        let picture = visitor.get(path).await.expect(200);
        assert!(picture.header("content-type").starts_with("image/"));
        assert_eq!(picture.header("cache-control"), "no-cache");
    }

    phone.get("/c/withdrawal?scope=all").await.expect(200);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);

    visitor.get(&address).await.expect(410);
    for path in &media {
        let gone = visitor.get(path).await.expect(410);
        assert_eq!(gone.header("cache-control"), "no-store");
    }
    for list in [
        "/",
        "/stories",
        "/treatments/scalp-micropigmentation",
        "/stories?treatment=scalp-micropigmentation",
    ] {
        assert!(
            !visitor
                .get(list)
                .await
                .expect(200)
                .text()
                .contains(&address),
            "{list}"
        );
    }
    studio.clinic.drain().await;
    for path in &media {
        visitor.get(path).await.expect(410);
    }
    let kept = studio.clinic.app.storage.list("renditions/").await.unwrap();
    let shown = studio
        .clinic
        .app
        .db
        .read(candor::audit::verify)
        .await
        .unwrap();
    assert!(matches!(shown, candor::audit::Verdict::Whole(n) if n > 10));
    // What is left are private versions: no object of a publication.
    assert!(kept.len() < media.len() + 8, "{kept:?}");
    assert_eq!(
        studio
            .clinic
            .app
            .ledger
            .list("events/")
            .await
            .unwrap()
            .len(),
        1
    );
}
