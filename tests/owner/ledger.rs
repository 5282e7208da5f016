//! F13: the ledger of withdrawals is read back and compared with the database, both ways; and what it brings back takes the same
//! effect as the withdrawal had.

use candor::app::App;
use candor::backup;
use candor::consents::{self, LedgerChecked, Misfit, WriteLedger};
use candor::db::schema::{jobs as queue, withdrawals};
use candor::db::{ClientId, PhotoId};
use candor::jobs;
use candor::photos::{self, MakeAvif};
use candor::server;
use candor::storage::{ObjectId, StorageKey};
use diesel::prelude::*;
use serde_json::Value;

use crate::proofs::narrowing::whole_face;
use crate::proofs::texts;
use crate::support::app::{Options, TestApp};
use crate::support::studio::{PASSWORD, Studio, add_case, answer_showing};

async fn checked(app: &App) -> LedgerChecked {
    let ledger = consents::read_ledger(app).await.unwrap();
    let read = app
        .db
        .read(move |conn| consents::check_ledger(conn, &ledger));
    read.await.unwrap()
}

/// Withdraws twice: one place, then everything.
async fn withdrawn_twice(studio: &Studio) {
    let (phone, _) = studio.published("website_and_search").await;
    for scope in ["channel:search", "all"] {
        let sent = phone.post("/c/withdrawal", &[("scope", scope)]).await;
        sent.expect(303);
    }
}

async fn objects(app: &App) -> Vec<(StorageKey, Value)> {
    let mut found = Vec::new();
    for path in app.ledger.list("events/").await.unwrap() {
        let key = StorageKey::from_path(&path).unwrap();
        let bytes = app.ledger.get(&key).await.unwrap();
        found.push((key, serde_json::from_slice(&bytes).unwrap()));
    }
    found.sort_by_key(|(_, file): &(_, Value)| file["number"].as_i64());
    found
}

async fn put(app: &App, file: &Value) {
    let key = StorageKey::LedgerEvent(ObjectId::random().unwrap());
    let bytes = serde_json::to_vec(file).unwrap();
    app.ledger.put(&key, bytes.into()).await.unwrap();
}

#[tokio::test]
async fn f13_the_ledger_and_the_database_are_compared_both_ways() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    withdrawn_twice(&studio).await;
    let before = checked(app).await;
    assert_eq!((before.entries, before.on_their_way), (0, 2));
    assert!(before.misfits.is_empty(), "{before:?}");
    studio.clinic.drain().await;
    let well = checked(app).await;
    assert_eq!((well.entries, well.on_their_way, well.unsigned), (2, 0, 0));
    assert!(well.misfits.is_empty(), "{well:?}");
    let kept = objects(app).await;
    assert_eq!(
        (&kept[0].1["number"], &kept[1].1["number"]),
        (&1.into(), &2.into())
    );

    // Twice the same is no harm: a job may be killed behind its write.
    put(app, &kept[0].1).await;
    assert!(checked(app).await.misfits.is_empty());

    // One is gone.
    let all = kept[1].1["id"].as_str().unwrap().to_owned();
    app.ledger.delete(&kept[1].0).await.unwrap();
    let found = checked(app).await.misfits;
    assert_eq!(
        found,
        [
            Misfit::NotInLedger { id: all.clone() },
            Misfit::Gap { number: 2 }
        ]
    );

    // It comes back as something that was never said.
    let mut changed = kept[1].1.clone();
    changed["scope"] = "channel:search".into();
    put(app, &changed).await;
    let found = checked(app).await.misfits;
    assert!(
        found.contains(&Misfit::Broken { id: all.clone() }),
        "{found:?}"
    );
    assert!(found.contains(&Misfit::Unlike { id: all }), "{found:?}");
}

#[tokio::test]
async fn f13_an_entry_that_did_not_take_effect_is_named() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    withdrawn_twice(&studio).await;
    studio.clinic.drain().await;
    app.db
        .write(|conn| {
            let last = withdrawals::table.filter(withdrawals::number.eq(2));
            Ok(diesel::delete(last).execute(&mut **conn)?)
        })
        .await
        .unwrap();
    let lost = objects(app).await[1].1["id"].as_str().unwrap().to_owned();
    let found = checked(app).await.misfits;
    assert_eq!(found, [Misfit::NotInDatabase { id: lost }]);
    // What the message says mends it, and the numbers go on behind it.
    assert_eq!(backup::finish(app).await.unwrap().replayed, 1);
    let mended = checked(app).await;
    assert!(mended.misfits.is_empty(), "{mended:?}");

    // An entry of an earlier version, and one of a client who is not here.
    let client = ClientId::parse(&studio.client).unwrap();
    let entry = |id: &str, client: &ClientId| WriteLedger {
        id: id.to_owned(),
        client: client.clone(),
        scope: "all".to_owned(),
        at: "2026-01-01T00:00:00+00:00".to_owned(),
        number: None,
    };
    put(
        app,
        &serde_json::to_value(entry("ab", &ClientId::new())).unwrap(),
    )
    .await;
    let found = checked(app).await;
    assert_eq!((found.unsigned, found.of_others), (1, 1));
    assert!(found.misfits.is_empty(), "{found:?}");
    put(app, &serde_json::to_value(entry("cd", &client)).unwrap()).await;
    let found = checked(app).await.misfits;
    assert_eq!(
        found,
        [Misfit::NotInDatabase {
            id: "cd".to_owned()
        }]
    );
}

async fn successor(studio: &Studio, from: &std::path::Path) -> TestApp {
    restored(studio, from).await.0
}

async fn restored(studio: &Studio, from: &std::path::Path) -> (TestApp, backup::Finished) {
    let after = TestApp::start_with(Options {
        after: Some(studio.clinic.config()),
        ..Options::default()
    })
    .await;
    let registry = server::jobs();
    let insist = backup::Options::default();
    let finished = backup::restore(&after.app, from, insist, registry.repeatable())
        .await
        .unwrap();
    (after, finished)
}

async fn waiting(app: &App) -> Vec<String> {
    app.db
        .read(|conn| {
            Ok(queue::table
                .filter(queue::parked_at.is_null())
                .order(queue::name)
                .select(queue::name)
                .load(&mut **conn)?)
        })
        .await
        .unwrap()
}

/// What only visitors would need of photos that were taken back is not made in the restored database either.
#[tokio::test]
async fn f13_a_replay_calls_off_work_on_what_it_takes_down() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let photo = studio.clinic.app.db.read({
        let client = studio.client.clone();
        move |conn| {
            use candor::db::schema::photos as table;
            Ok(table::table
                .filter(table::client_id.eq(client))
                .select(table::id)
                .first::<PhotoId>(&mut **conn)?)
        }
    });
    let id = photo.await.unwrap();
    studio
        .clinic
        .app
        .db
        .write(move |conn| {
            let photo = photos::photo(conn, &id)?;
            let job = MakeAvif {
                photo: photo.id,
                edits: photo.edits_sha256,
                level: 0,
            };
            jobs::enqueue(conn, &job)
        })
        .await
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.zip");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;

    let after = successor(&studio, &path).await;
    after.visitor().get(&address).await.expect(410);
    let names = waiting(&after.app).await;
    assert!(!names.contains(&"make_avif".to_owned()), "{names:?}");
    after.drain().await;
    assert!(checked(&after.app).await.misfits.is_empty());
}

/// What rests on a recalled text is down in the restored database too, and nobody is asked with it.
#[tokio::test]
async fn f13_g04_a_text_that_was_recalled_after_the_backup_stays_recalled() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.zip");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    recall(&studio).await;

    let after = successor(&studio, &path).await;
    all_gone(&after, media.iter().chain([&address])).await;
    let staff = after.visitor();
    let fields = [("email", "staff@studio.example"), ("password", PASSWORD)];
    staff.post("/sign-in", &fields).await.expect(303);
    let again = staff.get("/staff/asked-again").await.expect(200).text();
    assert!(again.contains("Marc Dubois"), "{again}");
    after.drain().await;
    assert!(checked(&after.app).await.misfits.is_empty());
}

/// Of three who signed the same text or were asked with it each is counted once, and who was being asked with it is asked no more.
#[tokio::test]
async fn f13_g04_who_was_being_asked_with_a_text_recalled_after_the_backup_is_asked_no_more() {
    let mut studio = Studio::open().await;
    for _ in 0..2 {
        studio.signed("website").await;
        studio.case = add_case(&studio.staff, &studio.client).await;
    }
    studio.pair().await;
    studio.write_story().await;
    let link = studio.invite().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.zip");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    recall(&studio).await;

    let (after, finished) = restored(&studio, &path).await;
    assert_eq!((finished.replayed, finished.ended), (3, 3));
    after.visitor().get(&link).await.expect(404);
    after.drain().await;
    assert!(checked(&after.app).await.misfits.is_empty());
}

/// What was signed after the backup with a text that was then recalled is not there; what it took the place of would hold
/// again, and does not.
#[tokio::test]
async fn f13_g04_a_recall_of_what_was_signed_after_the_backup_brings_nothing_older_back() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let media = studio.clinic.visitor().get(&address).await.media();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.zip");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    let parts = texts::TAGS.map(|tag| (tag, "Other words."));
    texts::publish(&studio, &parts).await.expect(303);
    let phone = studio.open_link(&studio.invite().await).await;
    answer_showing(&phone, "area_only", "website", "none", None).await;
    studio.clinic.drain().await;
    recall(&studio).await;

    let after = successor(&studio, &path).await;
    all_gone(&after, media.iter().chain([&address])).await;
    after.drain().await;
    assert!(checked(&after.app).await.misfits.is_empty());
}

async fn all_gone(clinic: &TestApp, paths: impl Iterator<Item = &String>) {
    let visitor = clinic.visitor();
    for path in paths {
        visitor.get(path).await.expect(410);
    }
}

/// Recalls the text that clients are asked with.
async fn recall(studio: &Studio) {
    texts::recall(studio).await;
    studio.clinic.drain().await;
}

/// What was disputed after the backup is disputed in the restored database too, and down. A consent that was signed after the
/// backup is not there; the one that it took the place of would hold again, and does not.
#[tokio::test]
async fn f13_g12_what_was_disputed_after_the_backup_stays_down() {
    for signed_since in [false, true] {
        let studio = Studio::open().await;
        let (_, address) = studio.published("website").await;
        let media = studio.clinic.visitor().get(&address).await.media();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b.zip");
        backup::backup(&studio.clinic.app, &path).await.unwrap();
        if signed_since {
            let phone = studio.open_link(&studio.invite().await).await;
            answer_showing(&phone, "area_only", "website", "none", None).await;
            studio.clinic.drain().await;
            studio.clinic.visitor().get(&address).await.expect(200);
        }
        let suspend = format!("/staff/cases/{}/consent/suspension", studio.case);
        let why = [("why", "Their sister says it is not their signature.")];
        studio.staff.post(&suspend, &why).await.expect(303);
        studio.clinic.drain().await;

        let after = successor(&studio, &path).await;
        all_gone(&after, media.iter().chain([&address])).await;
        after.drain().await;
        assert!(checked(&after.app).await.misfits.is_empty());
    }
}

/// Who was only asked anew with a recalled text has what they signed before, which rests on another.
#[tokio::test]
async fn f13_g04_a_recall_takes_nothing_from_who_was_only_asked_with_it() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.zip");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    let parts = texts::TAGS.map(|tag| (tag, "Other words."));
    texts::publish(&studio, &parts).await.expect(303);
    studio.invite().await;
    recall(&studio).await;
    studio.clinic.visitor().get(&address).await.expect(200);

    let after = successor(&studio, &path).await;
    after.visitor().get(&address).await.expect(200);
    after.drain().await;
}

/// Less of a photo is shown in the restored database at once too, and never more.
#[tokio::test]
async fn f13_a_replay_shows_less_where_the_client_allowed_less() {
    let studio = Studio::open().await;
    let (phone, address, (_, after_photo)) = whole_face(&studio, true).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.zip");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    let whole = studio
        .clinic
        .visitor()
        .get(&address)
        .await
        .expect(200)
        .media();
    let scope = format!("level:{after_photo}:covered");
    phone
        .post("/c/withdrawal", &[("scope", &scope)])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let less = studio
        .clinic
        .visitor()
        .get(&address)
        .await
        .expect(200)
        .media();

    let after = successor(&studio, &path).await;
    let visitor = after.visitor();
    let now = visitor.get(&address).await.expect(200).media();
    assert_eq!(now.len(), less.len(), "as many pictures as there were");
    let gone: Vec<_> = whole.iter().filter(|one| !now.contains(one)).collect();
    assert!(!gone.is_empty());
    for path in gone {
        visitor.get(path).await.expect(410);
    }
    for path in &now {
        visitor.get(path).await.expect(200);
    }
    after.drain().await;
}

/// What waited to return with less shown returns no more once everything was taken back.
#[tokio::test]
async fn f13_a_replay_ends_the_waiting_of_what_it_takes_down() {
    let studio = Studio::open().await;
    let (phone, address, (_, after_photo)) = whole_face(&studio, false).await;
    let visitor = studio.clinic.visitor();
    let whole = visitor.get(&address).await.expect(200).media();
    // Staff cover more: the photo waits for its new version while the backup is made.
    let masks = [
        ("mask_kind", "face"),
        ("mask_x", "5"),
        ("mask_y", "5"),
        ("mask_width", "90"),
        ("mask_height", "90"),
        ("alt", "Crown from above"),
    ];
    studio.describe(&after_photo, &masks).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.zip");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    studio.clinic.drain().await;

    let after = successor(&studio, &path).await;
    after.drain().await;
    after.visitor().get(&address).await.expect(410);
    for path in whole {
        after.visitor().get(&path).await.expect(410);
    }
    let shown = after.app.db.read(|conn| {
        use candor::db::schema::publications as table;
        let open = table::table.filter(table::unpublished_at.is_null());
        let waiting =
            table::table.filter(table::unpublished_why.eq_any(["less_shown", "narrowed"]));
        let open: i64 = open.count().get_result(&mut **conn)?;
        let waiting: i64 = waiting.count().get_result(&mut **conn)?;
        Ok((open, waiting))
    });
    assert_eq!(shown.await.unwrap(), (0, 0));
}
