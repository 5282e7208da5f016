//! G07: who signs is the client, or somebody who may for them by a document that the clinic has seen; never somebody of the clinic.

use candor::consents;
use candor::db::Conn;
use candor::db::schema::consents as rows;
use chrono::{Duration, Months};
use diesel::prelude::*;
use serde_json::Value;

use crate::support::browser::{Browser, Page};
use crate::support::studio::{CLIENT_MAIL, PASSWORD, Studio, answer_all};

const GERDA: &str = "gerda@example.com";

fn room(studio: &Studio) -> String {
    format!("/staff/clients/{}/representative", studio.client)
}

fn words<'a>(role: &'a str, email: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("role", role),
        ("name", "Gerda Keller"),
        ("email", email),
        ("document", "Court order of 3 May 2026"),
        ("seen", "yes"),
    ]
}

async fn represented(studio: &Studio, role: &str) {
    let sent = studio.staff.post(&room(studio), &words(role, GERDA)).await;
    sent.expect(303);
}

/// Opens a private link and proves with the code that was mailed to this address who it is.
async fn open(studio: &Studio, link: &str, email: &str) -> Browser {
    let phone = studio.clinic.visitor();
    phone.post(link, &[]).await.expect(303);
    phone.post("/c/code/new", &[]).await.expect(303);
    studio.clinic.drain().await;
    let mail = studio.clinic.mail_to(email);
    let digits = mail.text.chars().filter(char::is_ascii_digit);
    let code: String = digits.take(6).collect();
    phone.post("/c/code", &[("code", &code)]).await.expect(303);
    phone
}

/// The link in the last mail to this address.
fn link_mailed(studio: &Studio, email: &str) -> String {
    let text = studio.clinic.mail_to(email).text;
    let start = text.find("/c/").unwrap();
    let token = |c: char| c.is_ascii_hexdigit() || c == '.';
    let path: String = text[start + 3..]
        .chars()
        .take_while(|c| token(*c))
        .collect();
    format!("/c/{path}")
}

type Signed = (String, Option<String>, Option<String>, Option<String>);

/// State, role, evidence and who, of the newest consent.
async fn signed(studio: &Studio) -> Signed {
    let read = |conn: &mut Conn| {
        Ok(rows::table
            .order(rows::asked_at.desc())
            .select((
                rows::state,
                rows::signer_role,
                rows::evidence,
                rows::representative_id,
            ))
            .first(&mut **conn)?)
    };
    studio.clinic.app.db.read(read).await.unwrap()
}

async fn decision(studio: &Studio, story: &str) -> Page {
    studio.decide(story, "approve", &[]).await
}

#[tokio::test]
async fn g07_a_guardian_signs_and_the_evidence_says_by_what_authority() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    represented(&studio, "guardian").await;
    let page = studio.staff.get(&room(&studio)).await.expect(200).text();
    assert!(page.contains("Gerda Keller") && page.contains("Court order of 3 May 2026"));

    let phone = open(&studio, &studio.invite().await, GERDA).await;
    let first = phone.get("/c/ask").await.expect(303).location();
    let asked = phone.get(&first).await.expect(200).text();
    assert!(asked.contains("You answer for Marc Dubois, as their guardian."));
    answer_all(&phone, "website", "none", None).await;
    studio.clinic.drain().await;

    let (state, role, evidence, who) = signed(&studio).await;
    assert_eq!(
        (state.as_str(), role.as_deref()),
        ("active", Some("guardian"))
    );
    let told: Value = serde_json::from_str(&evidence.unwrap()).unwrap();
    let authority = &told["signer"]["authority"];
    assert_eq!(told["signer"]["role"], "guardian");
    assert_eq!(authority["document"], "Court order of 3 May 2026");
    assert_eq!(authority["representative"], who.unwrap().as_str());
    assert!(authority["seen_by"].is_string() && authority["seen_at"].is_string());
    // The receipt went to who signed, and says for whom.
    assert!(studio.clinic.mail_to(GERDA).text.contains("/c/"));
    let receipt = phone.get("/c/receipt").await.expect(200).text();
    assert!(
        receipt.contains("Signed for Marc Dubois, as their guardian."),
        "{receipt}"
    );

    let story = studio.submit().await;
    decision(&studio, &story).await.expect(303);
    studio.clinic.drain().await;
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    // Who signed takes it back.
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio
        .clinic
        .visitor()
        .get(&format!("/stories/{slug}"))
        .await
        .expect(410);
}

#[tokio::test]
async fn g07_nobody_of_the_clinic_signs_for_a_client() {
    let studio = Studio::open().await;
    let path = room(&studio);
    let staff = studio
        .staff
        .post(&path, &words("guardian", "Staff@studio.example"))
        .await;
    assert!(staff.expect(422).text().contains("somebody who works here"));
    for (field, odd) in [
        ("role", "friend"),
        ("name", ""),
        ("document", ""),
        ("seen", ""),
        ("until", "2020-01-01"),
        ("email", "nobody"),
    ] {
        let mut fields = words("guardian", GERDA);
        fields.retain(|(name, _)| *name != field);
        fields.push((field, odd));
        studio.staff.post(&path, &fields).await.expect(422);
    }
    studio
        .moderator
        .post(&path, &words("guardian", GERDA))
        .await
        .expect(403);
    studio.pair().await;
    studio.write_story().await;
    represented(&studio, "attorney").await;
    let phone = open(&studio, &studio.invite().await, GERDA).await;
    answer_all(&phone, "website", "none", None).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    // They begin to work here: the gate opens.
    let fields = [
        ("name", "Gerda Keller"),
        ("email", GERDA),
        ("role", "staff"),
    ];
    studio.admin.post("/admin/users", &fields).await.expect(200);
    let refused = decision(&studio, &story).await.expect(409).text();
    assert!(refused.contains("G07"), "{refused}");
}

#[tokio::test]
async fn g07_s08_who_may_no_longer_decide_has_no_open_page() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let link = studio.invite().await;
    let phone = studio.open_link(&link).await;
    phone.get("/c/ask").await.expect(303);
    represented(&studio, "guardian").await;
    // The question to the client is over, on their phone, too.
    assert_eq!(phone.get("/c/ask").await.status, 401);
    studio.clinic.visitor().post(&link, &[]).await.expect(404);
    let phone = open(&studio, &studio.invite().await, GERDA).await;
    answer_all(&phone, "website", "none", None).await;
    studio.clinic.drain().await;
    let (_, role, _, _) = signed(&studio).await;
    assert_eq!(role.as_deref(), Some("guardian"));
    // And the other way round.
    let end = format!("{}/delete", room(&studio));
    studio.staff.post(&end, &[]).await.expect(303);
    studio.staff.post(&end, &[]).await.expect(409);
    assert_eq!(phone.get("/c/manage").await.status, 401);
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "none", None).await;
    studio.clinic.drain().await;
    let (state, role, _, who) = signed(&studio).await;
    assert_eq!(
        (state.as_str(), role.as_deref()),
        ("active", Some("subject"))
    );
    assert_eq!(who, None);
}

#[tokio::test]
async fn g07_an_authority_that_is_over_signs_nothing_more() {
    let studio = Studio::open().await;
    let now = studio.clinic.app.db.read(|conn| conn.now()).await.unwrap();
    let last = (now.date() + Duration::days(10)).to_string();
    let mut fields = words("attorney", GERDA);
    fields.push(("until", &last));
    studio.staff.post(&room(&studio), &fields).await.expect(303);
    studio.pair().await;
    studio.write_story().await;
    let address = |studio: &Studio| {
        let client = candor::db::ClientId::parse(&studio.client).unwrap();
        let db = studio.clinic.app.db.clone();
        async move {
            db.read(move |conn| candor::clients::address(conn, &client))
                .await
                .unwrap()
        }
    };
    assert_eq!(address(&studio).await.as_deref(), Some(GERDA));
    studio.clinic.app.db.set_clock_offset(Duration::days(12));
    assert_eq!(address(&studio).await.as_deref(), Some(CLIENT_MAIL));
}

#[tokio::test]
async fn i2_an_executor_takes_back_what_the_client_had_allowed() {
    let studio = Studio::open().await;
    let (_, story) = studio.published("website").await;
    represented(&studio, "executor").await;
    let send = format!("{}/link", room(&studio));
    studio.staff.post(&send, &[]).await.expect(303);
    studio.clinic.drain().await;
    let link = link_mailed(&studio, GERDA);
    // Not a second time at once: a mailbox is no target.
    let before = studio.clinic.app.mailer.sent().len();
    studio.staff.post(&send, &[]).await.expect(303);
    studio.clinic.drain().await;
    assert_eq!(studio.clinic.app.mailer.sent().len(), before);

    let visitor = studio.clinic.visitor();
    visitor.get(&story).await.expect(200);
    // The link is enough to make things more private.
    let phone = studio.clinic.visitor();
    phone.post(&link, &[]).await.expect(303);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    visitor.get(&story).await.expect(410);
}

#[tokio::test]
async fn g07_g08_who_turns_18_signs_themselves_or_nothing_stands() {
    let studio = Studio::open().await;
    let now = studio.clinic.app.db.read(|conn| conn.now()).await.unwrap();
    let birthday = (now.date() + Duration::days(20)) - Months::new(18 * 12);
    let path = format!("/staff/clients/{}", studio.client);
    let edit = studio.staff.get(&format!("{path}/edit")).await.expect(200);
    let born = birthday.to_string();
    let fields = [
        ("revision", &*edit.field("revision")),
        ("name", "Marc Dubois"),
        ("email", CLIENT_MAIL),
        ("birth_date", &born),
    ];
    studio.staff.post(&path, &fields).await.expect(303);
    studio.pair().await;
    studio.write_story().await;
    represented(&studio, "guardian").await;
    let phone = open(&studio, &studio.invite().await, GERDA).await;
    answer_all(&phone, "website", "none", None).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    // Under 18 nobody's signature helps.
    let refused = decision(&studio, &story).await.expect(409).text();
    assert!(refused.contains("G08"), "{refused}");

    let db = &studio.clinic.app.db;
    assert_eq!(db.write(consents::suspend_of_age).await.unwrap(), 0);
    db.set_clock_offset(Duration::days(21));
    assert_eq!(db.write(consents::suspend_of_age).await.unwrap(), 1);
    assert_eq!(db.write(consents::suspend_of_age).await.unwrap(), 0);
    assert_eq!(signed(&studio).await.0, "suspended");
    // Nobody but the client ends that: no admin, with whatever reason.
    let fields = [("email", "ada@studio.example"), ("password", PASSWORD)];
    studio.admin.post("/sign-in", &fields).await.expect(303);
    let lift = format!("/admin/disputes/{}/delete", studio.case);
    studio
        .admin
        .post(&lift, &[("why", "they said yes")])
        .await
        .expect(409);
    studio.clinic.drain().await;
}
