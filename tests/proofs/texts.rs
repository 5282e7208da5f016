//! Consent texts: never changed, put in force when whole, and recalled with all that rests on them.

use candor::db::Conn;
use diesel::RunQueryDsl;

use crate::support::studio::{CLIENT_MAIL, Studio};

pub const TAGS: [&str; 6] = [
    "purpose",
    "recipients",
    "retention",
    "revocation",
    "redisclosure",
    "conditioning",
];

/// The page of the text that clients are asked with.
pub async fn in_force(studio: &Studio) -> String {
    let list = studio.admin.get("/admin/texts").await.expect(200).text();
    let before = &list[..list.find("In force</span>").expect("a text in force")];
    let path = before.rsplit("<a href=\"").next().unwrap();
    path.split('"').next().unwrap().to_owned()
}

/// Recalls the text that clients are asked with.
pub async fn recall(studio: &Studio) {
    let text = in_force(studio).await;
    let page = studio.admin.get(&text).await.expect(200);
    let name = page.between("To be sure, type: ", "<").unwrap();
    let sure = [("typed", name.trim()), ("why", "Wrong clinic.")];
    let path = format!("{text}/recall");
    studio.admin.post(&path, &sure).await.expect(303);
}

/// Sends the draft with these parts, and puts it in force.
pub async fn publish(studio: &Studio, parts: &[(&str, &str)]) -> crate::support::browser::Page {
    studio.admin.post("/admin/texts", &[]).await.expect(303);
    let draft = "/admin/texts/draft";
    let revision = studio.admin.get(draft).await.expect(200).field("revision");
    let mut fields = vec![("revision", revision.as_str()), ("then", "publish")];
    fields.extend_from_slice(parts);
    studio.admin.post(draft, &fields).await
}

#[tokio::test]
async fn g05_a_text_is_not_put_in_force_while_a_part_is_missing() {
    let studio = Studio::open().await;
    let parts: Vec<(&str, &str)> = TAGS.map(|tag| (tag, "Some words.")).to_vec();
    for missing in TAGS {
        let some: Vec<_> = parts
            .iter()
            .copied()
            .filter(|(tag, _)| *tag != missing)
            .collect();
        let told = publish(&studio, &some).await.expect(422).text();
        let error = format!("id=\"{missing}-error\">Say ");
        assert!(told.contains(&error), "{missing}: {told}");
    }
    // What was written is kept meanwhile; somebody else's version is not written over.
    let stale = [("revision", "1"), ("purpose", "Mine.")];
    studio
        .admin
        .post("/admin/texts/draft", &stale)
        .await
        .expect(409);
    publish(&studio, &parts).await.expect(303);
    // Clients are asked with it from now on.
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    crate::support::studio::answer_all(&phone, "website", "none", None).await;
    studio.clinic.drain().await;
    let receipt = studio
        .staff
        .get(&format!("/staff/cases/{}/consent/receipt", studio.case))
        .await;
    assert!(receipt.expect(200).text().contains("Some words."));
    let latest = |conn: &mut Conn| candor::audit::latest(conn, "text.publish");
    assert!(studio.clinic.app.db.read(latest).await.unwrap().is_some());
}

#[tokio::test]
async fn g04_a_text_never_changes_and_a_recall_is_for_good() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let path = in_force(&studio).await;
    for change in [
        "UPDATE consent_texts SET body = 'You agree.'",
        "UPDATE consent_texts SET sha256 = 'x'",
        "UPDATE consent_texts SET version = 9",
    ] {
        let write = move |conn: &mut Conn| Ok(diesel::sql_query(change).execute(&mut **conn)?);
        assert!(studio.clinic.app.db.write(write).await.is_err(), "{change}");
    }
    let recall = [
        ("typed", "en general 1"),
        ("why", "It names the wrong clinic."),
    ];
    studio
        .admin
        .post(&format!("{path}/recall"), &recall)
        .await
        .expect(303);
    let undo = "UPDATE consent_texts SET recalled_at = NULL";
    let write = move |conn: &mut Conn| Ok(diesel::sql_query(undo).execute(&mut **conn)?);
    assert!(studio.clinic.app.db.write(write).await.is_err());
    // Twice is no second recall.
    studio
        .admin
        .post(&format!("{path}/recall"), &recall)
        .await
        .expect(409);
}

#[tokio::test]
async fn g04_a_recall_takes_down_what_rests_on_the_text_and_its_clients_are_asked_again() {
    let studio = Studio::open().await;
    let (_, story) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&story).await.expect(200).media();
    assert!(!media.is_empty());
    let path = in_force(&studio).await;
    let wrong = [("typed", "general 1"), ("why", "x")];
    studio
        .admin
        .post(&format!("{path}/recall"), &wrong)
        .await
        .expect(422);
    visitor.get(&story).await.expect(200);
    let recall = [
        ("typed", "EN general 1"),
        ("why", "It names the wrong clinic."),
    ];
    studio
        .admin
        .post(&format!("{path}/recall"), &recall)
        .await
        .expect(303);
    for one in media.iter().chain([&story]) {
        let status = visitor.get(one).await.status;
        assert!([404, 410].contains(&status), "{one}: {status}");
    }
    assert!(
        !visitor
            .get("/stories")
            .await
            .expect(200)
            .text()
            .contains(&story)
    );

    // There is no text to ask with until an admin puts one in force.
    let again = studio
        .staff
        .get("/staff/asked-again")
        .await
        .expect(200)
        .text();
    assert!(again.contains("Marc Dubois"), "{again}");
    studio
        .staff
        .post("/staff/asked-again", &[])
        .await
        .expect(409);
    let parts: Vec<(&str, &str)> = TAGS.map(|tag| (tag, "Better words.")).to_vec();
    publish(&studio, &parts).await.expect(303);
    studio
        .moderator
        .post("/staff/asked-again", &[])
        .await
        .expect(403);
    studio
        .staff
        .post("/staff/asked-again", &[])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let mail = studio.clinic.mail_to(CLIENT_MAIL);
    let link = mail.text.split("http://candor.test").nth(1).unwrap();
    let link = link.split_whitespace().next().unwrap().to_owned();
    let list = studio
        .staff
        .get("/staff/asked-again")
        .await
        .expect(200)
        .text();
    assert!(list.contains("Nobody waits to be asked again"), "{list}");
    let status = visitor.get(&story).await.status;
    assert!([404, 410].contains(&status), "{status}");
    let phone = studio.open_link(&link).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    visitor.get(&story).await.expect(200);
}

#[tokio::test]
async fn g04_who_is_being_asked_with_a_recalled_text_signs_nothing() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let link = studio.invite().await;
    let phone = studio.open_link(&link).await;
    let path = in_force(&studio).await;
    let recall = [
        ("typed", "en general 1"),
        ("why", "It names the wrong clinic."),
    ];
    studio
        .admin
        .post(&format!("{path}/recall"), &recall)
        .await
        .expect(303);
    studio.clinic.visitor().get(&link).await.expect(404);
    let page = phone.get("/c/ask/story").await;
    assert_ne!(page.status, 200, "{}", page.text());
    let again = studio
        .staff
        .get("/staff/asked-again")
        .await
        .expect(200)
        .text();
    assert!(again.contains("Marc Dubois"), "{again}");
}

/// Who took all back, before their text was recalled or after it, is not asked again.
#[tokio::test]
async fn g04_who_took_all_back_is_not_asked_again_with_a_better_text() {
    for recalled_first in [true, false] {
        let studio = Studio::open().await;
        let phone = studio.signed("website").await;
        let all = [("scope", "all")];
        if recalled_first {
            recall(&studio).await;
            phone.post("/c/withdrawal", &all).await.expect(303);
        } else {
            phone.post("/c/withdrawal", &all).await.expect(303);
            recall(&studio).await;
        }
        studio.clinic.drain().await;
        let again = studio.staff.get("/staff/asked-again").await.expect(200);
        assert!(!again.text().contains("Marc Dubois"), "{recalled_first}");
    }
}
