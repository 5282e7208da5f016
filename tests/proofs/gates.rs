//! The publish gates one by one: each opens by itself, is named, and holds the story back until what it asks for is there.

use candor::accounts::{self, Actor, SignedIn};
use candor::db::StoryId;
use candor::moderation::{self, Gate};
use diesel::prelude::*;

use crate::support::studio::{PASSWORD, Studio, answer_in, value};

/// A story that could be approved, showing the scalp only.
pub(super) async fn ready() -> (Studio, StoryId, Actor) {
    let studio = Studio::open().await;
    let other = [("name", "Nina Other"), ("email", "nina@example.com")];
    studio
        .staff
        .post("/staff/clients", &other)
        .await
        .expect(303);
    studio.signed("website").await;
    handed_over(studio).await
}

/// What staff prepared in this studio before a moderator.
pub(super) async fn handed_over(studio: Studio) -> (Studio, StoryId, Actor) {
    let story = StoryId::parse(&studio.submit().await).unwrap();
    let app = &studio.clinic.app;
    let here = std::net::IpAddr::from([127, 0, 0, 1]);
    let (email, password) = ("moderator@studio.example", PASSWORD.to_owned());
    let step = accounts::sign_in(app, email, password, here).await.unwrap();
    let SignedIn::Session(token) = step else {
        panic!("a second factor")
    };
    let (moderator, _) = accounts::person_of_session(app, &token).await.unwrap();
    (studio, story, moderator)
}

/// Which gates are open after these statements, of which nothing stays.
pub(super) async fn open_after(
    ready: &(Studio, StoryId, Actor),
    statements: &[&str],
) -> Vec<String> {
    let open = open_gates_after(ready, statements).await;
    open.into_iter().map(|gate| gate.id).collect()
}

/// [`open_after`], with all that is said of them.
pub(super) async fn open_gates_after(
    (studio, story, moderator): &(Studio, StoryId, Actor),
    statements: &[&str],
) -> Vec<Gate> {
    let statements: Vec<String> = statements.iter().map(|one| (*one).to_owned()).collect();
    let config = studio.clinic.config();
    let (story, moderator) = (story.clone(), moderator.clone());
    studio
        .imagine(move |conn| {
            for statement in statements {
                let changed = diesel::sql_query(&statement).execute(&mut **conn).unwrap();
                assert!(changed > 0, "{statement}");
            }
            let review = moderation::review(conn, &config, &moderator, &story).unwrap();
            assert_eq!(review.gates.len(), 24);
            let mut gates = review.gates;
            gates.retain(|gate| !gate.passed);
            gates
        })
        .await
}

/// The client signed for themselves, and what they signed is what the seal is on.
#[tokio::test]
async fn g07_nobody_signs_for_another_and_what_was_signed_is_whole() {
    let ready = ready().await;
    for change in [
        "signer_role = 'representative'",
        "signer_role = 'staff'",
        "signer_role = NULL",
        "document = document || ' '",
        "document_sha256 = 'another'",
        "evidence = replace(evidence, 'Marc', 'Nina')",
        "signature = 'another'",
    ] {
        let change = format!("UPDATE consents SET {change}");
        assert_eq!(open_after(&ready, &[&change]).await, ["G07"], "{change}");
    }
    let (studio, story, _) = ready;
    studio
        .sql("UPDATE consents SET signer_role = 'representative'")
        .await;
    studio
        .decide(story.as_str(), "approve", &[])
        .await
        .expect(409);
}

#[tokio::test]
async fn g03_a_pair_is_of_one_client_one_case_and_one_angle() {
    let (studio, story, _) = ready().await;
    let photos = format!("/staff/cases/{}/photos", studio.case);
    let page = studio.staff.get(&photos).await.expect(200).text();
    let ids: std::collections::BTreeSet<_> = page
        .split("/staff/photos/")
        .skip(1)
        .map(|part| part[..36].to_owned())
        .collect();
    // From above and from the front is no comparison, in a pair that was put together before, or now.
    studio
        .sql("UPDATE photos SET angle = 'top' WHERE stage = 'healed'")
        .await;
    assert_eq!(studio.open_gates(story.as_str()).await, ["G03"]);
    studio
        .decide(story.as_str(), "approve", &[])
        .await
        .expect(409);
    studio.sql("DELETE FROM pairs").await;
    let ids: Vec<_> = ids.iter().collect();
    let path = format!("/staff/cases/{}/pairs", studio.case);
    for (one, other) in [(0, 1), (1, 0)] {
        let fields = [("before_id", ids[one].as_str()), ("after_id", ids[other])];
        studio.staff.post(&path, &fields).await.expect(422);
    }
}

/// What staff say and write down: without it the story waits, and says for what.
#[tokio::test]
async fn g15_g16_g22_what_staff_have_to_say_is_asked_for_until_it_is_said() {
    let (studio, story, _) = ready().await;
    let (story, path) = (
        story.as_str(),
        format!("/staff/cases/{}/story", studio.case),
    );
    for (left_out, gate) in [("authentic", "G15"), ("marks", "G16")] {
        for said in [false, true] {
            let page = studio.staff.get(&path).await.expect(200);
            let (revision, slug) = (page.field("revision"), value(&page, "slug"));
            let mut fields = vec![
                ("revision", revision.as_str()),
                ("slug", &slug),
                ("title", "A crown that looks full again"),
                ("narrative", "Two sessions, **no** scalpel."),
            ];
            let ticks = ["authentic", "marks"].into_iter();
            fields.extend(
                ticks
                    .filter(|one| said || *one != left_out)
                    .map(|one| (one, "yes")),
            );
            studio.staff.post(&path, &fields).await.expect(303);
            // What was changed waits again when it is handed over.
            studio.submit().await;
            let open = studio.open_gates(story).await;
            match said {
                true => assert_eq!(open, [""; 0]),
                false => {
                    assert_eq!(open, [gate]);
                    studio.decide(story, "approve", &[]).await.expect(409);
                }
            }
        }
    }
    studio
        .sql("UPDATE treatments SET typical_result = ''")
        .await;
    assert_eq!(studio.open_gates(story).await, ["G22"]);
    studio.decide(story, "approve", &[]).await.expect(409);
    studio
        .sql("UPDATE treatments SET typical_result = 'Most come twice.'")
        .await;
    studio.decide(story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    // The typical result stands beside the pair.
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    let page = studio
        .clinic
        .visitor()
        .get(&format!("/stories/{slug}"))
        .await;
    assert!(page.expect(200).text().contains("Most come twice."));
}

/// Words for which something was given are told as such; where it hung on what was said they are not shown at all.
#[tokio::test]
async fn g19_what_was_given_for_words_is_told_and_praise_that_was_paid_for_is_not_shown() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_in(
        &phone,
        "area_only",
        "website",
        &[],
        "none",
        Some("Kind people."),
    )
    .await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio
        .sql("UPDATE testimonials SET incentive_tied = (1 = 1)")
        .await;
    let open = studio.open_gates(&story).await;
    assert!(open.contains(&"G19".to_owned()), "{open:?}");
    studio.decide(&story, "approve", &[]).await.expect(409);
    studio
        .sql("UPDATE testimonials SET incentive_tied = (1 = 0), incentive = 'gift'")
        .await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    let page = studio
        .clinic
        .visitor()
        .get(&format!("/stories/{slug}"))
        .await;
    let text = page.expect(200).text();
    assert!(
        text.contains("Kind people.") && text.contains("gift"),
        "{text}"
    );
}

/// An approval is of what was seen: whatever changes meanwhile asks for another look.
#[tokio::test]
async fn g25_an_approval_is_of_what_was_seen_and_of_nothing_else() {
    let (studio, story, _) = ready().await;
    let story = story.as_str();
    for change in [
        "UPDATE stories SET title = 'Another title'",
        "UPDATE stories SET narrative = 'Another text.'",
        "UPDATE photos SET alt = 'Another sentence' WHERE stage = 'healed'",
        "UPDATE photos SET taken_on = '2026-06-19' WHERE stage = 'healed'",
        "UPDATE case_sessions SET held_on = '2026-02-02'",
        "UPDATE cases SET norwood = '5'",
        "UPDATE clients SET epoch = epoch + 1 WHERE name = 'Marc Dubois'",
        "UPDATE stories SET revision = revision + 1",
    ] {
        let seen = studio.look_at(story).await;
        studio.sql(change).await;
        let decided = studio.decide_on(story, &seen, "approve", &[]).await;
        assert_eq!(decided.status, 409, "{change}");
        assert!(studio.open_gates(story).await.is_empty(), "{change}");
    }
    let (sources, epoch) = studio.look_at(story).await;
    for forged in [("", ""), (sources.as_str(), "0"), ("x", epoch.as_str())] {
        let seen = (forged.0.to_owned(), forged.1.to_owned());
        let decided = studio.decide_on(story, &seen, "approve", &[]).await;
        assert!([409, 422].contains(&decided.status), "{}", decided.status);
    }
    assert!(
        !studio
            .clinic
            .visitor()
            .get("/stories")
            .await
            .text()
            .contains("class=\"card\"")
    );
    studio.decide(story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
}
