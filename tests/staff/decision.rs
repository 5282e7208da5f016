//! What a moderator sees of a story.

use crate::support::studio::{Studio, photo};

#[tokio::test]
async fn each_photo_of_each_pair_is_shown_once_below_the_comparison() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    let later = studio.upload("one_year", "2026-10-20", photo(30)).await;
    studio.clinic.drain().await;
    studio
        .describe(&later, &[("faceless", "yes"), ("alt", "Crown a year on")])
        .await;
    studio.clinic.drain().await;
    let pairs = format!("/staff/cases/{}/pairs", studio.case);
    studio
        .staff
        .post(&pairs, &[("before_id", &before), ("after_id", &later)])
        .await
        .expect(303);
    studio.write_story().await;
    let link = studio.invite().await;
    let phone = studio.open_link(&link).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let story = studio.submit().await;

    let path = format!("/moderation/stories/{story}");
    let page = studio.moderator.get(&path).await.expect(200).text();
    let (compare, pairs) = page.split_once("</ba-compare>").unwrap();
    assert!(compare.contains("<ba-compare"), "{page}");
    for (shown, times) in [(&before, 2), (&later, 1)] {
        let picture = format!("<img src=\"/staff/photos/{shown}/view/");
        assert_eq!(pairs.matches(&picture).count(), times, "{pairs}");
    }
    // Another stage is another address, for moderators as for visitors.
    let other = format!("{path}?mode=side&angle=front&a=1&b=2");
    let page = studio.moderator.get(&other).await.expect(200).text();
    assert!(page.contains("data-mode=\"side\""), "{page}");
}

#[tokio::test]
async fn the_way_to_mend_is_offered_to_those_who_may_go_it() {
    let studio = Studio::open().await;
    studio.pair().await;
    let path = format!("/staff/cases/{}/story", studio.case);
    studio.staff.post(&path, &[]).await.expect(303);
    let story = studio.submit().await;
    let decision = format!("/moderation/stories/{story}");
    let mend = format!("href=\"/staff/cases/{}/", studio.case);
    let page = studio.moderator.get(&decision).await.expect(200).text();
    assert!(page.contains("light red"), "{page}");
    // The file of the case mends nothing, and is for moderators too.
    let page = page.replace(&format!("{mend}evidence\""), "");
    assert!(
        !page.contains(&mend),
        "a moderator who is not staff: {page}"
    );
    let page = studio.staff.get(&path).await.expect(200).text();
    assert!(page.contains(&mend), "{page}");
}
