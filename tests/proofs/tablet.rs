//! A tablet of the clinic in a client's hands: from then on it is the client's, whichever way they go.

use candor::server;
use candor::web::Who;

use crate::support::studio::{PASSWORD, Studio, answer_all};

#[tokio::test]
async fn s57_a_tablet_handed_to_a_client_shows_no_page_of_staff() {
    let studio = Studio::open().await;
    let (photo, _) = studio.pair().await;
    studio.write_story().await;
    let tablet = studio.staff.clone();
    let photos = format!("/staff/cases/{}/photos", studio.case);
    let pair = tablet
        .get(&photos)
        .await
        .expect(200)
        .between("/staff/pairs/", "\"")
        .unwrap();
    let filled = |path: &str| {
        let path = path.replace("{case}", &studio.case);
        let id = match () {
            () if path.contains("/photos/") => &photo,
            () if path.contains("/pairs/") => &pair,
            () if path.contains("/clients/") => &studio.client,
            () => &studio.case,
        };
        path.replace("{id}", id)
            .replace("{file}", "area_only-320.jpg")
    };
    // What staff had open before, with Back, a reload and deep links in mind: no page of it may be kept by the browser.
    let routes = server::routes();
    let lines = routes.lines().iter();
    let own = lines.filter(|line| !matches!(line.who, Who::Anyone | Who::Client));
    let own: Vec<_> = own.collect();
    let read = || own.iter().filter(|line| line.method == "GET");
    let mut seen = 0;
    for line in read() {
        let page = tablet.get(&filled(line.path)).await;
        if page.status == 200 {
            seen += 1;
            let kept = page.header("cache-control");
            assert!(kept.contains("no-store"), "{}: {kept:?}", line.path);
        }
    }
    assert!(seen > 15, "{seen}");

    let ask = format!("/staff/cases/{}/consent", studio.case);
    tablet.post(&ask, &[("method", "tablet")]).await.expect(303);
    let closed = async || {
        for line in read() {
            let path = filled(line.path);
            let page = tablet.get(&path).await.expect(303);
            assert_eq!(page.location(), "/sign-in", "{path}");
        }
        // Nor does a form do anything that was open in another tab.
        for line in own.iter().filter(|line| line.method == "POST") {
            let path = filled(line.path);
            let page = tablet.post(&path, &[]).await.expect(303);
            assert_eq!(page.location(), "/sign-in", "{path}");
        }
    };
    closed().await;
    answer_all(&tablet, "website", "none", None).await;
    closed().await;
    tablet.get("/c/manage").await.expect(200);
    // What staff do on another device goes on; here it takes signing in again.
    studio.moderator.get("/moderation").await.expect(200);
    let again = [("email", "staff@studio.example"), ("password", PASSWORD)];
    tablet.post("/sign-in", &again).await.expect(303);
    tablet.get(&photos).await.expect(200);
    studio.clinic.drain().await;
}
