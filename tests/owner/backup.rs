//! F13: an old backup is restored, and what was withdrawn since stays gone; the rest is there byte for byte.

use std::collections::BTreeMap;
use std::path::Path;

use candor::audit::{self, Verdict};
use candor::backup::{self, Options as Insist};
use candor::config::Config;
use candor::db::schema::{audit_events, jobs, restores};
use candor::hash::sha256;
use candor::jobs::Worker;
use candor::server;
use diesel::prelude::*;

use crate::faults::support::assert_whole;
use crate::proofs::videos;
use crate::support::app::{Options, TestApp};
use crate::support::film::Film;
use crate::support::studio::{CLIENT_MAIL, Studio, add_case, answer_all, photo};

/// An empty installation with the keys and the ledger of `before`.
async fn successor(before: Config, embedded: bool) -> TestApp {
    TestApp::start_with(Options {
        after: Some(before),
        embedded,
        ..Options::default()
    })
    .await
}

async fn restore(clinic: &TestApp, from: &Path) -> Result<backup::Finished, String> {
    let jobs = server::jobs();
    backup::restore(&clinic.app, from, Insist::default(), jobs.repeatable())
        .await
        .map_err(|e| e.to_string())
}

/// A second client with a case of their own; what the studio does next it does for them.
async fn next_client(studio: &mut Studio) {
    let fields = [
        ("name", "Lena Ortiz"),
        ("email", CLIENT_MAIL),
        ("birth_date", "1990-01-02"),
    ];
    let answer = studio
        .staff
        .post("/staff/clients", &fields)
        .await
        .expect(303);
    studio.client = answer.location().rsplit('/').next().unwrap().to_owned();
    studio.case = add_case(&studio.staff, &studio.client).await;
}

/// The address of the listed story that is none of `known`.
async fn newest(studio: &Studio, known: &[&str]) -> String {
    let text = studio
        .clinic
        .visitor()
        .get("/stories")
        .await
        .expect(200)
        .text();
    let slugs = text.split("href=\"/stories/").skip(1);
    slugs
        .filter_map(|rest| rest.split('"').next())
        .map(|slug| format!("/stories/{slug}"))
        .find(|address| !known.contains(&address.as_str()))
        .expect("the story is listed")
}

/// Each picture of a page and the hash of its bytes.
async fn pictures(clinic: &TestApp, address: &str) -> BTreeMap<String, String> {
    let visitor = clinic.visitor();
    let mut hashes = BTreeMap::new();
    for path in visitor.get(address).await.expect(200).media() {
        let bytes = visitor.get(&path).await.expect(200).body;
        hashes.insert(path, sha256(&bytes));
    }
    assert!(hashes.len() >= 8, "{hashes:?}");
    hashes
}

/// What is too large for the memory goes by a file: out of the store, and back.
#[tokio::test]
async fn f13_a_large_video_moves_byte_for_byte() {
    let studio = Studio::open().await;
    let shot = Film {
        across: 40,
        down: 30,
        ..Film::default()
    };
    let (_, _, _, address) = videos::published_film(&studio, "website", &shot).await;
    let before = studio.clinic.visitor().get(&address).await.expect(200);
    assert!(before.body.len() > 9_000_000, "{}", before.body.len());
    let folder = tempfile::tempdir().unwrap();
    for name in ["b", "b.zip"] {
        let path = folder.path().join(name);
        backup::backup(&studio.clinic.app, &path).await.unwrap();
        let after = successor(studio.clinic.config(), true).await;
        restore(&after, &path).await.unwrap();
        let moved = after.visitor().get(&address).await.expect(200);
        assert!(moved.body == before.body, "{name}");
    }
    let path = folder.path().join("all");
    backup::export_clinic(&studio.clinic.app, &path)
        .await
        .unwrap();
    let film = std::fs::read_dir(path.join("videos")).unwrap().next();
    let film = film.unwrap().unwrap().path().join("web.mp4");
    assert!(std::fs::read(film).unwrap() == before.body);
}

#[tokio::test]
async fn f13_what_was_withdrawn_after_the_backup_stays_gone() {
    let mut studio = Studio::open().await;
    let (marc, first) = studio.published("website_and_search").await;
    let withdrawn = pictures(&studio.clinic, &first).await;
    next_client(&mut studio).await;
    studio.published("website").await;
    let second = newest(&studio, &[&first]).await;
    // The page of one story shows cards of others too.
    let mut kept = pictures(&studio.clinic, &second).await;
    kept.retain(|path, _| !withdrawn.contains_key(path));

    // While people work.
    let folder = tempfile::tempdir().unwrap();
    let (as_folder, as_file) = (folder.path().join("b"), folder.path().join("b.zip"));
    let work = async {
        for seed in 60..64 {
            studio.upload("session", "2026-03-01", photo(seed)).await;
        }
    };
    let (made, ()) = tokio::join!(backup::backup(&studio.clinic.app, &as_folder), work);
    let made = made.unwrap();
    assert!(
        made.audit_whole && made.missing.is_empty(),
        "{:?}",
        made.missing
    );
    studio.clinic.drain().await;
    backup::backup(&studio.clinic.app, &as_file).await.unwrap();

    // More work, and a withdrawal.
    studio.case = add_case(&studio.staff, &studio.client).await;
    studio.published("website").await;
    let third = newest(&studio, &[&first, &second]).await;
    marc.post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;

    for from in [&as_folder, &as_file] {
        let after = successor(studio.clinic.config(), false).await;
        let done = restore(&after, from).await.unwrap();
        assert_eq!(done.replayed, 1);
        assert!(done.ended > 0);
        let visitor = after.visitor();
        visitor.get(&first).await.expect(410);
        for path in withdrawn.keys() {
            let gone = visitor.get(path).await.expect(410);
            assert!(!gone.header("content-type").starts_with("image/"));
        }
        assert_eq!(pictures(&after, &second).await, kept, "byte for byte");
        visitor.get(&third).await.expect(404);

        // Nobody is signed in; the client's own link still works.
        let staff = crate::support::browser::Browser {
            client: studio.staff.client.clone(),
            url: after.url.clone(),
        };
        staff.get("/staff/cases").await.expect(303);
        Worker::new(after.app.clone(), server::jobs())
            .drain()
            .await
            .unwrap();
        let objects = assert_whole(&after.app).await;
        assert!(!objects.is_empty());
        for path in withdrawn.keys() {
            visitor.get(path).await.expect(410);
        }
        let told: Vec<String> = after
            .app
            .db
            .read(|conn| {
                Ok(audit_events::table
                    .filter(audit_events::verb.like("backup.%"))
                    .order(audit_events::seq)
                    .select(audit_events::verb)
                    .load(&mut **conn)?)
            })
            .await
            .unwrap();
        assert_eq!(told, ["backup.restore", "backup.replay"]);
        let chain = after.app.db.read(audit::verify).await.unwrap();
        assert!(matches!(chain, Verdict::Whole(n) if n > 20), "{chain:?}");
        // Replayed once, known from then on.
        let again = backup::finish(&after.app).await.unwrap();
        assert_eq!(again.replayed, 0);
    }
}

/// Words that were given after the backup are not in it, but those before them are, and do not come back.
#[tokio::test]
async fn f13_newer_words_that_were_taken_back_bring_no_older_ones_back() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "none", Some("These words came first.")).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let address = newest(&studio, &[]).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b");
    backup::backup(&studio.clinic.app, &path).await.unwrap();

    let phone = studio.open_link(&studio.invite().await).await;
    answer_all(&phone, "website", "none", Some("Those came later.")).await;
    studio.clinic.drain().await;
    let manage = phone.get("/c/manage").await.expect(200);
    let words = manage.between("scope=words:", "\"").unwrap();
    phone
        .post("/c/withdrawal", &[("scope", &format!("words:{words}"))])
        .await
        .expect(303);
    studio.clinic.drain().await;

    let after = successor(studio.clinic.config(), false).await;
    let done = restore(&after, &path).await.unwrap();
    assert_eq!((done.replayed, done.ended), (1, 1));
    let text = after.visitor().get(&address).await.expect(200).text();
    assert!(!text.contains("words came first"), "{text}");
}

/// A photo that came after the backup and was taken back alone takes nothing else with it.
#[tokio::test]
async fn f13_a_newer_photo_that_was_taken_back_leaves_the_older_ones() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let media = studio.clinic.visitor().get(&address).await.media();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b");
    backup::backup(&studio.clinic.app, &path).await.unwrap();

    let older = studio.upload("before", "2026-01-11", photo(30)).await;
    let newer = studio.upload("one_year", "2026-08-20", photo(40)).await;
    studio.clinic.drain().await;
    for one in [&older, &newer] {
        let changes = [("faceless", "yes"), ("alt", "Crown from above")];
        studio.describe(one, &changes).await;
    }
    studio.clinic.drain().await;
    let pairs = format!("/staff/cases/{}/pairs", studio.case);
    let pair = [("before_id", older.as_str()), ("after_id", &newer)];
    studio.staff.post(&pairs, &pair).await.expect(303);
    let phone = studio.open_link(&studio.invite().await).await;
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    let scope = format!("photo:{newer}");
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains(&scope), "it was allowed: {manage}");
    phone
        .post("/c/withdrawal", &[("scope", &scope)])
        .await
        .expect(303);
    studio.clinic.drain().await;

    let after = successor(studio.clinic.config(), false).await;
    let done = restore(&after, &path).await.unwrap();
    assert_eq!((done.replayed, done.ended), (1, 0));
    let visitor = after.visitor();
    for one in media.iter().chain([&address]) {
        visitor.get(one).await.expect(200);
    }
}

/// A consent given after an earlier withdrawal lives on: the ledger's old events are known to the backup.
#[tokio::test]
async fn f13_an_old_withdrawal_does_not_end_a_newer_consent() {
    let mut studio = Studio::open().await;
    let (phone, first) = studio.published("website").await;
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    studio.case = add_case(&studio.staff, &studio.client).await;
    studio.published("website").await;
    let second = newest(&studio, &[&first]).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    let after = successor(studio.clinic.config(), false).await;
    let done = restore(&after, &path).await.unwrap();
    assert_eq!(done.replayed, 0);
    after.visitor().get(&second).await.expect(200);
    after.visitor().get(&first).await.expect(410);
}

/// One format for both databases and both stores: a studio moves by a backup and a restore.
#[tokio::test]
async fn f13_a_studio_moves_between_databases_and_stores() {
    let studio = Studio::open_with(Options {
        embedded: true,
        ..Options::default()
    })
    .await;
    let (_, address) = studio.published("website").await;
    let shown = pictures(&studio.clinic, &address).await;
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("there.zip");
    backup::backup(&studio.clinic.app, &there).await.unwrap();
    let grown = successor(studio.clinic.config(), false).await;
    restore(&grown, &there).await.unwrap();
    assert_eq!(pictures(&grown, &address).await, shown);
    let back = folder.path().join("back.zip");
    backup::backup(&grown.app, &back).await.unwrap();
    let small = successor(grown.config(), true).await;
    restore(&small, &back).await.unwrap();
    assert_eq!(pictures(&small, &address).await, shown);
    assert_whole(&small.app).await;
}

/// What would be mailed a second time waits for a person; the rest runs again.
#[tokio::test]
async fn f13_no_mail_is_sent_twice_after_a_restore() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.clinic.visitor();
    phone.post(&studio.invite().await, &[]).await.expect(303);
    studio.clinic.drain().await;
    studio.upload("session", "2026-03-01", photo(90)).await;
    phone.post("/c/code/new", &[]).await.expect(303);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    let after = successor(studio.clinic.config(), false).await;
    restore(&after, &path).await.unwrap();
    Worker::new(after.app.clone(), server::jobs())
        .drain()
        .await
        .unwrap();
    assert!(after.app.mailer.sent().is_empty());
    let left: Vec<String> = after
        .app
        .db
        .read(|conn| Ok(jobs::table.select(jobs::name).load(&mut **conn)?))
        .await
        .unwrap();
    assert_eq!(left, ["send_code"]);
    assert_eq!(
        after.app.db.read(candor::jobs::counts).await.unwrap(),
        (0, 1)
    );
}

/// Refused by name, and nothing was changed.
#[tokio::test]
async fn f13_a_backup_that_is_not_whole_is_refused_before_anything_changes() {
    let studio = Studio::open().await;
    studio.pair().await;
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good");
    backup::backup(&studio.clinic.app, &good).await.unwrap();
    let after = successor(studio.clinic.config(), false).await;
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(good.join("manifest.json")).unwrap()).unwrap();
    let object = manifest["objects"][0]["file"].as_str().unwrap().to_owned();

    let try_with = async |name: &str, spoil: &dyn Fn(&Path), expected: &str| {
        let bad = folder.path().join(name);
        copy(&good, &bad);
        spoil(&bad);
        let refusal = restore(&after, &bad).await.unwrap_err();
        assert!(refusal.contains(expected), "{name}: {refusal}");
        assert!(
            after.app.storage.list("").await.unwrap().is_empty(),
            "{name}"
        );
        let rows = after.app.db.read(|conn| {
            let events: i64 = audit_events::table.count().get_result(&mut **conn)?;
            let restored: i64 = restores::table.count().get_result(&mut **conn)?;
            Ok(events + restored)
        });
        assert_eq!(rows.await.unwrap(), 0, "{name}");
    };
    let flip = |path: &Path| {
        let mut bytes = std::fs::read(path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(path, bytes).unwrap();
    };
    let rewrite = |root: &Path, change: &dyn Fn(&mut serde_json::Value)| {
        let mut manifest = manifest.clone();
        change(&mut manifest);
        let json = serde_json::to_vec(&manifest).unwrap();
        std::fs::write(root.join("manifest.sha256"), sha256(&json)).unwrap();
        std::fs::write(root.join("manifest.json"), json).unwrap();
    };
    try_with(
        "object",
        &|root| flip(&root.join(&object)),
        &format!("damaged: {object}"),
    )
    .await;
    try_with(
        "table",
        &|root| flip(&root.join("tables/photos.jsonl")),
        "damaged: tables/photos.jsonl",
    )
    .await;
    try_with(
        "manifest",
        &|root| flip(&root.join("manifest.json")),
        "damaged: manifest.json",
    )
    .await;
    try_with(
        "missing",
        &|root| std::fs::remove_file(root.join(&object)).unwrap(),
        &format!("incomplete: {object} is missing"),
    )
    .await;
    try_with(
        "unfinished",
        &|root| std::fs::remove_file(root.join("manifest.json")).unwrap(),
        "incomplete: manifest.json is missing",
    )
    .await;
    try_with(
        "schema",
        &|root| {
            rewrite(root, &|m| {
                m["migrations"]
                    .as_array_mut()
                    .unwrap()
                    .push("209901010001".into())
            })
        },
        "not known to this version",
    )
    .await;
    try_with(
        "format",
        &|root| rewrite(root, &|m| m["format"] = 2.into()),
        "newer",
    )
    .await;
    try_with(
        "outside",
        &|root| {
            rewrite(root, &|m| {
                m["objects"][0]["file"] = "objects/../../secrets/link".into()
            })
        },
        "damaged: objects/../../secrets/link",
    )
    .await;
    // Other keys, and an installation that is at work.
    let stranger = TestApp::start().await;
    assert!(
        restore(&stranger, &good)
            .await
            .unwrap_err()
            .contains("keys")
    );
    let busy = restore(&studio.clinic, &good).await.unwrap_err();
    assert!(busy.contains("not empty"), "{busy}");
    restore(&after, &good).await.unwrap();
    assert!(
        restore(&after, &good)
            .await
            .unwrap_err()
            .contains("not empty")
    );
}

/// I6: with another ledger than the clinic's, the restore is refused; with none, nothing is public.
#[tokio::test]
async fn f13_without_its_ledger_nothing_is_public() {
    let mut studio = Studio::open().await;
    let (phone, first) = studio.published("website").await;
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    studio.case = add_case(&studio.staff, &studio.client).await;
    studio.published("website").await;
    let second = newest(&studio, &[&first]).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    let mut config = studio.clinic.config();
    let elsewhere = TestApp::start().await;
    config.ledger = elsewhere.config().ledger;
    let after = successor(config, false).await;
    let refusal = restore(&after, &path).await.unwrap_err();
    assert!(refusal.contains("lacks 1 withdrawals"), "{refusal}");
    let lost = Insist {
        ledger_lost: true,
        ..Insist::default()
    };
    backup::restore(&after.app, &path, lost, server::jobs().repeatable())
        .await
        .unwrap();
    after.visitor().get(&first).await.expect(410);
    after.visitor().get(&second).await.expect(410);
    // What the backup knew of the ledger goes on in the new one.
    assert_eq!(after.app.ledger.list("events/").await.unwrap().len(), 1);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
