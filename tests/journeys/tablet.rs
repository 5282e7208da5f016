//! Wholly on the clinic's tablet, without a mail server: a witness, a receipt with a QR code.

use crate::support::app::Options;
use crate::support::studio::{PASSWORD, Studio, answer_all};

#[tokio::test]
async fn journey_on_one_tablet_without_mail() {
    let studio = Studio::open_with(Options {
        without_mail: true,
        ..Options::default()
    })
    .await;
    studio.pair().await;
    studio.write_story().await;
    // The staff's own browser is the tablet.
    let tablet = studio.staff.clone();
    let ask = format!("/staff/cases/{}/consent", studio.case);
    tablet.post(&ask, &[("method", "tablet")]).await.expect(303);

    // S57 (`proofs/tablet.rs` asks for all of them): from now on no page of staff, whichever way it is asked for.
    for path in [
        "/staff",
        "/staff/cases",
        &ask,
        "/moderation",
        "/admin/users",
    ] {
        assert_eq!(
            tablet.get(path).await.expect(303).location(),
            "/sign-in",
            "{path}"
        );
    }
    answer_all(&tablet, "website", "initials", None).await;

    let receipt = tablet.get("/c/receipt").await.expect(200);
    assert!(
        receipt.text().contains("<svg"),
        "the receipt shows a QR code"
    );
    let manage = receipt.between("<p class=\"link\">", "</p>").unwrap();
    tablet.post("/c/receipt", &[]).await.expect(303);

    // Someone of the staff signs in again, on another browser, and goes on.
    let staff = studio.clinic.visitor();
    let login = [("email", "staff@studio.example"), ("password", PASSWORD)];
    staff.post("/sign-in", &login).await.expect(303);
    staff
        .post(
            &format!("/staff/cases/{}/story/submission", studio.case),
            &[],
        )
        .await
        .expect(303);
    let queue = studio.moderator.get("/moderation").await.expect(200);
    let story = queue.between("/moderation/stories/", "\"").unwrap();
    studio.decide(&story, "approve", &[]).await.expect(303);
    let visitor = studio.clinic.visitor();
    let list = visitor.get("/stories").await.expect(200);
    let slug = list
        .between("href=\"/stories/", "\"")
        .expect("the story is public");

    // At home, with the link of the receipt alone: no code, no login, no reason.
    let phone = studio.clinic.visitor();
    let manage = manage
        .strip_prefix("http://candor.test")
        .unwrap()
        .to_owned();
    phone.post(&manage, &[]).await.expect(303);
    phone.get("/c/withdrawal?scope=all").await.expect(200);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    visitor.get(&format!("/stories/{slug}")).await.expect(410);
}
