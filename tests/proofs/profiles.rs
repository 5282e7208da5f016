//! What is checked where a clinic works: G09, G20, G21 and G23, each at a decision.

use candor::db::Conn;
use diesel::prelude::*;

use crate::support::studio::{Studio, answer_all, value};

async fn mode(studio: &Studio, mode: &str) {
    let fields = [("mode", mode)];
    let path = "/admin/profile/display";
    studio.admin.post(path, &fields).await.expect(303);
}

async fn choose(studio: &Studio, profile: &str) {
    let fields = [("profile", profile)];
    studio
        .admin
        .post("/admin/profile", &fields)
        .await
        .expect(303);
}

/// Saves the story with another title and text.
async fn rewrite(studio: &Studio, title: &str, narrative: &str) -> String {
    let path = format!("/staff/cases/{}/story", studio.case);
    let page = studio.staff.get(&path).await.expect(200);
    let (revision, slug) = (page.field("revision"), value(&page, "slug"));
    let fields = [
        ("revision", revision.as_str()),
        ("slug", &slug),
        ("title", title),
        ("narrative", narrative),
        ("authentic", "yes"),
        ("marks", "yes"),
    ];
    studio.staff.post(&path, &fields).await.expect(303);
    studio.staff.get(&path).await.expect(200).text()
}

fn failed(page: &str, gate: &str) -> bool {
    page.contains(&format!("<span class=\"hint\">{gate}</span> <strong>"))
}

/// A story with this text, signed by its client and handed over.
async fn handed_over(studio: &Studio, narrative: &str, words: Option<&str>) -> String {
    studio.pair().await;
    studio.write_story().await;
    rewrite(studio, "A crown that looks full again", narrative).await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "none", words).await;
    studio.clinic.drain().await;
    studio.submit().await
}

#[tokio::test]
async fn g23_words_that_promise_too_much_need_a_second_look_and_a_reason() {
    let studio = Studio::open().await;
    let story = handed_over(
        &studio,
        "A **painless** evening, and a permanent one.",
        None,
    )
    .await;
    // Whoever writes is told what could stand there instead.
    let path = format!("/staff/cases/{}/story", studio.case);
    let written = studio.staff.get(&path).await.text();
    assert!(
        written.contains("“painless”") && written.contains("Say what most people feel"),
        "{written}"
    );
    let reason = ("words_reason", "It was, for him; he says so in his words.");
    let tick = ("words_looked", "yes");
    for more in [vec![], vec![reason], vec![tick]] {
        let told = studio
            .decide(&story, "approve", &more)
            .await
            .expect(422)
            .text();
        assert!(told.contains("say why they may stand"), "{told}");
    }
    studio
        .decide(&story, "approve", &[reason, tick])
        .await
        .expect(303);
    let page = studio
        .moderator
        .get(&format!("/moderation/stories/{story}"))
        .await;
    assert!(
        page.text().contains(reason.1),
        "the reason stands with the decision"
    );
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    assert!(list.between("href=\"/stories/", "\"").is_some());
}

#[tokio::test]
async fn g23_nobody_lets_their_own_words_stand() {
    let studio = Studio::open().await;
    let studio = Studio {
        staff: studio.admin.clone(),
        moderator: studio.admin.clone(),
        ..studio
    };
    let story = handed_over(&studio, "A painless evening.", None).await;
    let answer = [("words_looked", "yes"), ("words_reason", "I know.")];
    let told = studio
        .decide(&story, "approve", &answer)
        .await
        .expect(409)
        .text();
    assert!(failed(&told, "G23"), "{told}");
    rewrite(
        &studio,
        "A crown that looks full again",
        "Most compare it to a scratch.",
    )
    .await;
    assert!(!failed(
        &studio
            .admin
            .get(&format!("/moderation/stories/{story}"))
            .await
            .text(),
        "G23"
    ));
}

#[tokio::test]
async fn g23_names_of_prescription_medicines_block_where_the_law_says_so() {
    let studio = Studio::open().await;
    let story = handed_over(&studio, "After Botox® the forehead was smooth.", None).await;
    let answer = [("words_looked", "yes"), ("words_reason", "It was so.")];
    choose(&studio, "uk").await;
    let told = studio
        .decide(&story, "approve", &answer)
        .await
        .expect(409)
        .text();
    assert!(failed(&told, "G23") && told.contains("“botox”"), "{told}");
    choose(&studio, "us").await;
    studio.decide(&story, "approve", &answer).await.expect(303);
}

#[tokio::test]
async fn g23_g20_praise_is_never_a_reason_to_keep_words_back() {
    let studio = Studio::open().await;
    let praise = "The best decision of my life. Flawless!";
    let story = handed_over(&studio, "Two sessions.", Some(praise)).await;
    studio.decide(&story, "approve", &[]).await.expect(303);
}

#[tokio::test]
async fn g20_what_visitors_are_told_of_the_selection_is_true() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let story = studio.submit().await;
    let reason = [("reason", "photo-unclear")];
    studio
        .decide(&story, "request_changes", &reason)
        .await
        .expect(303);
    mode(&studio, "all").await;
    // A reason of the list is about something else than what the client thinks; this one is none.
    studio
        .sql("UPDATE decisions SET reasons = '[\"unkind\"]'")
        .await;
    let story = studio.submit().await;
    let told = studio
        .decide(&story, "approve", &[])
        .await
        .expect(409)
        .text();
    assert!(failed(&told, "G20"), "{told}");
    mode(&studio, "selected").await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    let words = studio
        .clinic
        .visitor()
        .get("/testimonials")
        .await
        .expect(200)
        .text();
    assert!(
        words.contains("A selection:") && !words.contains("AggregateRating"),
        "{words}"
    );
    studio
        .sql("UPDATE decisions SET reasons = '[\"photo-unclear\"]' WHERE verdict <> 'approve'")
        .await;
    mode(&studio, "all").await;
    let words = studio
        .clinic
        .visitor()
        .get("/testimonials")
        .await
        .expect(200)
        .text();
    assert!(
        words.contains("All words that clients allow us to show"),
        "{words}"
    );
}

#[tokio::test]
async fn g09_nothing_is_given_for_a_consent_where_the_profile_allows_nothing() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    studio
        .sql("UPDATE testimonials SET incentive = 'discount'")
        .await;
    let story = studio.submit().await;
    choose(&studio, "eu").await;
    let told = studio
        .decide(&story, "approve", &[])
        .await
        .expect(409)
        .text();
    assert!(failed(&told, "G09"), "{told}");
    // Where it is allowed it is disclosed.
    choose(&studio, "us").await;
    studio.decide(&story, "approve", &[]).await.expect(303);
}

#[tokio::test]
async fn g21_a_yes_holds_no_longer_than_the_profile_allows() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let now = studio.clinic.app.db.read(|conn| conn.now()).await.unwrap();
    let far = (now + chrono::Months::new(40)).format("%Y-%m-%d %H:%M:%S");
    let far = format!("UPDATE consents SET expires_at = '{far}'");
    studio.sql(&far).await;
    let story = studio.submit().await;
    let page = format!("/moderation/stories/{story}");
    assert!(!failed(&studio.moderator.get(&page).await.text(), "G21"));
    choose(&studio, "uk").await;
    let told = studio
        .decide(&story, "approve", &[])
        .await
        .expect(409)
        .text();
    assert!(failed(&told, "G21") && !failed(&told, "G06"), "{told}");
}

#[tokio::test]
async fn g21_in_australia_words_about_registered_practitioners_are_left_out() {
    let studio = Studio::open().await;
    studio
        .sql("UPDATE practitioners SET registration = 'MED0001234567'")
        .await;
    choose(&studio, "au").await;
    let words = "I look in the mirror again.";
    let story = handed_over(&studio, "Two sessions.", Some(words)).await;
    let page = studio
        .moderator
        .get(&format!("/moderation/stories/{story}"))
        .await;
    assert!(page.text().contains("they are left out"));
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let visitor = studio.clinic.visitor();
    let slug = visitor
        .get("/stories")
        .await
        .between("href=\"/stories/", "\"")
        .unwrap();
    for path in [
        format!("/stories/{slug}"),
        "/testimonials".to_owned(),
        "/stories".to_owned(),
    ] {
        assert!(
            !visitor
                .get(&path)
                .await
                .expect(200)
                .text()
                .contains("mirror"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn g21_only_an_admin_chooses_and_each_choice_is_written_down() {
    let studio = Studio::open().await;
    let fields = [("profile", "uk")];
    studio
        .staff
        .post("/admin/profile", &fields)
        .await
        .expect(403);
    studio
        .admin
        .post("/admin/profile", &[("profile", "moon")])
        .await
        .expect(404);
    choose(&studio, "uk").await;
    let latest = |conn: &mut Conn| candor::audit::latest(conn, "clinic.profile");
    let latest = studio.clinic.app.db.read(latest).await.unwrap().unwrap();
    assert!(latest.contains("uk 1"), "{latest}");
    for id in ["general", "us", "eu", "uk", "au"] {
        let page = studio
            .admin
            .get(&format!("/admin/profile?id={id}"))
            .await
            .expect(200)
            .text();
        assert!(page.contains("None of this is legal advice") && page.contains("class=\"source\""));
    }
    assert_eq!(
        studio
            .clinic
            .app
            .db
            .read(|conn| {
                use candor::db::schema::profile_choices::dsl::*;
                Ok(profile_choices.count().get_result::<i64>(&mut **conn)?)
            })
            .await
            .unwrap(),
        1
    );
}
