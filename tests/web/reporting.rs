//! "This is me" and "report": strangers take nothing down, moderators hear of it at once, and who is shown has a quicker way.

use candor::db::schema::{audit_events, reports};
use diesel::prelude::*;

use crate::support::open_form::send;
use crate::support::studio::{CLIENT_MAIL, Studio};

const WORDS: &str = "That is my head, and nobody asked me.";

async fn verbs(studio: &Studio, verb: &'static str) -> Vec<(String, String)> {
    let read = move |conn: &mut candor::db::Conn| {
        Ok(audit_events::table
            .filter(audit_events::verb.eq(verb))
            .order(audit_events::seq)
            .select((audit_events::actor, audit_events::detail))
            .load(&mut **conn)?)
    };
    studio.clinic.app.db.read(read).await.unwrap()
}

#[tokio::test]
async fn a_report_hides_nothing_and_one_press_of_a_moderator_does() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let path = format!("{address}/report");
    let page = visitor.get(&address).await.expect(200);
    assert!(page.text().contains(&format!("href=\"{path}\"")));
    let media = page.media();
    for fields in [
        &[("reason", ""), ("words", WORDS)][..],
        &[("reason", "ugly"), ("words", WORDS)],
        &[("reason", "misleading"), ("words", "")],
    ] {
        send(&studio, &visitor, &path, fields).await.expect(422);
    }
    let fields = [
        ("reason", "me"),
        ("words", WORDS),
        ("contact", "kim@visitor.example"),
    ];
    let done = send(&studio, &visitor, &path, &fields).await.expect(303);
    let thanks = visitor.get(&done.location()).await.expect(200).text();
    assert!(thanks.contains("moderators have been told"));
    visitor.get(&address).await.expect(200);
    studio.clinic.drain().await;
    let mail = studio.clinic.mail_to("moderator@studio.example");
    assert!(mail.text.contains("they did not agree") && !mail.text.contains("my head"));
    let sheet = mail.text.split("http://candor.test").last().unwrap();
    let sheet = sheet.split_whitespace().next().unwrap().to_owned();
    // Staff of the case are told too, on its page.
    let case = studio
        .staff
        .get(&format!("/staff/cases/{}", studio.case))
        .await;
    assert!(
        case.expect(200)
            .text()
            .contains("A visitor reported this story")
    );

    let queue = studio.moderator.get("/moderation").await.expect(200).text();
    assert!(queue.contains("One story was reported"));
    let list = studio
        .moderator
        .get("/moderation/reports")
        .await
        .expect(200);
    assert!(list.text().contains(&sheet));
    let page = studio.moderator.get(&sheet).await.expect(200).text();
    assert!(page.contains(WORDS) && page.contains("kim@visitor.example"));
    studio.staff.get(&sheet).await.expect(403);
    studio
        .moderator
        .post(&sheet, &[("outcome", "x")])
        .await
        .expect(422);
    let down = [("outcome", "taken_down")];
    studio.staff.post(&sheet, &down).await.expect(403);
    studio.moderator.post(&sheet, &down).await.expect(303);
    visitor.get(&address).await.expect(410);
    visitor.get(&path).await.expect(410);
    for path in &media {
        visitor.get(path).await.expect(410);
    }
    // A second press is no error; what was written is gone; who did what is in the chain, without it.
    studio.moderator.post(&sheet, &down).await.expect(303);
    let page = studio.moderator.get(&sheet).await.expect(200).text();
    assert!(!page.contains(WORDS) && page.contains("Taken down on"));
    let kept: Vec<(String, String)> = studio
        .clinic
        .app
        .db
        .read(|conn| {
            let rows = reports::table.select((reports::words, reports::contact));
            Ok(rows.load(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(kept, [(String::new(), String::new())]);
    let told = verbs(&studio, "story.report").await;
    assert!(told.len() == 1 && told[0].0 == "visitor" && !told[0].1.contains("head"));
    assert_eq!(verbs(&studio, "report.settle").await.len(), 1);
    studio.clinic.drain().await;
}

#[tokio::test]
async fn what_stays_stays_and_is_settled() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let path = format!("{address}/report");
    let fields = [("reason", "misleading"), ("words", "Different lamps.")];
    send(&studio, &visitor, &path, &fields).await.expect(303);
    studio.clinic.drain().await;
    let list = studio
        .moderator
        .get("/moderation/reports")
        .await
        .expect(200);
    let id = list.between("href=\"/moderation/reports/", "\"").unwrap();
    let sheet = format!("/moderation/reports/{id}");
    let kept = [("outcome", "kept")];
    studio.moderator.post(&sheet, &kept).await.expect(303);
    visitor.get(&address).await.expect(200);
    let list = studio.moderator.get("/moderation/reports").await.text();
    assert!(list.contains("Nothing is reported") && list.contains("Kept as it is"));
    studio
        .moderator
        .get("/moderation/reports/none")
        .await
        .expect(404);
}

#[tokio::test]
async fn s43_a_lost_link_is_sent_to_the_address_on_file_and_the_answer_is_always_the_same() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let report = visitor.get(&format!("{address}/report")).await.expect(200);
    assert!(report.text().contains("href=\"/lost-link\""));
    let before = studio.clinic.app.mailer.sent().len();
    let known = [("email", " MARC.Dubois@example.com ")];
    let known = send(&studio, &visitor, "/lost-link", &known).await;
    let unknown = [("email", "nobody@example.com")];
    let unknown = send(&studio, &visitor, "/lost-link", &unknown).await;
    assert_eq!(known.status, 303);
    assert_eq!(
        (known.status, known.location()),
        (unknown.status, unknown.location())
    );
    assert_eq!(known.text(), unknown.text());
    studio.clinic.drain().await;
    let mail = studio.clinic.mail_to(CLIENT_MAIL);
    assert_eq!(studio.clinic.app.mailer.sent().len(), before + 1);
    assert_eq!(mail.subject, "Your link");
    let link = mail.text.split("http://candor.test").nth(1).unwrap();
    let link = link.split_whitespace().next().unwrap().to_owned();
    // Once an hour at most, whoever asks.
    let again = [("email", CLIENT_MAIL)];
    send(&studio, &visitor, "/lost-link", &again)
        .await
        .expect(303);
    studio.clinic.drain().await;
    assert_eq!(studio.clinic.app.mailer.sent().len(), before + 1);
    for refused in ["", "marc", "a@b.example\r\nBcc: c@d.example"] {
        let fields = [("email", refused)];
        send(&studio, &visitor, "/lost-link", &fields)
            .await
            .expect(422);
    }
    // It opens what the person may take down, and that is all it takes.
    let phone = studio.clinic.visitor();
    phone.post(&link, &[]).await.expect(303);
    phone.get("/c/manage").await.expect(200);
    let all = [("scope", "all")];
    phone.post("/c/withdrawal", &all).await.expect(303);
    visitor.get(&address).await.expect(410);
    studio.clinic.drain().await;
}
