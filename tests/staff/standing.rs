//! How a case stands, in words, on every step of its way; and how cases are found again.

use crate::support::browser::{Browser, Page};
use crate::support::studio::{PASSWORD, Studio, add_case, answer_all, photo};

/// How the list of a tab says that the case stands.
async fn stands(studio: &Studio, tab: &str) -> String {
    let page = studio.staff.get(&format!("/staff/cases?show={tab}")).await;
    words(&page.expect(200))
}

fn words(page: &Page) -> String {
    let said = page.between("<span class=\"stands ", "</span>");
    said.and_then(|said| said.split_once('>').map(|(_, words)| words.to_owned()))
        .unwrap_or_default()
}

/// A member of staff who signs in now.
async fn signed_in(studio: &Studio) -> Browser {
    let staff = studio.clinic.visitor();
    let fields = [("email", "staff@studio.example"), ("password", PASSWORD)];
    staff.post("/sign-in", &fields).await.expect(303);
    staff
}

#[tokio::test]
async fn a_case_says_how_it_stands_from_the_first_photo_to_the_withdrawal() {
    let studio = Studio::open().await;
    assert_eq!(stands(&studio, "needs").await, "No photos yet");

    let path = format!("/staff/cases/{}/photos", studio.case);
    let later = [("stage", "later"), ("angle", "later")];
    let files = [("a.jpg", photo(1)), ("b.jpg", photo(2))];
    studio.staff.upload(&path, &later, &files).await.expect(201);
    studio.clinic.drain().await;
    let said = stands(&studio, "needs").await;
    assert_eq!(said, "2 photos, 2 without a date, 2 to describe");

    studio.pair().await;
    assert_eq!(stands(&studio, "needs").await, "Ready to ask the client");
    studio.write_story().await;
    let link = studio.invite().await;
    let said = stands(&studio, "waiting").await;
    assert!(said.starts_with("Waiting for the client since "), "{said}");
    assert_eq!(stands(&studio, "needs").await, "");

    studio
        .clinic
        .app
        .db
        .set_clock_offset(chrono::Duration::days(15));
    // Everyone was signed out long ago.
    let page = signed_in(&studio)
        .await
        .get("/staff/cases?show=needs")
        .await;
    let said = words(&page.expect(200));
    assert!(said.starts_with("The link ended on "), "{said}");
    studio
        .clinic
        .app
        .db
        .set_clock_offset(chrono::Duration::zero());

    let phone = studio.open_link(&link).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let said = stands(&studio, "needs").await;
    assert!(said.starts_with("Signed until "), "{said}");

    let story = studio.submit().await;
    let said = stands(&studio, "waiting").await;
    assert!(said.starts_with("With the moderators since "), "{said}");
    let note = ("note", "The light differs.");
    let back = [("reason", "photos-not-comparable"), note];
    studio
        .decide(&story, "request_changes", &back)
        .await
        .expect(303);
    let said = stands(&studio, "needs").await;
    assert_eq!(said, "Changes asked: The light differs.");

    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let said = stands(&studio, "published").await;
    assert!(said.starts_with("Published until "), "{said}");
    studio.write_story().await;
    let said = stands(&studio, "published").await;
    assert!(said.starts_with("Published as approved."), "{said}");
    assert_eq!(stands(&studio, "needs").await, said, "it needs someone too");

    let path = format!("/staff/cases/{}/consent/withdrawal", studio.case);
    studio.staff.post(&path, &[]).await.expect(303);
    studio.clinic.drain().await;
    let said = stands(&studio, "all").await;
    assert!(said.starts_with("Withdrawn on "), "{said}");
    assert_eq!(stands(&studio, "needs").await, "");
}

#[tokio::test]
async fn the_page_of_a_case_shows_five_steps_and_the_next_one() {
    let studio = Studio::open().await;
    let path = format!("/staff/cases/{}", studio.case);
    let page = studio.staff.get(&path).await.expect(200);
    let steps = page.between("<ol class=\"case-steps\">", "</ol>").unwrap();
    let states = |steps: &str| -> Vec<String> {
        steps
            .split("<li class=\"")
            .skip(1)
            .filter_map(|step| step.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(states(&steps), ["now", "later", "later", "later", "later"]);
    studio.signed("website").await;
    let page = studio.staff.get(&path).await.expect(200);
    let steps = page.between("<ol class=\"case-steps\">", "</ol>").unwrap();
    assert_eq!(states(&steps), ["done", "done", "done", "done", "now"]);
    assert!(page.text().contains("Hand over to the moderators"));
}

#[tokio::test]
async fn cases_are_found_by_the_clients_name_and_paged() {
    let studio = Studio::open().await;
    for _ in 0..25 {
        add_case(&studio.staff, &studio.client).await;
    }
    let first = studio.staff.get("/staff/cases?show=all").await.expect(200);
    let rows = |page: &Page| page.text().matches("<li class=\"case-row\">").count();
    assert_eq!(rows(&first), 24);
    let next = first
        .between("class=\"pager\"", "</nav>")
        .and_then(|nav| Some(nav.split("href=\"").nth(1)?.split('"').next()?.to_owned()))
        .unwrap()
        .replace("&amp;", "&");
    let second = studio.staff.get(&next).await.expect(200);
    assert_eq!(rows(&second), 2);
    let found = studio.staff.get("/staff/cases?show=all&name=DUBOIS").await;
    assert_eq!(rows(&found.expect(200)), 24);
    let none = studio.staff.get("/staff/cases?show=all&name=nobody").await;
    assert_eq!(rows(&none.expect(200)), 0);
    studio
        .staff
        .get("/staff/cases?show=other")
        .await
        .expect(404);
    studio
        .staff
        .get("/staff/cases?after=nonsense")
        .await
        .expect(404);
    studio
        .staff
        .get("/staff/clients?after=nonsense")
        .await
        .expect(404);
}

/// A consent that ends needs someone before it does.
#[tokio::test]
async fn a_consent_that_ends_soon_or_has_ended_is_said() {
    let studio = Studio::open().await;
    let (phone, _) = studio.published("website").await;
    drop(phone);
    studio
        .clinic
        .app
        .db
        .set_clock_offset(chrono::Duration::days(700));
    let staff = signed_in(&studio).await;
    let page = staff.get("/staff/cases?show=needs").await.expect(200);
    assert!(words(&page).starts_with("Published. The consent ends on "));
    studio
        .clinic
        .app
        .db
        .set_clock_offset(chrono::Duration::days(760));
    let staff = signed_in(&studio).await;
    let page = staff.get("/staff/cases?show=needs").await.expect(200);
    assert!(
        words(&page).starts_with("The consent ended on "),
        "{}",
        words(&page)
    );
}

/// Nobody is asked what they have answered: the answers of one client say nothing of another's case.
#[tokio::test]
async fn each_case_stands_for_itself() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "nowhere", "none", None).await;
    studio.clinic.drain().await;
    add_case(&studio.staff, &studio.client).await;
    let page = studio
        .staff
        .get("/staff/cases?show=needs")
        .await
        .expect(200);
    let text = page.text();
    assert!(
        text.contains("No photos yet") && text.contains("Signed until "),
        "{text}"
    );
}
