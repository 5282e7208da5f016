//! F05, F16, F19: the store is away, the mail server is away, the database belongs to a newer version.

use candor::config::{MailConfig, MailTls};
use candor::db::schema::{consents, grants};
use candor::jobs::{self, Worker};
use candor::server;
use diesel::prelude::*;

use super::support::{assert_sound, program, recover};
use crate::support::app::{Options, TestApp};
use crate::support::browser::Browser;
use crate::support::s3;
use crate::support::studio::{Studio, answer_all};
use crate::support::wire;

fn at(other: &TestApp, person: &Browser) -> Browser {
    Browser {
        client: person.client.clone(),
        url: other.url.clone(),
    }
}

#[tokio::test]
async fn f05_storage_down_texts_are_read_and_withdrawals_count() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let media = studio.clinic.visitor().get(&address).await.media();
    let mut config = studio.clinic.config();
    let nobody = format!("http://{}", wire::nobody());
    config.storage = s3::config_at(&nobody, "");
    config.ledger = s3::config_at(&nobody, "ledger");
    let beside = Some(config);
    let down = TestApp::start_with(Options {
        beside,
        ..Options::default()
    })
    .await;
    let visitor = down.visitor();
    for path in [
        "/",
        "/stories",
        "/treatments/scalp-micropigmentation",
        &address,
    ] {
        visitor.get(path).await.expect(200);
    }
    let picture = visitor.get(&media[0]).await.expect(503);
    assert_eq!(picture.header("cache-control"), "no-store");

    let everything = [("scope", "all")];
    let phone = at(&down, &phone);
    phone.post("/c/withdrawal", &everything).await.expect(303);
    for visitor in [visitor, studio.clinic.visitor()] {
        visitor.get(&address).await.expect(410);
        for path in &media {
            visitor.get(path).await.expect(410);
        }
    }
    // The work waits for the store, and is done when it is back.
    let worker = Worker::new(down.app.clone(), server::jobs());
    worker.drain().await.unwrap();
    let (waiting, parked) = down.app.db.read(jobs::counts).await.unwrap();
    assert!(waiting > 1 && parked == 0, "{waiting} {parked}");
    recover(&studio.clinic.app).await;
    assert_sound(&studio.clinic.app).await;
}

/// The state of the newest consent, and how many grants are live.
async fn state(studio: &Studio) -> (String, i64) {
    let db = &studio.clinic.app.db;
    db.read(|conn| {
        let state = consents::table
            .order(consents::id.desc())
            .select(consents::state)
            .first(&mut **conn)?;
        let live = candor::db::schema::standing_grants::table
            .count()
            .get_result(&mut **conn)?;
        Ok((state, live))
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn f16_mail_down_nothing_lives_before_its_receipt() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let mut config = studio.clinic.config();
    let nobody = wire::nobody();
    config.mail = MailConfig::Smtp {
        host: nobody.ip().to_string(),
        port: nobody.port(),
        tls: MailTls::None,
        user: None,
        password: None,
        from: "studio@example.com".to_owned(),
    };
    let beside = Some(config);
    let down = TestApp::start_with(Options {
        beside,
        ..Options::default()
    })
    .await;
    let worker = Worker::new(down.app.clone(), server::jobs());
    let pending = ("signed_pending".to_owned(), 0);

    // Signed and recorded, but not live; then taken back: the receipt that arrives later changes nothing.
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "first_name", None).await;
    worker.drain().await.unwrap();
    assert_eq!(state(&studio).await, pending);
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(409);
    let everything = [("scope", "all")];
    let phone = at(&down, &phone);
    phone.post("/c/withdrawal", &everything).await.expect(303);
    recover(&studio.clinic.app).await;
    assert_eq!(state(&studio).await, ("withdrawn".to_owned(), 0));

    // Asked again: it lives when the mail server is back.
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "first_name", None).await;
    worker.drain().await.unwrap();
    assert_eq!(state(&studio).await, pending);
    recover(&studio.clinic.app).await;
    let (state, live) = state(&studio).await;
    assert_eq!(state, "active");
    assert!(live > 0);
    let signed: i64 = studio
        .clinic
        .app
        .db
        .read(|conn| Ok(grants::table.count().get_result(&mut **conn)?))
        .await
        .unwrap();
    assert!(signed > live, "what was withdrawn is still on record");
}

#[tokio::test]
async fn f19_old_binary_new_schema_refuses_to_start() {
    let studio = Studio::open().await;
    let future = "INSERT INTO __diesel_schema_migrations (version) VALUES ('29991231000001')";
    let db = &studio.clinic.app.db;
    db.write(move |conn| Ok(diesel::sql_query(future).execute(&mut **conn)?))
        .await
        .unwrap();
    for command in [
        &["serve"][..],
        &["work"],
        &["migrate"],
        &["audit", "verify"],
    ] {
        let told = program(&studio).args(command).output().unwrap();
        let words = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(!told.status.success(), "{command:?}");
        assert!(
            words.contains("newer version of candor"),
            "{command:?}: {words}"
        );
    }
}
