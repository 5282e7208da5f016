//! The ways without a server, and what every way refuses.

use std::path::Path;

use candor::config::MailConfig;
use candor::mail::{Mail, MailError, Mailer, Sent};

use super::mail;

fn folder(path: &Path) -> Mailer {
    Mailer::connect(&MailConfig::Folder {
        path: path.to_owned(),
    })
    .unwrap()
}

#[tokio::test]
async fn without_a_server_the_caller_is_told() {
    let mailer = Mailer::connect(&MailConfig::None).unwrap();
    assert!(!mailer.is_configured());
    assert_eq!(mailer.send(&mail()).await, Ok(Sent::NotConfigured));
    assert!(mailer.verify().await.is_ok());
}

#[tokio::test]
async fn memory_keeps_mails_in_order() {
    let mailer = Mailer::connect(&MailConfig::Memory).unwrap();
    let second = Mail {
        subject: "second".to_owned(),
        ..mail()
    };
    assert_eq!(mailer.clone().send(&mail()).await, Ok(Sent::Accepted));
    assert_eq!(mailer.send(&second).await, Ok(Sent::Accepted));
    assert_eq!(mailer.sent(), [mail(), second]);
}

#[tokio::test]
async fn a_folder_gets_one_file_a_mail() {
    let place = tempfile::tempdir().unwrap();
    let mailer = folder(&place.path().join("mail"));
    let page = Mail {
        html: Some("<p>Hello Marc</p>".to_owned()),
        ..mail()
    };
    assert_eq!(mailer.send(&mail()).await, Ok(Sent::Accepted));
    assert_eq!(mailer.send(&page).await, Ok(Sent::Accepted));
    assert!(mailer.verify().await.is_ok());
    let mut names: Vec<_> = std::fs::read_dir(place.path().join("mail"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2);
    assert!(names.iter().all(|name| name.extension().unwrap() == "eml"));
    let first = std::fs::read_to_string(&names[0]).unwrap();
    for line in [
        "From: Candor <candor@localhost>\r\n",
        "To: marc@example.org\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Date: ",
        "Message-ID: <",
        "https://example.org/m/abc",
    ] {
        assert!(first.contains(line), "{line:?} in {first}");
    }
    let second = std::fs::read_to_string(&names[1]).unwrap();
    assert!(second.contains("multipart/alternative") && second.contains("<p>Hello Marc</p>"));
}

#[tokio::test]
async fn s26_line_breaks_and_second_addresses_are_refused_everywhere() {
    let place = tempfile::tempdir().unwrap();
    let mailers = [
        Mailer::connect(&MailConfig::None).unwrap(),
        Mailer::connect(&MailConfig::Memory).unwrap(),
        folder(place.path()),
    ];
    let to = [
        "marc@example.org\r\nBcc: eve@example.org",
        "marc@example.org\nBcc: eve@example.org",
        "marc@example.org\r",
        "marc@example.org, eve@example.org",
        "marc@example.org>\u{0}",
        "Marc <marc@example.org>",
        "marc@",
        "not an address",
        "",
    ];
    let subject = ["a\r\nBcc: eve@example.org", "a\nb", "a\rb", "a\u{0}b"];
    let hostile = to
        .map(|to| Mail {
            to: to.to_owned(),
            ..mail()
        })
        .into_iter()
        .chain(subject.map(|subject| Mail {
            subject: subject.to_owned(),
            ..mail()
        }));
    for mail in hostile {
        for mailer in &mailers {
            let answer = mailer.send(&mail).await;
            assert!(
                matches!(answer, Err(MailError::Refused(_))),
                "{:?} {:?}: {answer:?}",
                mail.to,
                mail.subject
            );
        }
    }
    assert_eq!(mailers[1].sent(), []);
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
}

#[test]
fn s17_debug_shows_neither_link_nor_recipient() {
    let shown = format!("{:?}", mail());
    assert!(!shown.contains("example.org"), "{shown}");
}
