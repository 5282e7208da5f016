//! F12: two instances on one database and one store. Each job takes effect once; a withdrawal counts everywhere at once.

use std::time::Duration;

use candor::db::schema::{audit_events, photos, publication_renditions, renditions};
use candor::jobs::Worker;
use candor::server;
use diesel::prelude::*;

use super::support::assert_sound;
use crate::support::app::{Options, TestApp};
use crate::support::browser::Browser;
use crate::support::studio::{Studio, answer_all, photo};

/// The same person, at the other instance.
fn at(other: &TestApp, person: &Browser) -> Browser {
    Browser {
        client: person.client.clone(),
        url: other.url.clone(),
    }
}

/// Both work on the queue at once, until it is empty.
async fn drain_both(one: &TestApp, other: &TestApp) {
    let work = |clinic: &TestApp| {
        let worker = Worker::new(clinic.app.clone(), server::jobs());
        tokio::spawn(async move { worker.drain().await.unwrap() })
    };
    let (one_ran, other_ran) = (work(one), work(other));
    let ran = (one_ran.await.unwrap(), other_ran.await.unwrap());
    println!("jobs run: {ran:?}");
    one.drain().await;
}

#[tokio::test]
async fn f12_two_instances_share_one_queue_and_one_truth() {
    let studio = Studio::open().await;
    let beside = Some(studio.clinic.config());
    let other = TestApp::start_with(Options {
        beside,
        ..Options::default()
    })
    .await;
    let app = &studio.clinic.app;

    // Uploaded here and there, developed by whoever comes first, each photo once.
    for seed in 40..44u8 {
        let here = if seed % 2 == 0 {
            studio.staff.clone()
        } else {
            at(&other, &studio.staff)
        };
        let path = format!("/staff/cases/{}/photos", studio.case);
        let fields = [("stage", "session"), ("angle", "back")];
        let files = [("a.jpg", photo(seed))];
        here.upload(&path, &fields, &files).await.expect(201);
    }
    drain_both(&studio.clinic, &other).await;
    let made: Vec<i64> = app
        .db
        .read(|conn| {
            let ids: Vec<String> = photos::table.select(photos::id).load(&mut **conn)?;
            ids.iter()
                .map(|id| {
                    let made = renditions::table.filter(renditions::photo_id.eq(id));
                    Ok(made.count().get_result(&mut **conn)?)
                })
                .collect()
        })
        .await
        .unwrap();
    assert_eq!(made.len(), 4);
    assert!(made.iter().all(|n| *n == made[0] && *n > 0), "{made:?}");
    let doubles = candor::photos::sweep(app, chrono::Duration::seconds(-60));
    assert_eq!(doubles.await.unwrap(), 0, "a photo was developed twice");

    // Prepared here, signed there, published here.
    studio.pair().await;
    studio.write_story().await;
    let link = studio.invite().await;
    let phone = at(&other, &studio.open_link(&link).await);
    let before = app.mailer.sent().len() + other.app.mailer.sent().len();
    answer_all(&phone, "website", "first_name", Some("Kind words.")).await;
    drain_both(&studio.clinic, &other).await;
    let after = app.mailer.sent().len() + other.app.mailer.sent().len();
    assert_eq!(after, before + 1, "receipts");
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    drain_both(&studio.clinic, &other).await;
    let (here, there) = (studio.clinic.visitor(), other.visitor());
    let list = there.get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    let address = format!("/stories/{slug}");
    let media = there.get(&address).await.expect(200).media();
    assert!(media.len() >= 8, "{media:?}");
    for path in &media {
        there.get(path).await.expect(200);
    }

    // Taken back here: gone here at once, and there within a second.
    let phone = at(&studio.clinic, &phone);
    let everything = [("scope", "all")];
    phone.post("/c/withdrawal", &everything).await.expect(303);
    here.get(&address).await.expect(410);
    for path in &media {
        here.get(path).await.expect(410);
    }
    let second = Duration::from_secs(1);
    there.until(&address, 410, second).await;
    for path in &media {
        there.get(path).await.expect(410);
    }

    drain_both(&studio.clinic, &other).await;
    assert_eq!(app.ledger.list("events/").await.unwrap().len(), 1);
    let receipts: i64 = app
        .db
        .read(|conn| {
            let events = audit_events::table.filter(audit_events::verb.eq("consent.receipt"));
            Ok(events.count().get_result(&mut **conn)?)
        })
        .await
        .unwrap();
    assert_eq!(receipts, 1);
    assert_sound(app).await;
}

/// What once showed a story is gone at the other instance within a second, asked for anew, in part or by what a browser kept;
/// and none of the files that were public stays in the store.
#[tokio::test]
async fn s04_f12_a_withdrawal_here_is_gone_there_however_it_is_asked_for() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website_and_search").await;
    let api = studio.admin.post("/admin/clinic/api", &[]).await;
    api.expect(303);
    let other = TestApp::start_with(Options {
        beside: Some(studio.clinic.config()),
        ..Options::default()
    })
    .await;
    let there = other.visitor();
    let mut paths = there.get(&address).await.expect(200).media();
    let more = ["?mode=side", "/question", "/report", "/card.png"];
    paths.extend(more.map(|more| format!("{address}{more}")));
    paths.extend(["", "/api/v1", "/embed"].map(|before| format!("{before}{address}")));
    let mut kept = Vec::new();
    for path in paths {
        let tag = there.get(&path).await.expect(200).header("etag").to_owned();
        kept.push((path, tag));
    }
    let app = &studio.clinic.app;
    let public: Vec<String> = app
        .db
        .read(|conn| {
            let objects = publication_renditions::table.select(publication_renditions::object_id);
            Ok(objects.load(&mut **conn)?)
        })
        .await
        .unwrap();
    let public_files = async || {
        let there = app.storage.list("renditions/").await.unwrap();
        let is_public = |path: &&String| public.iter().any(|id| path.contains(id));
        there.iter().filter(is_public).count()
    };
    assert_eq!(public_files().await, public.len());

    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    for (path, tag) in &kept {
        there.until(path, 410, Duration::from_secs(1)).await;
        for header in [("if-none-match", tag.as_str()), ("range", "bytes=0-99")] {
            there.get_with(path, &[header]).await.expect(410);
        }
    }
    drain_both(&studio.clinic, &other).await;
    assert_eq!(public_files().await, 0);
}
