//! A consent that someone disputes: down at once, and up again by an admin alone, with a reason, while it still holds.

use candor::db::schema::consent_events;
use chrono::Duration;
use diesel::prelude::*;

use crate::support::studio::{PASSWORD, Studio};

const WHY: [(&str, &str); 1] = [("why", "Their sister says it is not their signature.")];
const SETTLED: [(&str, &str); 1] = [("why", "They came in with their passport.")];

#[tokio::test]
async fn g12_what_is_disputed_is_down_until_an_admin_settles_it() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website_and_search").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    let path = format!("/staff/cases/{}/consent/suspension", studio.case);
    let lift = format!("/admin/disputes/{}/delete", studio.case);
    studio.staff.post(&path, &[]).await.expect(422);
    studio.admin.post(&lift, &SETTLED).await.expect(404);
    studio.staff.post(&path, &WHY).await.expect(303);
    visitor.get(&address).await.expect(410);
    for path in &media {
        visitor.get(path).await.expect(410);
    }
    studio.clinic.drain().await;
    studio.staff.post(&path, &WHY).await.expect(404);
    let page = format!("/staff/cases/{}/consent", studio.case);
    let page = studio.staff.get(&page).await.expect(200).text();
    assert!(page.contains("Their sister says"), "{page}");
    // The client reads that it is on hold, and nothing of what others said.
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(
        manage.contains("On hold: Scalp micropigmentation"),
        "{manage}"
    );
    assert!(!manage.contains("sister"), "{manage}");

    // Neither staff nor moderators settle it, and an admin says why.
    studio.staff.post(&lift, &SETTLED).await.expect(403);
    studio.moderator.post(&lift, &SETTLED).await.expect(403);
    let shown = studio.admin.get("/admin/disputes").await.expect(200).text();
    assert!(
        shown.contains("Marc Dubois") && shown.contains("Sam Staff") && shown.contains("sister"),
        "{shown}"
    );
    studio.admin.post(&lift, &[("why", "")]).await.expect(422);
    visitor.get(&address).await.expect(410);
    studio.admin.post(&lift, &SETTLED).await.expect(303);
    for path in &media {
        visitor.get(path).await.expect(200);
    }
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(!manage.contains("On hold"), "{manage}");

    // What the client takes back meanwhile stays down.
    studio.staff.post(&path, &WHY).await.expect(303);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    studio.admin.post(&lift, &SETTLED).await.expect(404);
    visitor.get(&address).await.expect(410);
}

#[tokio::test]
async fn g12_a_moderator_suspends_and_sees_it_where_they_decide() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let story = studio.submit().await;
    let page = format!("/moderation/stories/{story}");
    let path = format!("/moderation/cases/{}/suspension", studio.case);
    let shown = studio.moderator.get(&page).await.expect(200).text();
    assert!(shown.contains(&path), "{shown}");
    studio.staff.post(&path, &WHY).await.expect(403);
    // The longest reason that there may be settles the dispute below; one letter more is refused.
    let longest = "é".repeat(2000);
    let longer = format!("{longest}é");
    let longer = [("why", longer.as_str())];
    studio.moderator.post(&path, &longer).await.expect(422);
    studio.moderator.post(&path, &WHY).await.expect(303);
    let shown = studio.moderator.get(&page).await.expect(200).text();
    assert!(
        shown.contains("sister") && !shown.contains(&path),
        "{shown}"
    );
    studio.decide(&story, "approve", &[]).await.expect(409);
    studio.clinic.drain().await;
    // The history of the consent tells both, with who and why.
    let lift = format!("/admin/disputes/{}/delete", studio.case);
    let settled = [("why", longest.as_str())];
    studio.admin.post(&lift, &settled).await.expect(303);
    let events: Vec<(String, String)> = studio
        .clinic
        .app
        .db
        .read(|conn| {
            Ok(consent_events::table
                .filter(consent_events::actor.like("user:%"))
                .filter(consent_events::verb.eq_any(["suspended", "lifted"]))
                .order(consent_events::at)
                .select((consent_events::verb, consent_events::detail))
                .load(&mut **conn)?)
        })
        .await
        .unwrap();
    let told = |at: usize| (events[at].0.as_str(), events[at].1.as_str());
    assert_eq!(told(0), ("suspended", WHY[0].1));
    assert_eq!(told(1), ("lifted", longest.as_str()));
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
}

#[tokio::test]
async fn g12_settling_a_dispute_revives_nothing_that_is_over() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let path = format!("/staff/cases/{}/consent/suspension", studio.case);
    studio.staff.post(&path, &WHY).await.expect(303);
    studio.clinic.drain().await;
    let db = &studio.clinic.app.db;
    db.set_clock_offset(Duration::days(800));
    let again = [("email", "ada@studio.example"), ("password", PASSWORD)];
    studio.admin.post("/sign-in", &again).await.expect(303);
    let shown = studio.admin.get("/admin/disputes").await.expect(200).text();
    let lift = format!("/admin/disputes/{}/delete", studio.case);
    assert!(
        shown.contains("Marc Dubois") && !shown.contains(&lift),
        "{shown}"
    );
    studio.admin.post(&lift, &SETTLED).await.expect(409);
    let visitor = studio.clinic.visitor();
    visitor.get(&address).await.expect(410);
}
