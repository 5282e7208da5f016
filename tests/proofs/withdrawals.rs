//! What is withdrawn, expires or was not agreed to is not there.

use candor::db::PhotoId;
use candor::imaging::Level;
use candor::jobs;
use candor::photos::{self, MakeAvif};
use chrono::Duration;

use crate::support::studio::{Studio, answer_all, photo};

#[tokio::test]
async fn s01_s04_after_withdrawal_no_address_answers_whatever_it_is_asked_with() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website_and_search").await;
    let visitor = studio.clinic.visitor();
    let story = visitor.get(&address).await.expect(200);
    let mut tags = Vec::new();
    for path in story.media() {
        let tag = visitor
            .get(&path)
            .await
            .expect(200)
            .header("etag")
            .to_owned();
        visitor
            .get_with(&path, &[("if-none-match", &tag)])
            .await
            .expect(304);
        tags.push((path, tag));
    }
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    for round in 0..2 {
        for (path, tag) in &tags {
            for headers in [
                vec![],
                vec![("if-none-match", tag.as_str())],
                vec![("range", "bytes=0-99")],
                vec![("if-none-match", "*")],
            ] {
                let answer = visitor.get_with(path, &headers).await.expect(410);
                assert_eq!(answer.header("cache-control"), "no-store");
                assert!(!answer.body.starts_with(&[0xFF, 0xD8]));
            }
        }
        visitor.get(&address).await.expect(410);
        if round == 0 {
            studio.clinic.drain().await;
        }
    }
    // Withdrawing again is no error; a new story needs a new signature.
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    let page = studio
        .staff
        .get(&format!("/staff/cases/{}/consent", studio.case))
        .await
        .expect(200);
    assert!(page.text().contains("Withdrawn"));
}

#[tokio::test]
async fn s06_only_what_is_withdrawn_goes() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website_and_search").await;
    let visitor = studio.clinic.visitor();
    let robots = |page: &crate::support::browser::Page| page.header("x-robots-tag").to_owned();
    assert_eq!(
        robots(&visitor.get(&address).await.expect(200)),
        "noai, noimageai"
    );

    phone
        .post("/c/withdrawal", &[("scope", "channel:search")])
        .await
        .expect(303);
    let page = visitor.get(&address).await.expect(200);
    assert!(robots(&page).contains("noindex") && page.text().contains("noindex"));
    let picture = visitor.get(&page.media()[0]).await.expect(200);
    assert!(robots(&picture).contains("noindex"));

    let manage = phone.get("/c/manage").await.expect(200).text();
    let scope = |kind: &str| {
        let start = manage.find(&format!("scope={kind}:")).unwrap() + 6;
        manage[start..].split('"').next().unwrap().to_owned()
    };
    assert!(visitor.get(&address).await.text().contains("Marc"));
    phone
        .post("/c/withdrawal", &[("scope", &scope("name"))])
        .await
        .expect(303);
    assert!(
        !visitor
            .get(&address)
            .await
            .expect(200)
            .text()
            .contains("Marc")
    );

    phone
        .post("/c/withdrawal", &[("scope", &scope("words"))])
        .await
        .expect(303);
    assert!(
        !visitor
            .get(&address)
            .await
            .expect(200)
            .text()
            .contains("mirror")
    );

    phone
        .post("/c/withdrawal", &[("scope", &scope("facts"))])
        .await
        .expect(303);
    assert!(
        !visitor
            .get(&address)
            .await
            .expect(200)
            .text()
            .contains("Norwood")
    );

    // One picture of the only pair: nothing is left to compare.
    phone
        .post("/c/withdrawal", &[("scope", &scope("photo"))])
        .await
        .expect(303);
    visitor.get(&address).await.expect(410);
}

#[tokio::test]
async fn g06_a_yes_ends_by_itself() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    studio
        .clinic
        .app
        .db
        .set_clock_offset(Duration::days(25 * 31));
    visitor.get(&address).await.expect(410);
    for path in media {
        visitor.get(&path).await.expect(410);
    }
    assert!(
        !visitor
            .get("/stories")
            .await
            .expect(200)
            .text()
            .contains(&address)
    );
}

/// Whoever takes all back is not asked on: a link they had not answered yet is closed, and what waited for its receipt never
/// begins to live.
#[tokio::test]
async fn s06_taking_all_back_ends_what_was_only_asked_or_not_yet_received() {
    for signed in [false, true] {
        let studio = Studio::open().await;
        let (phone, address) = studio.published("website").await;
        let link = studio.invite().await;
        let again = studio.open_link(&link).await;
        if signed {
            studio.answer(&again, "website").await;
        } else {
            again.get("/c/ask/pictures").await.expect(200);
        }
        phone
            .post("/c/withdrawal", &[("scope", "all")])
            .await
            .expect(303);
        let visitor = studio.clinic.visitor();
        let closed = visitor.get(&link).await.expect(404).text();
        assert_eq!(closed.contains("took everything back"), !signed);
        assert_ne!(again.get("/c/ask/pictures").await.status, 200);
        studio.clinic.drain().await;
        visitor.get(&address).await.expect(410);
        let case = format!("/staff/cases/{}", studio.case);
        let page = studio.staff.get(&case).await.expect(200);
        assert!(page.text().contains("Withdrawn"), "{}", page.text());
    }
}

#[tokio::test]
async fn g12_what_the_client_did_not_allow_is_never_published() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    // Not asked yet: the gates are open, and approving is refused.
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(409);
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "nowhere", "none", None).await;
    studio.clinic.drain().await;
    let refused = studio.decide(&story, "approve", &[]).await.expect(409);
    assert!(refused.text().contains("G01"));
    assert!(
        !studio
            .clinic
            .visitor()
            .get("/stories")
            .await
            .text()
            .contains("class=\"card\"")
    );
}

#[tokio::test]
async fn g11_f16_without_its_receipt_a_consent_does_not_live() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    studio.answer(&phone, "website").await;
    // The job that mails the receipt has not run.
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(409);
    studio.clinic.drain().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
}

#[tokio::test]
async fn g26_an_approval_that_a_withdrawal_overtook_publishes_nothing() {
    let studio = Studio::open().await;
    let phone = studio.signed("website").await;
    let story = studio.submit().await;
    let path = format!("/moderation/stories/{story}");
    let page = studio.moderator.get(&path).await.expect(200);
    let (sources, epoch) = (page.field("sources_sha256"), page.field("epoch"));
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    let fields = [
        ("verdict", "approve"),
        ("sources_sha256", sources.as_str()),
        ("epoch", epoch.as_str()),
    ];
    studio.moderator.post(&path, &fields).await.expect(409);
    assert!(
        !studio
            .clinic
            .visitor()
            .get("/stories")
            .await
            .text()
            .contains("class=\"card\"")
    );
}

#[tokio::test]
async fn g08_g14_g17_what_staff_must_mend_is_named_and_holds_the_story_back() {
    let studio = Studio::open().await;
    let phone = studio.signed("website").await;
    drop(phone);
    let page = format!("/staff/cases/{}/story", studio.case);
    let form = studio.staff.get(&page).await.expect(200);
    let fields = [
        ("revision", &*form.field("revision")),
        ("slug", "dubois-before-after"),
        ("title", "T"),
        ("narrative", "Marc Dubois was here"),
        ("authentic", "yes"),
        ("marks", "yes"),
    ];
    studio.staff.post(&page, &fields).await.expect(303);
    let client = format!("/staff/clients/{}", studio.client);
    let young = [
        ("name", "Marc Dubois"),
        ("email", "marc.dubois@example.com"),
        ("birth_date", "2008-03-09"),
        ("revision", "1"),
    ];
    studio.staff.post(&client, &young).await.expect(303);
    let story = studio.submit().await;
    let shown = studio
        .moderator
        .get(&format!("/moderation/stories/{story}"))
        .await
        .expect(200)
        .text();
    for gate in ["G08", "G14"] {
        let place = shown.find(&format!("<span class=\"hint\">{gate}</span> <strong>"));
        assert!(place.is_some(), "{gate} is named as open");
    }
    studio.decide(&story, "approve", &[]).await.expect(409);
    studio
        .decide(&story, "request_changes", &[])
        .await
        .expect(422);
    studio
        .decide(&story, "request_changes", &[("reason", "names-someone")])
        .await
        .expect(303);
    assert!(
        studio
            .staff
            .get(&page)
            .await
            .text()
            .contains("Changes asked for")
    );
}

#[tokio::test]
async fn g24_nobody_approves_their_own_story_alone() {
    let studio = Studio::open().await;
    // The owner writes the story and would like to approve it: there are four accounts.
    crate::support::studio::member(&studio.clinic, &studio.admin, "Fourth Person", "admin").await;
    let studio = Studio {
        staff: studio.admin.clone(),
        moderator: studio.admin.clone(),
        ..studio
    };
    studio.signed("website").await;
    let story = studio.submit().await;
    let refused = studio.decide(&story, "approve", &[]).await.expect(409);
    assert!(
        refused
            .text()
            .contains("<span class=\"hint\">G24</span> <strong>")
    );
}

#[tokio::test]
async fn g24_in_a_studio_of_three_the_clients_own_approval_counts() {
    let studio = Studio::open().await;
    let studio = Studio {
        staff: studio.admin.clone(),
        moderator: studio.admin.clone(),
        ..studio
    };
    studio.signed("website").await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
}

#[tokio::test]
async fn f15_a_form_sent_twice_counts_once() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    studio.answer(&phone, "website").await;
    let story = studio.submit().await;
    studio.submit().await;
    studio.clinic.drain().await;
    // The signature, again: it binds nothing and shows where one is.
    let again = phone
        .post(
            "/c/ask/story",
            &[
                ("signer_name", "Marc Dubois"),
                ("agree", "yes"),
                ("shown_sha256", "x"),
                ("revision", "1"),
            ],
        )
        .await;
    assert!([303, 409].contains(&again.status), "{}", again.status);
    let seen = studio.look_at(&story).await;
    let (one, two) = tokio::join!(
        studio.decide_on(&story, &seen, "approve", &[]),
        studio.decide_on(&story, &seen, "approve", &[])
    );
    let mut codes = [one.status, two.status];
    codes.sort_unstable();
    assert_eq!(codes, [303, 409]);
    let list = studio.clinic.visitor().get("/stories").await.text();
    assert_eq!(list.matches("class=\"card\"").count(), 1);
}

#[tokio::test]
async fn s19_a_stale_signing_form_binds_nothing() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    // On to the last page, then staff change a photo.
    for (step, field, answer) in [
        ("pictures", "answer", "all"),
        ("level", "level", "area_only"),
        ("place", "place", "website"),
        ("name", "name", "none"),
        ("words", "answer", "no"),
    ] {
        let path = format!("/c/ask/{step}");
        let revision = phone.get(&path).await.expect(200).field("revision");
        phone
            .post(&path, &[("revision", &revision), (field, answer)])
            .await
            .expect(303);
    }
    let page = phone.get("/c/ask/story").await.expect(200);
    let (revision, shown) = (page.field("revision"), page.field("shown_sha256"));
    let crop = [
        ("crop_x", "10"),
        ("crop_y", "10"),
        ("crop_width", "50"),
        ("crop_height", "50"),
        ("faceless", "yes"),
    ];
    studio.describe(&before, &crop).await;
    let fields = [
        ("revision", revision.as_str()),
        ("shown_sha256", &shown),
        ("signer_name", "Marc Dubois"),
        ("agree", "yes"),
    ];
    phone.post("/c/ask/story", &fields).await.expect(409);
    let state = studio
        .staff
        .get(&format!("/staff/cases/{}/consent", studio.case))
        .await
        .text();
    assert!(state.contains("Nothing is signed yet"));
    studio.clinic.drain().await;
}

/// As if the AVIF of these photos were still to be made; other photos' too.
async fn avif_waits(studio: &Studio, ids: &[&String]) {
    for id in ids {
        let id = PhotoId::parse(id).unwrap();
        let again = move |conn: &mut candor::db::Conn| {
            let photo = photos::photo(conn, &id)?;
            let job = MakeAvif {
                photo: id,
                edits: photo.edits_sha256,
                level: i32::from(Level::AreaOnly),
            };
            jobs::enqueue(conn, &job)
        };
        studio.clinic.app.db.write(again).await.unwrap();
    }
}

/// The photos whose AVIF is still to be made.
async fn waiting(studio: &Studio) -> Vec<String> {
    let open = studio.clinic.app.db.read(jobs::open::<MakeAvif>).await;
    let about = |job: MakeAvif| job.photo.to_string();
    open.unwrap().into_iter().map(about).collect()
}

#[tokio::test]
async fn what_was_taken_back_is_not_developed_any_further() {
    let studio = Studio::open().await;
    let (before, after) = studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    let unasked = studio.upload("session", "2026-03-01", photo(77)).await;
    studio.clinic.drain().await;
    avif_waits(&studio, &[&before, &after, &unasked]).await;

    // One of them, then everything: what nobody was asked about yet goes on.
    let one = format!("photo:{after}");
    phone
        .post("/c/withdrawal", &[("scope", &one)])
        .await
        .expect(303);
    assert_eq!(waiting(&studio).await, [before.clone(), unasked.clone()]);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    assert_eq!(waiting(&studio).await, std::slice::from_ref(&unasked));
    studio.clinic.drain().await;
    // Staff who note a withdrawal are no other door.
    avif_waits(&studio, &[&before, &unasked]).await;
    let path = format!("/staff/cases/{}/consent/withdrawal", studio.case);
    studio.staff.post(&path, &[]).await.expect(303);
    assert_eq!(waiting(&studio).await, [unasked]);
    studio.clinic.drain().await;
}
