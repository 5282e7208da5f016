//! "Ask about this result": a question goes to the clinic's mailbox and nowhere else, and floods of them go nowhere.

use candor::db::schema::{enquiries, jobs};
use chrono::Duration;
use diesel::prelude::*;

use crate::support::app::Options;
use crate::support::browser::Browser;
use crate::support::open_form::{later, post, send};
use crate::support::studio::Studio;

const MAILBOX: &str = "questions@studio.example";

/// A studio with a mailbox for questions, and a public story. Gives the client's phone and the address of the form.
async fn open() -> (Studio, Browser, String) {
    let studio = Studio::open().await;
    set_mailbox(&studio, MAILBOX).await;
    let (phone, address) = studio.published("website").await;
    (studio, phone, format!("{address}/question"))
}

async fn set_mailbox(studio: &Studio, mailbox: &str) {
    let page = studio.admin.get("/admin/clinic").await.expect(200);
    let revision = page.field("revision");
    let fields = [
        ("name", "North Light Studio"),
        ("time_zone", "Europe/London"),
        ("phone", "+44 20 7946 0123"),
        ("booking_url", "https://booking.example/north-light"),
        ("enquiry_email", mailbox),
        ("revision", revision.as_str()),
    ];
    studio
        .admin
        .post("/admin/clinic", &fields)
        .await
        .expect(303);
}

const QUESTION: [(&str, &str); 4] = [
    ("question", "Would it hide my strip scar?\n\nIt is wide."),
    ("contact", "kim@visitor.example"),
    ("name", "Kim"),
    ("call_at", ""),
];

async fn waiting(studio: &Studio) -> (i64, i64) {
    let read = |conn: &mut candor::db::Conn| {
        Ok((
            enquiries::table.count().get_result(&mut **conn)?,
            jobs::table.count().get_result(&mut **conn)?,
        ))
    };
    studio.clinic.app.db.read(read).await.unwrap()
}

fn mails(studio: &Studio) -> usize {
    let sent = studio.clinic.app.mailer.sent();
    sent.iter().filter(|mail| mail.to == MAILBOX).count()
}

#[tokio::test]
async fn a_question_is_mailed_with_the_storys_link_and_kept_nowhere() {
    let (studio, _, path) = open().await;
    let visitor = studio.clinic.visitor();
    let story = path.trim_end_matches("/question");
    let page = visitor.get(story).await.expect(200);
    assert!(page.text().contains(&format!("href=\"{path}\"")));
    assert!(page.text().contains("https://booking.example/north-light"));
    let form = visitor.get(&path).await.expect(200);
    assert!(form.header("set-cookie").is_empty() && form.text().contains("name=\"robots\""));
    assert!(form.text().contains("keeps no copy"));
    let done = send(&studio, &visitor, &path, &QUESTION).await.expect(303);
    let thanks = visitor.get(&done.location()).await.expect(200);
    assert!(thanks.text().contains("on its way") && !thanks.text().contains("Kim"));
    assert_eq!(waiting(&studio).await, (1, 1));
    studio.clinic.drain().await;
    let mail = studio.clinic.mail_to(MAILBOX);
    assert_eq!(mail.subject, "A question from your website");
    for part in [
        "Would it hide my strip scar?\n\nIt is wide.",
        "kim@visitor.example",
        &format!("http://candor.test{story}"),
    ] {
        assert!(mail.text.contains(part), "{part} in {}", mail.text);
    }
    // The mail server has it: nothing is left of it here.
    assert_eq!(waiting(&studio).await, (0, 0));
}

#[tokio::test]
async fn f15_a_question_sent_twice_is_mailed_once_and_robots_are_answered_kindly() {
    let (studio, _, path) = open().await;
    let visitor = studio.clinic.visitor();
    let token = visitor.get(&path).await.field("form_token");
    // Filled in before anybody could have read it.
    let quick = post(&visitor, &path, &token, &QUESTION).await.expect(422);
    assert!(quick.text().contains("That was very quick") && quick.text().contains("strip scar"));
    later(&studio, Duration::seconds(20)).await;
    post(&visitor, &path, &token, &QUESTION).await.expect(303);
    post(&visitor, &path, &token, &QUESTION).await.expect(303);
    studio.clinic.drain().await;
    post(&visitor, &path, &token, &QUESTION).await.expect(303);
    studio.clinic.drain().await;
    assert_eq!(mails(&studio), 1);
    let token = visitor.get(&path).await.field("form_token");
    later(&studio, Duration::seconds(20)).await;
    let mut trapped = vec![
        ("form_token", token.as_str()),
        ("website", "https://spam.example"),
    ];
    trapped.extend_from_slice(&QUESTION);
    visitor.post_bare(&path, &trapped).await.expect(303);
    assert_eq!(waiting(&studio).await, (0, 0));
    // Open since this morning: what was written comes back, to be sent once more.
    let token = visitor.get(&path).await.field("form_token");
    later(&studio, Duration::hours(5)).await;
    let old = post(&visitor, &path, &token, &QUESTION).await.expect(422);
    assert!(old.text().contains("open for a long time") && old.text().contains("strip scar"));
    let token = old.field("form_token");
    later(&studio, Duration::seconds(20)).await;
    post(&visitor, &path, &token, &QUESTION).await.expect(303);
    studio.clinic.drain().await;
    assert_eq!(mails(&studio), 2);
}

#[tokio::test]
async fn s26_nothing_that_a_visitor_writes_becomes_a_header() {
    let (studio, _, path) = open().await;
    let visitor = studio.clinic.visitor();
    for (field, value) in [
        ("contact", "kim@visitor.example\r\nBcc: all@victims.example"),
        ("contact", "kim@visitor.example, all@victims.example"),
        ("contact", "kim@visitor.example\nX: y"),
        ("name", "Kim\r\nSubject: cheap pills"),
        ("call_at", "noon\nCc: all@victims.example"),
        ("question", ""),
        ("question", "  \u{0} "),
    ] {
        let mut fields = QUESTION.to_vec();
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        later(&studio, Duration::minutes(11)).await;
        send(&studio, &visitor, &path, &fields).await.expect(422);
    }
    let mut fields = QUESTION.to_vec();
    fields.push(("to", "all@victims.example"));
    later(&studio, Duration::minutes(11)).await;
    send(&studio, &visitor, &path, &fields).await.expect(422);
    assert_eq!(waiting(&studio).await, (0, 0));
    // A header in the question itself is a line of the text.
    let mut fields = QUESTION.to_vec();
    fields[0].1 = "Hello\r\nBcc: all@victims.example";
    later(&studio, Duration::minutes(11)).await;
    send(&studio, &visitor, &path, &fields).await.expect(303);
    studio.clinic.drain().await;
    let sent = studio.clinic.app.mailer.sent();
    assert!(sent.iter().all(|mail| !mail.to.contains("victims")));
    assert!(studio.clinic.mail_to(MAILBOX).text.contains("Bcc: all@"));
}

#[tokio::test]
async fn s36_an_open_form_is_taken_with_a_token_of_ours_for_this_very_page() {
    let (studio, _, path) = open().await;
    let visitor = studio.clinic.visitor();
    let token = visitor.get(&path).await.field("form_token");
    let lost = visitor
        .get("/lost-link")
        .await
        .expect(200)
        .field("form_token");
    later(&studio, Duration::seconds(20)).await;
    let (at, rest) = token.split_once('.').unwrap();
    let newer = format!("{}.{rest}", at.parse::<i64>().unwrap() + 60);
    let staff = studio.staff.token().await;
    for forged in [
        "",
        "x",
        "1.2.3",
        &lost,
        &newer,
        &staff,
        &token[..token.len() - 1],
    ] {
        let answer = post(&visitor, &path, forged, &QUESTION).await;
        assert_eq!(answer.status, 403, "{forged}");
    }
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let request = visitor.client.post(format!("{}{path}", visitor.url));
        let mut fields = vec![("form_token", token.as_str())];
        fields.extend_from_slice(&QUESTION);
        let sent = request.header(name, value).form(&fields).send().await;
        assert_eq!(sent.unwrap().status(), 403, "{name}");
    }
    post(&visitor, &path, &token, &QUESTION).await.expect(303);
    studio.clinic.drain().await;
}

#[tokio::test]
async fn s33_s38_a_flood_of_questions_is_sent_away_and_the_gallery_holds() {
    let (studio, _, path) = open().await;
    let visitor = studio.clinic.visitor();
    let mut taken = 0;
    for _ in 0..20 {
        let answer = send(&studio, &visitor, &path, &QUESTION).await;
        match answer.status {
            303 => taken += 1,
            429 => assert!(answer.header("retry-after").parse::<i64>().unwrap() > 0),
            other => panic!("{other}"),
        }
    }
    assert!((1..=8).contains(&taken), "{taken}");
    // Neither another form, nor a header that names another sender, helps.
    let lost = visitor
        .get("/lost-link")
        .await
        .expect(200)
        .field("form_token");
    later(&studio, Duration::seconds(20)).await;
    let fields = [("form_token", lost.as_str()), ("email", "a@b.example")];
    for header in ["x-forwarded-for", "X-Real-IP", "forwarded"] {
        let request = visitor.client.post(format!("{}/lost-link", visitor.url));
        let sent = request.header(header, "203.0.113.9").form(&fields).send();
        assert_eq!(sent.await.unwrap().status(), 429, "{header}");
    }
    for page in ["/", "/stories", path.trim_end_matches("/question"), &path] {
        visitor.get(page).await.expect(200);
    }
    studio.clinic.drain().await;
    assert_eq!(mails(&studio), taken);
    later(&studio, Duration::minutes(11)).await;
    send(&studio, &visitor, &path, &QUESTION).await.expect(303);
    studio.clinic.drain().await;
}

#[tokio::test]
async fn without_a_mailbox_or_mail_the_page_says_how_else_to_ask() {
    let (studio, _, path) = open().await;
    let visitor = studio.clinic.visitor();
    let token = visitor.get(&path).await.field("form_token");
    set_mailbox(&studio, "").await;
    let page = visitor.get(&path).await.expect(200).text();
    assert!(!page.contains("<form") && page.contains("tel:+442079460123"));
    assert!(page.contains("https://booking.example/north-light"));
    later(&studio, Duration::seconds(20)).await;
    post(&visitor, &path, &token, &QUESTION).await.expect(409);
    assert_eq!(waiting(&studio).await, (0, 0));

    let without = Options {
        without_mail: true,
        beside: Some(studio.clinic.config()),
        ..Options::default()
    };
    set_mailbox(&studio, MAILBOX).await;
    let quiet = crate::support::app::TestApp::start_with(without).await;
    let page = quiet.visitor().get(&path).await.expect(200).text();
    assert!(!page.contains("<form") && page.contains("tel:+442079460123"));
}

#[tokio::test]
async fn s01_a_withdrawn_story_takes_its_question_page_along() {
    let (studio, phone, path) = open().await;
    let visitor = studio.clinic.visitor();
    let page = visitor.get(&path).await.expect(200);
    let (token, media) = (page.field("form_token"), page.media());
    assert!(!media.is_empty() && page.text().contains("A crown that looks full again"));
    visitor.get("/stories/none/question").await.expect(404);
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    later(&studio, Duration::seconds(20)).await;
    visitor.get(&path).await.expect(410);
    visitor
        .get(&path.replace("question", "report"))
        .await
        .expect(410);
    post(&visitor, &path, &token, &QUESTION).await.expect(410);
    for path in media {
        visitor.get(&path).await.expect(410);
    }
    studio.clinic.drain().await;
    assert_eq!(mails(&studio), 0);
}

#[tokio::test]
async fn a_question_that_no_mail_server_takes_goes_with_its_job() {
    let (studio, _, path) = open().await;
    let visitor = studio.clinic.visitor();
    send(&studio, &visitor, &path, &QUESTION).await.expect(303);
    assert_eq!(waiting(&studio).await, (1, 1));
    let parked = studio.clinic.app.db.write(|conn| {
        let now = conn.now()?;
        diesel::update(jobs::table)
            .set(jobs::parked_at.eq(Some(now)))
            .execute(&mut **conn)?;
        Ok(jobs::table.select(jobs::id).first::<String>(&mut **conn)?)
    });
    let job = parked.await.unwrap();
    let page = studio.admin.get("/admin/jobs").await.expect(200).text();
    assert!(page.contains("Mails a visitor") && !page.contains("Kim"));
    let drop = format!("/admin/jobs/{job}/delete");
    studio.admin.post(&drop, &[]).await.expect(303);
    assert_eq!(waiting(&studio).await, (0, 0));
}
