//! The end of a yes: told before, once each; gone on with by a new signature and by nothing else.

use candor::consents::Ending;
use candor::db::schema::consents;
use candor::db::{ClientId, ConsentId};
use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use crate::support::browser::{Browser, Page};
use crate::support::studio::{CLIENT_MAIL, PASSWORD, Studio};

/// Lets the studio live so many days before the end of the consent in force, less an hour.
async fn days_before_the_end(studio: &Studio, days: i64) {
    let db = &studio.clinic.app.db;
    let end: Option<NaiveDateTime> = db
        .read(|conn| {
            Ok(consents::table
                .filter(consents::state.eq("active"))
                .select(consents::expires_at)
                .first(&mut **conn)?)
        })
        .await
        .unwrap();
    let lead = end.unwrap() - chrono::Utc::now().naive_utc();
    db.set_clock_offset(lead - Duration::days(days) + Duration::hours(1));
}

/// Looks once whom to remind; says how many, when the mails are out.
async fn remind(studio: &Studio) -> usize {
    let count = candor::signing::remind(&studio.clinic.app).await.unwrap();
    studio.clinic.drain().await;
    count
}

fn mails(studio: &Studio) -> usize {
    let sent = studio.clinic.app.mailer.sent();
    let told = sent.iter().filter(|mail| mail.to == CLIENT_MAIL);
    told.filter(|mail| mail.subject == REMINDER).count()
}

async fn ending(studio: &Studio) -> Vec<Ending> {
    let client = ClientId::parse(&studio.client).unwrap();
    let db = &studio.clinic.app.db;
    db.read(move |conn| candor::consents::ending(conn, Some(&client)))
        .await
        .unwrap()
}

const REMINDER: &str = "A reminder for you";

/// The link of the last mail with this subject, opened and confirmed.
async fn from_mail(studio: &Studio, subject: &str) -> Browser {
    let sent = studio.clinic.app.mailer.sent();
    let mail = sent.iter().rev().find(|mail| mail.subject == subject);
    let text = &mail.expect(subject).text;
    let link = &text[text.find("/c/").expect("a link")..];
    let link = link.split_whitespace().next().unwrap();
    studio.open_link(link).await
}

async fn go_on(studio: &Studio, phone: &Browser) -> Page {
    let fields = [("case", studio.case.as_str()), ("answer", "go_on")];
    phone.post("/c/renewals", &fields).await.expect(303)
}

async fn sign(phone: &Browser, facts: &[(&str, &str)]) {
    let page = phone.get("/c/ask/story").await.expect(200);
    let (revision, shown) = (page.field("revision"), page.field("shown_sha256"));
    let mut fields = vec![
        ("revision", revision.as_str()),
        ("shown_sha256", shown.as_str()),
        ("signer_name", "Marc Dubois"),
        ("agree", "yes"),
        ("facts_asked", "yes"),
    ];
    fields.extend_from_slice(facts);
    phone.post("/c/ask/story", &fields).await.expect(303);
}

#[tokio::test]
async fn g06_a_client_is_reminded_60_and_14_days_before_the_end_once_each() {
    let studio = Studio::open().await;
    studio.published("website").await;
    for (days, told) in [(61, 0), (60, 1), (59, 1), (15, 1), (14, 2), (3, 2), (-1, 2)] {
        days_before_the_end(&studio, days).await;
        remind(&studio).await;
        assert_eq!(mails(&studio), told, "{days} days before");
        // Another look, another instance, a restart: what was sent is in the database.
        assert_eq!(remind(&studio).await, 0, "{days} days before");
    }
    let mail = studio.clinic.mail_to(CLIENT_MAIL);
    assert!(mail.text.contains("/c/") && mail.text.contains("North Light Studio"));
    assert!(!mail.subject.contains("photo") && !mail.text.contains("Marc"));
}

#[tokio::test]
async fn a_server_that_was_away_sends_one_reminder_not_two() {
    let studio = Studio::open().await;
    studio.published("website").await;
    days_before_the_end(&studio, 5).await;
    assert_eq!(
        (remind(&studio).await, remind(&studio).await, mails(&studio)),
        (1, 0, 1)
    );
}

#[tokio::test]
async fn who_took_it_back_paused_it_or_lets_it_end_is_not_reminded() {
    let studio = Studio::open().await;
    studio.published("website").await;
    days_before_the_end(&studio, 50).await;
    assert_eq!(remind(&studio).await, 1);
    let all = [("scope", "all")];
    days_before_the_end(&studio, 13).await;
    let phone = from_mail(&studio, REMINDER).await;
    phone.post("/c/pause", &all).await.expect(303);
    assert_eq!(remind(&studio).await, 0, "paused");
    phone.post("/c/pause/delete", &all).await.expect(303);

    let foreign = [
        ("case", "01a00000-0000-7000-8000-000000000000"),
        ("answer", "let_end"),
    ];
    phone.post("/c/renewals", &foreign).await.expect(404);
    let odd = [("case", studio.case.as_str()), ("answer", "perhaps")];
    phone.post("/c/renewals", &odd).await.expect(422);
    let let_end = [("case", studio.case.as_str()), ("answer", "let_end")];
    phone.post("/c/renewals", &let_end).await.expect(303);
    assert_eq!(remind(&studio).await, 0, "it may end");
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("You said that it may end"), "{manage}");
    assert!(ending(&studio).await[0].let_end_at.is_some());

    phone.post("/c/withdrawal", &all).await.expect(303);
    studio.clinic.drain().await;
    assert_eq!(remind(&studio).await, 0, "withdrawn");
    assert!(ending(&studio).await.is_empty());
    phone.post("/c/renewals", &let_end).await.expect(404);
    assert_eq!(mails(&studio), 1);
}

#[tokio::test]
async fn g06_going_on_is_one_look_and_a_new_signature() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website_and_search").await;
    let visitor = studio.clinic.visitor();
    let before = visitor.get(&address).await.expect(200);
    assert!(before.text().contains("Norwood"), "{}", before.text());
    days_before_the_end(&studio, 30).await;
    assert_eq!(remind(&studio).await, 1);
    let phone = from_mail(&studio, REMINDER).await;
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("Should it go on?"), "{manage}");
    go_on(&studio, &phone).await;
    let next = phone.get("/c/ask").await.expect(303).location();
    assert!(next.ends_with("/story"), "{next}");
    let page = phone.get(&next).await.expect(200).text();
    for part in [
        "Should this go on?",
        "mirror",
        "Marc",
        "You allowed this last time.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains(" checked"), "{page}");

    // Asking alone makes nothing last.
    let consent = ending(&studio).await[0].consent.clone();
    assert!(ending(&studio).await[0].asked_at.is_some());
    sign(&phone, &[("fact", "norwood")]).await;
    visitor.get(&address).await.expect(200);
    studio.clinic.drain().await;
    let after = visitor.get(&address).await.expect(200);
    assert_eq!(after.media(), before.media());
    assert!(after.text().contains("mirror") && after.text().contains("Norwood"));
    assert!(ending(&studio).await.is_empty());

    // Past the first end it is there, past the second it is not.
    days_before_the_end(&studio, 400).await;
    visitor.get(&address).await.expect(200);
    days_before_the_end(&studio, -1).await;
    visitor.get(&address).await.expect(410);
    let renews: Vec<(ConsentId, String)> = studio
        .clinic
        .app
        .db
        .read(|conn| {
            Ok(consents::table
                .filter(consents::renews.is_not_null())
                .select((consents::id, consents::renews.assume_not_null()))
                .load(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(renews[0].1, consent.to_string());
}

#[tokio::test]
async fn s06_nobody_is_asked_to_go_on_with_what_they_took_back() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website_and_search").await;
    for scope in ["channel:search", &format!("name:{}", studio.case)] {
        phone
            .post("/c/withdrawal", &[("scope", scope)])
            .await
            .expect(303);
    }
    studio.clinic.drain().await;
    days_before_the_end(&studio, 30).await;
    remind(&studio).await;
    let phone = from_mail(&studio, REMINDER).await;
    go_on(&studio, &phone).await;
    let page = phone.get("/c/ask/story").await.expect(200).text();
    assert!(page.contains("mirror"), "{page}");
    assert!(!page.contains("<p class=\"words-name\">Marc"), "{page}");
    let sum = page.split("<dl class=\"sum\">").nth(1).unwrap();
    assert!(
        !sum.split("</dl>")
            .next()
            .unwrap()
            .contains("search engines"),
        "{sum}"
    );
    // Taken back while the question is open: then it is asked from the beginning.
    let words = studio.clinic.app.db.read(|conn| {
        use candor::db::schema::testimonials::dsl;
        Ok(dsl::testimonials
            .select(dsl::id)
            .first::<String>(&mut **conn)?)
    });
    let scope = format!("words:{}", words.await.unwrap());
    phone
        .post("/c/withdrawal", &[("scope", &scope)])
        .await
        .expect(303);
    let next = phone.get("/c/ask").await.expect(303).location();
    assert!(next.ends_with("/pictures"), "{next}");
    studio.clinic.drain().await;
    // Asked once more it is what still stands.
    go_on(&studio, &phone).await;
    let public = studio.clinic.visitor().get(&address).await.expect(200);
    assert!(!public.text().contains("Marc") && !public.text().contains("mirror"));
}

#[tokio::test]
async fn staff_see_on_the_desk_what_ends_and_ask_again_with_one_button() {
    let studio = Studio::open().await;
    studio.published("website").await;
    let duties = async || studio.staff.get("/staff/duties").await.expect(200).text();
    assert!(duties().await.contains("Nothing ends in the next 60 days"));
    days_before_the_end(&studio, 14).await;
    let again = [("email", "staff@studio.example"), ("password", PASSWORD)];
    studio.staff.post("/sign-in", &again).await.expect(303);
    let page = duties().await;
    assert!(
        page.contains("Ends in 1") && page.contains("Marc Dubois"),
        "{page}"
    );
    let path = format!("/staff/cases/{}/consent", studio.case);
    assert!(page.contains(&format!("action=\"{path}\"")), "{page}");
    let fields = [("method", "link"), ("send", "yes")];
    studio.staff.post(&path, &fields).await.expect(200);
    studio.clinic.drain().await;
    assert!(duties().await.contains("Asked again on"));
    let phone = from_mail(&studio, "A private link for you").await;
    let next = phone.get("/c/ask").await.expect(303).location();
    assert!(next.ends_with("/story"), "{next}");
    sign(&phone, &[]).await;
    studio.clinic.drain().await;
    assert!(duties().await.contains("Nothing ends in the next 60 days"));
}
