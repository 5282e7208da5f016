//! SMTP against a real server, and servers that refuse, hang or can't be trusted (F16).

use std::net::SocketAddr;
use std::process::Command;
use std::time::{Duration, Instant};

use candor::config::MailTls;
use candor::mail::{Mail, MailError, Mailer, Sent};

use super::mail;
use crate::support::smtp::{Aiosmtpd, config, contrary};
use crate::support::wire;

fn mailer(address: SocketAddr, tls: MailTls) -> Mailer {
    let patience = Duration::from_secs(5);
    Mailer::connect_with_patience(&config(address, tls, None), patience).unwrap()
}

#[tokio::test]
async fn a_real_server_takes_the_mail() {
    let Some(server) = Aiosmtpd::start(&[]) else {
        return;
    };
    let mailer = mailer(server.address, MailTls::None);
    assert!(mailer.verify().await.unwrap().contains("answers"));
    let page = Mail {
        html: Some("<p>Hello Marc</p>".to_owned()),
        ..mail()
    };
    assert_eq!(mailer.send(&mail()).await, Ok(Sent::Accepted));
    assert_eq!(mailer.send(&page).await, Ok(Sent::Accepted));
    let printed = server.stop();
    assert_eq!(printed.matches("MESSAGE FOLLOWS").count(), 2, "{printed}");
    assert!(
        printed.contains("From: \"The Clinic\" <clinic@example.org>"),
        "{printed}"
    );
    assert!(printed.contains("To: marc@example.org"));
    assert!(
        printed.contains("https://example.org/m/abc"),
        "the line with a dot ends nothing"
    );
    assert!(printed.contains("<p>Hello Marc</p>"));
}

#[tokio::test]
async fn nobody_listens() {
    let mailer = mailer(wire::nobody(), MailTls::None);
    let answer = mailer.send(&mail()).await;
    assert!(
        matches!(answer, Err(MailError::Unavailable(_))),
        "{answer:?}"
    );
    assert!(matches!(
        mailer.verify().await,
        Err(MailError::Unavailable(_))
    ));
}

#[tokio::test]
async fn f16_a_server_that_hangs_is_given_up() {
    for tls in [MailTls::None, MailTls::StartTls, MailTls::Implicit] {
        let patience = Duration::from_millis(300);
        let config = config(wire::silent(), tls, None);
        let mailer = Mailer::connect_with_patience(&config, patience).unwrap();
        let begun = Instant::now();
        let answer = mailer.send(&mail()).await;
        assert!(
            matches!(answer, Err(MailError::Unavailable(_))),
            "{answer:?}"
        );
        assert!(mailer.verify().await.is_err());
        assert!(begun.elapsed() < Duration::from_secs(3));
    }
}

/// Final refusals and passing ones, at each step of the conversation; the recipient is not repeated in the error.
#[tokio::test]
async fn refused_for_good_or_for_now() {
    let cases = [
        ("RCPT", "550 5.1.1 <marc@example.org>: no such user", true),
        ("RCPT", "451 4.7.1 <marc@example.org>: greylisted", false),
        ("MAIL", "552 5.3.4 too big", true),
        ("MAIL", "421 4.3.2 shutting down", false),
        (".", "554 5.7.1 spam", true),
        (".", "452 4.3.1 disk full", false),
        ("MAIL", "530 5.7.0 sign in first", false),
    ];
    for (command, answer, for_good) in cases {
        let mailer = mailer(contrary(command, answer), MailTls::None);
        let error = mailer.send(&mail()).await.unwrap_err();
        let text = error.to_string();
        assert_eq!(matches!(error, MailError::Refused(_)), for_good, "{text}");
        assert!(text.contains(&answer[..3]), "{text}");
        assert!(!text.contains("marc@example.org"), "{text}");
    }
}

#[tokio::test]
async fn a_wrong_password_can_be_put_right() {
    let address = contrary("AUTH", "535 5.7.8 wrong");
    let login = Some(("clinic", "hunter2-hunter2"));
    let mailer = Mailer::connect(&config(address, MailTls::None, login)).unwrap();
    let error = mailer.send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Unavailable(_)), "{error}");
    assert!(mailer.verify().await.is_err());
    let shown = format!("{error} {mailer:?}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

/// A server that offers no encryption, or shows a certificate nobody vouches for, gets neither password nor mail.
#[tokio::test]
async fn an_untrusted_server_gets_nothing() {
    let Some(server) = Aiosmtpd::start(&[]) else {
        return;
    };
    let answer = mailer(server.address, MailTls::StartTls)
        .send(&mail())
        .await;
    assert!(
        matches!(answer, Err(MailError::Unavailable(_))),
        "{answer:?}"
    );
    assert_eq!(server.stop(), "");
    let folder = tempfile::tempdir().unwrap();
    let (key, cert) = (folder.path().join("key"), folder.path().join("cert"));
    let made = Command::new("openssl")
        .args([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        ])
        .args([
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
        ])
        .arg("-keyout")
        .arg(&key)
        .arg("-out")
        .arg(&cert)
        .output();
    if !made.is_ok_and(|made| made.status.success()) {
        eprintln!("skipped: openssl is missing");
        return;
    }
    let (key, cert) = (key.to_str().unwrap(), cert.to_str().unwrap());
    let Some(server) = Aiosmtpd::start(&["--tlscert", cert, "--tlskey", key]) else {
        return;
    };
    let answer = mailer(server.address, MailTls::StartTls)
        .send(&mail())
        .await;
    let Err(MailError::Unavailable(text)) = answer else {
        panic!("{answer:?}");
    };
    assert!(text.to_lowercase().contains("certificate"), "{text}");
    assert_eq!(server.stop(), "");
}
