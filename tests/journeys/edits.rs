//! Changes to a photo that is public: less shown is live at once, more shown waits for the client and a moderator.

use crate::support::studio::{Studio, answer_all, photo};

/// A face mask from the upper left corner, so many percent wide and high.
fn masked(percent: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("mask_kind", "face"),
        ("mask_x", "0"),
        ("mask_y", "0"),
        ("mask_width", percent),
        ("mask_height", percent),
    ]
}

#[tokio::test]
async fn journey_less_shown_is_live_at_once_and_more_shown_waits() {
    let studio = Studio::open().await;
    let before = studio.upload("before", "2026-01-10", photo(10)).await;
    let after = studio.upload("healed", "2026-06-20", photo(20)).await;
    studio.clinic.drain().await;
    for id in [&before, &after] {
        studio.describe(id, &masked("50")).await;
    }
    studio.clinic.drain().await;
    let pair = [("before_id", before.as_str()), ("after_id", after.as_str())];
    studio
        .staff
        .post(&format!("/staff/cases/{}/pairs", studio.case), &pair)
        .await
        .expect(303);
    studio.write_story().await;
    let link = studio.invite().await;
    let phone = studio.open_link(&link).await;
    answer_all(&phone, "website", "none", None).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let visitor = studio.clinic.visitor();
    let list = visitor.get("/stories").await.expect(200);
    let address = format!(
        "/stories/{}",
        list.between("href=\"/stories/", "\"").unwrap()
    );
    let approved = visitor.get(&address).await.expect(200).media();

    // More shown: a smaller mask. The approved version stays, and only it.
    studio.describe(&after, &masked("20")).await;
    studio.clinic.drain().await;
    assert_eq!(visitor.get(&address).await.expect(200).media(), approved);

    // Less than that, but still more than was approved: nothing new is public.
    studio.describe(&after, &masked("30")).await;
    studio.clinic.drain().await;
    assert_eq!(visitor.get(&address).await.expect(200).media(), approved);

    // Less than was approved: the old version is gone before the new one is made.
    studio.describe(&after, &masked("70")).await;
    let gone: Vec<_> = {
        let mut gone = Vec::new();
        for path in &approved {
            if visitor.get(path).await.status == 410 {
                gone.push(path.clone());
            }
        }
        gone
    };
    assert!(!gone.is_empty() && gone.len() < approved.len(), "{gone:?}");
    studio.clinic.drain().await;
    let now = visitor.get(&address).await.expect(200).media();
    assert!(
        now.iter().any(|path| !approved.contains(path)),
        "the smaller version is public"
    );
    for path in &gone {
        visitor.get(path).await.expect(410);
    }

    // Staff take back that the mask is enough: down, and it stays down.
    studio.describe(&after, &[]).await;
    studio.clinic.drain().await;
    let still = visitor.get(&address).await.expect(200).media();
    assert_eq!(still, now, "more shown never replaces what was approved");
}
