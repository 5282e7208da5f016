//! Forgetting a client: nothing of the person answers, nothing is left but what has to be kept, and that only for its time.

use std::collections::BTreeSet;

use candor::audit::{self, Verdict};
use candor::backup::{self, Options as Insist};
use candor::consents::{self, LedgerChecked, Misfit};
use candor::db::schema::{
    audit_events, client_requests, clients, consents as rows, decisions, kept_evidence,
};
use candor::db::{Conn, portable};
use candor::jobs::Worker;
use candor::server;
use chrono::Duration;
use diesel::prelude::*;

use super::{paper, videos};
use crate::support::app::{Options, TestApp};
use crate::support::authenticator::enrol;
use crate::support::browser::{Browser, Page};
use crate::support::open_form::send;
use crate::support::studio::{CLIENT_MAIL, Studio, photo};

/// What may be read nowhere afterwards: name, addresses, words, and what was written about them.
const PERSONAL: [&str; 8] = [
    "Dubois",
    "Marc ",
    "\"Marc\"",
    "marc.dubois",
    "mirror again",
    "scalpel",
    "Crown from above",
    "looks full",
];

fn page_of(studio: &Studio) -> String {
    format!("/admin/clients/{}/erasure", studio.client)
}

async fn forget(studio: &Studio) {
    let path = page_of(studio);
    let done = studio.admin.post(&path, &[("meant", "yes")]).await;
    assert_eq!(done.expect(303).location(), "/admin/erasures");
}

/// The client's own link, as the receipt says it.
fn own_link(studio: &Studio) -> String {
    let text = studio.clinic.mail_to(CLIENT_MAIL).text;
    let start = text.find("/c/").unwrap();
    let token = |c: char| c.is_ascii_hexdigit() || c == '.';
    let path: String = text[start + 3..]
        .chars()
        .take_while(|c| token(*c))
        .collect();
    format!("/c/{path}")
}

/// Rows of any table that hold something personal, as `table: row`.
async fn traces(app: &candor::app::App, but: &'static [&'static str]) -> Vec<String> {
    let read = move |conn: &mut Conn| {
        let mut found = Vec::new();
        for table in portable::tables(conn)? {
            if but.contains(&table.name.as_str()) {
                continue;
            }
            portable::read_rows(conn, &table, |row| {
                let text = serde_json::to_string(&row)?;
                if PERSONAL.iter().any(|one| text.contains(one)) {
                    found.push(format!("{}: {text}", table.name));
                }
                Ok(())
            })?;
        }
        Ok(found)
    };
    app.db.snapshot(read).unwrap()
}

async fn objects(app: &candor::app::App) -> BTreeSet<String> {
    let mut there = BTreeSet::new();
    for prefix in ["originals/", "renditions/", "scans/", "videos/"] {
        there.extend(app.storage.list(prefix).await.unwrap());
    }
    there
}

async fn events(app: &candor::app::App, verb: &'static str) -> Vec<(String, String)> {
    let read = move |conn: &mut Conn| {
        Ok(audit_events::table
            .filter(audit_events::verb.eq(verb))
            .order(audit_events::seq)
            .select((audit_events::actor, audit_events::detail))
            .load(&mut **conn)?)
    };
    app.db.read(read).await.unwrap()
}

async fn ledger(app: &candor::app::App) -> LedgerChecked {
    let entries = consents::read_ledger(app).await.unwrap();
    let read = app
        .db
        .read(move |conn| consents::check_ledger(conn, &entries));
    read.await.unwrap()
}

async fn assert_chain_whole(app: &candor::app::App) {
    let chain = app.db.read(audit::verify).await.unwrap();
    assert!(matches!(chain, Verdict::Whole(_)), "{chain:?} (I5)");
}

/// Chooses for how many months evidence is kept.
async fn keep_for(studio: &Studio, months: &str) -> Page {
    let path = "/admin/profile/evidence";
    studio.admin.post(path, &[("months", months)]).await
}

/// Moves the clock on and lets go of what is due. Says how many.
async fn let_go(studio: &Studio, days: i64) -> usize {
    let db = &studio.clinic.app.db;
    db.set_clock_offset(Duration::days(days));
    db.write(consents::let_evidence_go).await.unwrap()
}

/// A story in public, with copies elsewhere, a report, a question to the clinic, and a photo that was removed.
async fn lived() -> (Studio, Browser, String) {
    let studio = Studio::open().await;
    let (phone, address, (_, after)) = studio.published_elsewhere("covered").await;
    let spare = studio.upload("session", "2026-03-01", photo(70)).await;
    studio.clinic.drain().await;
    let gone = format!("/staff/photos/{spare}/delete");
    studio.staff.post(&gone, &[]).await.expect(303);
    let used = format!("instagram:photo:{after}");
    let fields = [
        ("use", used.as_str()),
        ("place", "https://instagram.example/p/1"),
        ("used_on", "2026-07-01"),
    ];
    let uses = format!("/staff/cases/{}/uses", studio.case);
    studio.staff.post(&uses, &fields).await.expect(303);
    let told = [
        ("reason", "misleading"),
        ("words", "I know Marc Dubois"),
        ("contact", "friend@example.com"),
    ];
    let report = format!("{address}/report");
    send(&studio, &studio.clinic.visitor(), &report, &told)
        .await
        .expect(303);
    studio.clinic.drain().await;
    (studio, phone, address)
}

async fn ask_to_be_forgotten(phone: &Browser) {
    let fields = [("kind", "erase"), ("note", "Please forget Marc Dubois.")];
    phone.post("/c/requests", &fields).await.expect(303);
}

#[tokio::test]
async fn s01_s04_what_was_said_in_a_video_is_forgotten_too() {
    let studio = Studio::open().await;
    let (phone, id, _, film) = videos::published(&studio, "website").await;
    let app = &studio.clinic.app;
    let captions = film.replace(".mp4", ".vtt");
    let visitor = studio.clinic.visitor();
    let tag = visitor
        .get(&film)
        .await
        .expect(200)
        .header("etag")
        .to_owned();
    visitor.get(&captions).await.expect(200);
    let stored = objects(app).await;
    assert!(stored.iter().any(|key| key.starts_with("videos/")));
    forget(&studio).await;
    for path in [&film, &captions] {
        for headers in [
            vec![],
            vec![("range", "bytes=0-99")],
            vec![("if-none-match", tag.as_str())],
        ] {
            visitor.get_with(path, &headers).await.expect(410);
        }
    }
    let at = format!("/staff/videos/{id}/video.mp4");
    studio.staff.get(&at).await.expect(404);
    phone
        .get(&format!("/c/videos/{id}/video.mp4"))
        .await
        .expect(401);
    studio.clinic.drain().await;
    assert_eq!(objects(app).await, BTreeSet::new());
    let left = traces(app, &["kept_evidence"]).await;
    assert!(left.is_empty(), "{left:#?}");
}

#[tokio::test]
async fn s01_s04_whoever_is_forgotten_is_nowhere_any_more() {
    let (studio, phone, address) = lived().await;
    let app = &studio.clinic.app;
    let visitor = studio.clinic.visitor();
    let mut tags = Vec::new();
    for path in visitor.get(&address).await.expect(200).media() {
        let page = visitor.get(&path).await.expect(200);
        tags.push((path, page.header("etag").to_owned()));
    }
    assert!(tags.len() >= 8);
    let link = own_link(&studio);
    ask_to_be_forgotten(&phone).await;
    assert!(!traces(app, &[]).await.is_empty());

    // The request leads an admin there; nobody else may.
    let path = page_of(&studio);
    for who in [&studio.staff, &studio.moderator] {
        who.get(&path).await.expect(403);
        who.post(&path, &[("meant", "yes")]).await.expect(403);
    }
    let list = studio.admin.get("/admin/erasures").await.expect(200).text();
    assert!(list.contains(&path) && list.contains("Please forget"));
    let said = studio.admin.get(&path).await.expect(200).text();
    assert!(said.contains("All 3 photos") || said.contains("All 2 photos"));
    assert!(said.contains("One copy in a place that is not yours"));
    assert!(said.contains("kept until") && said.contains("GDPR Art. 17(3)(e)"));
    // One tick says that it is meant.
    studio.admin.post(&path, &[]).await.expect(422);
    forget(&studio).await;

    for round in 0..2 {
        for (path, tag) in &tags {
            for headers in [
                vec![],
                vec![("if-none-match", tag.as_str())],
                vec![("range", "bytes=0-99")],
                vec![("if-none-match", "*")],
            ] {
                let answer = visitor.get_with(path, &headers).await.expect(410);
                assert_eq!(answer.header("cache-control"), "no-store");
                assert!(!answer.body.starts_with(&[0xFF, 0xD8]));
            }
        }
        visitor.get(&address).await.expect(410);
        if round == 0 {
            studio.clinic.drain().await;
        }
    }
    // Nothing is in the store, and nothing in the database but what is kept.
    assert_eq!(objects(app).await, BTreeSet::new());
    let left = traces(app, &["kept_evidence"]).await;
    assert!(left.is_empty(), "{left:#?}");
    let states: Vec<String> = app
        .db
        .read(|conn| Ok(rows::table.select(rows::state).load(&mut **conn)?))
        .await
        .unwrap();
    assert!(states.iter().all(|one| one == "erased"), "{states:?}");
    assert_chain_whole(app).await;

    // Staff meet nobody: not by the record, not by a case, not in a list that would stumble over it.
    let case = &studio.case;
    studio
        .staff
        .get(&format!("/staff/clients/{}", studio.client))
        .await
        .expect(404);
    for room in ["", "/photos", "/story", "/consent", "/uses", "/edit"] {
        let path = format!("/staff/cases/{case}{room}");
        studio.staff.get(&path).await.expect(404);
    }
    let evidence = format!("/staff/cases/{case}/evidence");
    studio.moderator.get(&evidence).await.expect(404);
    studio.moderator.post(&evidence, &[]).await.expect(404);
    for list in ["/staff/clients", "/staff/cases", "/staff/duties", "/papers"] {
        let text = studio.staff.get(list).await.expect(200).text();
        assert!(!text.contains("Dubois"), "{list}");
    }
    for list in ["/moderation", "/moderation/reports"] {
        let text = studio.moderator.get(list).await.expect(200).text();
        assert!(!text.contains("Dubois"), "{list}");
    }
    for list in ["/admin/originals", "/admin/disputes", "/admin/erasures"] {
        let text = studio.admin.get(list).await.expect(200).text();
        assert!(!text.contains("Dubois"), "{list}");
    }
    // Nothing comes back by a form that was open.
    let fields = [("stage", "before"), ("angle", "front")];
    let more = [("IMG_0002.JPG", photo(90))];
    let photos = format!("/staff/cases/{case}/photos");
    let late = studio.staff.upload(&photos, &fields, &more).await;
    assert!(late.status != 201, "{}", late.text());
    studio.clinic.drain().await;
    candor::photos::sweep(app, Duration::seconds(-60))
        .await
        .unwrap();
    assert_eq!(objects(app).await, BTreeSet::new());

    // The client's own link is calm, and says nothing of them.
    let told = visitor.get(&link).await.expect(410).text();
    assert!(told.contains("We have forgotten you") && told.contains("kept for legal reasons"));
    assert!(!told.contains("Marc") && !told.contains("Dubois"));
    visitor.post(&link, &[]).await.expect(410);
    phone.get("/c/manage").await.expect(401);
}

#[tokio::test]
async fn g28_a_copy_elsewhere_still_has_to_come_down_whoever_it_was() {
    let (studio, _, _) = lived().await;
    let app = &studio.clinic.app;
    forget(&studio).await;
    studio.clinic.drain().await;
    let duties = studio.staff.get("/staff/duties").await.expect(200);
    let text = duties.text();
    assert!(text.contains("instagram.example/p/1") && text.contains("somebody who was forgotten"));
    let path = duties.between("action=\"/staff/uses/", "\"").unwrap();
    let fields = [
        ("proof", "Marc Dubois is gone there"),
        ("removed_on", "2026-08-01"),
    ];
    let path = format!("/staff/uses/{path}");
    let removed = studio.staff.post(&path, &fields).await;
    assert!([303, 422].contains(&removed.status), "{}", removed.text());
    if removed.status == 422 {
        let now = app
            .db
            .read(|conn| conn.now())
            .await
            .unwrap()
            .date()
            .to_string();
        let fields = [
            ("proof", "Marc Dubois is gone there"),
            ("removed_on", &*now),
        ];
        studio.staff.post(&path, &fields).await.expect(303);
    }
    let left = traces(app, &["kept_evidence"]).await;
    assert!(left.is_empty(), "{left:#?}");
    let text = studio.staff.get("/staff/duties").await.expect(200).text();
    assert!(
        !text.contains("instagram.example"),
        "where it was goes with the duty"
    );
}

#[tokio::test]
async fn i3_i5_evidence_is_kept_for_its_time_and_no_longer() {
    let studio = Studio::open().await;
    studio.published("website").await;
    let app = &studio.clinic.app;
    let link = own_link(&studio);
    let consent: String = app
        .db
        .read(|conn| Ok(rows::table.select(rows::id).first(&mut **conn)?))
        .await
        .unwrap();
    let take = format!("/admin/erasures/{consent}/evidence");
    // Of someone who is not forgotten nothing is kept apart.
    studio.admin.post(&take, &[]).await.expect(404);
    forget(&studio).await;
    studio.clinic.drain().await;

    for who in [&studio.staff, &studio.moderator] {
        who.post(&take, &[]).await.expect(403);
    }
    assert!(events(app, "evidence.view").await.is_empty());
    let zip = studio.admin.post(&take, &[]).await.expect(200);
    assert_eq!(zip.header("cache-control"), "private, no-store");
    let files = unpacked(&zip.body);
    let document = String::from_utf8(files["document.json"].clone()).unwrap();
    assert!(document.contains("mirror again"));
    let evidence = &files["evidence.json"];
    let seal = String::from_utf8(files["signature.txt"].clone()).unwrap();
    assert!(candor::seal::is_ours(&app.config, evidence, &seal).unwrap());
    assert!(String::from_utf8_lossy(evidence).contains("Marc Dubois"));
    assert_eq!(events(app, "evidence.view").await.len(), 1);

    // Three years after it was last in force it goes by itself, and the chain says so by its id.
    assert_eq!(let_go(&studio, 3 * 365 - 3).await, 0);
    assert_eq!(let_go(&studio, 3 * 365 + 3).await, 1);
    assert_eq!(let_go(&studio, 3 * 365 + 3).await, 0);
    let said = events(app, "evidence.remove").await;
    assert_eq!(said, [("system".to_owned(), "{}".to_owned())]);
    let left = traces(app, &[]).await;
    assert!(left.is_empty(), "{left:#?}");
    let told = studio.clinic.visitor().get(&link).await.expect(410).text();
    assert!(told.contains("Nothing of yours is kept"));
    assert_chain_whole(app).await;
}

#[tokio::test]
async fn i3_a_scan_is_kept_with_its_evidence_and_goes_with_it() {
    let studio = paper::transcribed(&[]).await;
    paper::verify(&studio).await.expect(303);
    studio.clinic.drain().await;
    let app = &studio.clinic.app;
    let consent: String = app
        .db
        .read(|conn| Ok(rows::table.select(rows::id).first(&mut **conn)?))
        .await
        .unwrap();
    let scan = format!("/papers/{consent}/1.jpg");
    studio.moderator.get(&scan).await.expect(200);
    forget(&studio).await;
    studio.clinic.drain().await;
    let left = objects(app).await;
    assert!(
        left.len() == 1 && left.iter().all(|one| one.starts_with("scans/")),
        "{left:?}"
    );
    // An admin alone reads it from now on.
    for who in [&studio.staff, &studio.moderator] {
        who.get(&scan).await.expect(404);
    }
    let take = format!("/admin/erasures/{consent}/evidence");
    let zip = studio.admin.post(&take, &[]).await.expect(200);
    assert!(unpacked(&zip.body)["scan-1.jpg"].starts_with(&[0xFF, 0xD8]));
    let left = traces(app, &["kept_evidence"]).await;
    assert!(left.is_empty(), "{left:#?}");
    assert_eq!(let_go(&studio, 3 * 365 + 3).await, 1);
    studio.clinic.drain().await;
    assert_eq!(objects(app).await, BTreeSet::new());
}

#[tokio::test]
async fn g21_the_profile_says_how_long_and_the_clinic_chooses_what_it_leaves_open() {
    let studio = Studio::open().await;
    let shown = studio.admin.get("/admin/profile").await.expect(200).text();
    assert!(shown.contains("36 months") && shown.contains("GDPR Art. 17(3)(e)"));
    keep_for(&studio, "181").await.expect(422);
    keep_for(&studio, "long").await.expect(422);
    studio
        .staff
        .post("/admin/profile/evidence", &[("months", "1")])
        .await
        .expect(403);
    keep_for(&studio, "0").await.expect(303);
    studio.published("website").await;
    let said = studio.admin.get(&page_of(&studio)).await.expect(200).text();
    assert!(said.contains("No evidence of a signature"));
    let us = [("profile", "us")];
    studio.admin.post("/admin/profile", &us).await.expect(303);
    // HIPAA names six years: less can't be chosen, and what was chosen elsewhere does not count.
    keep_for(&studio, "71").await.expect(422);
    let said = studio.admin.get(&page_of(&studio)).await.expect(200).text();
    assert!(said.contains("72 months") && said.contains("164.530(j)(2)"));
    let general = [("profile", "general")];
    studio
        .admin
        .post("/admin/profile", &general)
        .await
        .expect(303);
    forget(&studio).await;
    studio.clinic.drain().await;
    let app = &studio.clinic.app;
    let left = traces(app, &[]).await;
    assert!(left.is_empty(), "{left:#?}");
    assert_eq!(objects(app).await, BTreeSet::new());
}

#[tokio::test]
async fn f15_forgetting_twice_counts_once() {
    let studio = Studio::open().await;
    studio.published("website").await;
    let app = &studio.clinic.app;
    let path = page_of(&studio);
    let meant = [("meant", "yes")];
    let (one, two) = tokio::join!(
        studio.admin.post(&path, &meant),
        studio.admin.post(&path, &meant)
    );
    assert_eq!((one.status, two.status), (303, 303));
    forget(&studio).await;
    studio.admin.get(&path).await.expect(404);
    studio.clinic.drain().await;
    assert_eq!(events(app, "client.erase").await.len(), 1);
    assert_eq!(events(app, "consent.withdraw").await.len(), 1);
    // The ledger has the withdrawal and the erasure, once each.
    let checked = ledger(app).await;
    assert_eq!((checked.entries, checked.on_their_way), (2, 0));
    assert!(checked.misfits.is_empty(), "{checked:?}");
    let scopes: Vec<String> = consents::read_ledger(app)
        .await
        .unwrap()
        .into_iter()
        .map(|one| one.entry.unwrap().0.scope)
        .collect();
    assert_eq!(scopes, ["all", "erase"]);
    let kept: i64 = app
        .db
        .read(|conn| Ok(kept_evidence::table.count().get_result(&mut **conn)?))
        .await
        .unwrap();
    assert_eq!(kept, 1);
}

#[tokio::test]
async fn f13_i1_i2_a_backup_from_before_forgets_again_before_it_serves() {
    let (studio, phone, address) = lived().await;
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    let link = own_link(&studio);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    ask_to_be_forgotten(&phone).await;
    forget(&studio).await;
    studio.clinic.drain().await;
    let here: Vec<(i64, i64)> = vec![kept_of(&studio.clinic).await];

    let after = TestApp::start_with(Options {
        after: Some(studio.clinic.config()),
        ..Options::default()
    })
    .await;
    let jobs = server::jobs();
    let done = backup::restore(&after.app, &path, Insist::default(), jobs.repeatable())
        .await
        .unwrap();
    // The request's withdrawal, the erasure's own, and the erasure.
    assert_eq!((done.replayed, done.unknown_clients), (3, 0));
    let stranger = after.visitor();
    stranger.get(&address).await.expect(410);
    for path in &media {
        let gone = stranger.get(path).await.expect(410);
        assert!(!gone.header("content-type").starts_with("image/"));
    }
    // Before any job has run, the database knows nothing of the person; then the files go, too.
    let left = traces(&after.app, &["kept_evidence", "jobs"]).await;
    assert!(left.is_empty(), "{left:#?}");
    Worker::new(after.app.clone(), server::jobs())
        .drain()
        .await
        .unwrap();
    assert_eq!(objects(&after.app).await, BTreeSet::new());
    let told = stranger.get(&link).await.expect(410).text();
    assert!(told.contains("We have forgotten you"));
    assert_eq!(
        vec![kept_of(&after).await],
        here,
        "kept as long as was said"
    );
    assert_chain_whole(&after.app).await;
    let checked = ledger(&after.app).await;
    assert!(checked.misfits.is_empty(), "{checked:?}");
    assert_eq!(backup::finish(&after.app).await.unwrap().replayed, 0);
}

/// How many are kept, and until which day.
async fn kept_of(clinic: &TestApp) -> (i64, i64) {
    let read = |conn: &mut Conn| {
        let until: Vec<chrono::NaiveDateTime> = kept_evidence::table
            .select(kept_evidence::kept_until)
            .load(&mut **conn)?;
        let day = until
            .first()
            .map_or(0, |at| at.and_utc().timestamp() / 86_400);
        Ok((i64::try_from(until.len()).unwrap(), day))
    };
    clinic.app.db.read(read).await.unwrap()
}

#[tokio::test]
async fn f13_an_erasure_that_a_database_does_not_know_is_named() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    forget(&studio).await;
    studio.clinic.drain().await;
    assert!(ledger(app).await.misfits.is_empty());
    let lost = app
        .db
        .write(|conn| {
            use candor::db::schema::withdrawals;
            let erasure = withdrawals::table.filter(withdrawals::scope.eq("erase"));
            let id: String = erasure.select(withdrawals::id).first(&mut **conn)?;
            diesel::delete(erasure).execute(&mut **conn)?;
            Ok(id)
        })
        .await
        .unwrap();
    let found = ledger(app).await.misfits;
    assert_eq!(found, [Misfit::NotInDatabase { id: lost }]);
    assert_eq!(backup::finish(app).await.unwrap().replayed, 1);
    assert!(ledger(app).await.misfits.is_empty());
}

#[tokio::test]
async fn s42_where_a_second_factor_is_asked_for_nobody_is_forgotten_without() {
    let studio = Studio::open().await;
    let rule = [("rule", "always")];
    studio
        .admin
        .post("/admin/second-factor", &rule)
        .await
        .expect(303);
    let path = page_of(&studio);
    let shown = studio.admin.get(&path).await.expect(200).text();
    assert!(shown.contains("second factor") && !shown.contains("name=\"meant\""));
    studio
        .admin
        .post(&path, &[("meant", "yes")])
        .await
        .expect(409);
    let now = studio.clinic.app.db.read(|conn| conn.now()).await.unwrap();
    enrol(&studio.admin, now).await;
    forget(&studio).await;
}

#[tokio::test]
async fn s27_what_is_exported_of_someone_who_was_forgotten_is_what_is_kept() {
    let (studio, _, _) = lived().await;
    let app = &studio.clinic.app;
    forget(&studio).await;
    studio.clinic.drain().await;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("client.zip");
    let pictures = backup::export_client(app, &studio.client, &out)
        .await
        .unwrap();
    assert_eq!(pictures, 0);
    let files = unpacked(&std::fs::read(&out).unwrap());
    assert!(files.keys().all(|name| !name.contains("photos/")));
    let data: serde_json::Value = serde_json::from_slice(&files["data.json"]).unwrap();
    assert_eq!(data["clients"][0]["name"], "");
    assert_eq!(data["kept_evidence"].as_array().unwrap().len(), 1);
    let mut rest = data.as_object().unwrap().clone();
    rest.remove("kept_evidence");
    let rest = serde_json::to_string(&rest).unwrap();
    assert!(!PERSONAL.iter().any(|one| rest.contains(one)), "{rest}");
}

fn unpacked(zip: &[u8]) -> std::collections::BTreeMap<String, Vec<u8>> {
    use std::io::Read;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    (0..zip.len())
        .map(|i| {
            let mut file = zip.by_index(i).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// Everyone else stays as they were.
#[tokio::test]
async fn i3_nobody_else_is_touched() {
    let mut studio = Studio::open().await;
    studio.published("website").await;
    let marc = studio.client.clone();
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
    studio.case = crate::support::studio::add_case(&studio.staff, &studio.client).await;
    let list = |text: String| -> BTreeSet<String> {
        let parts = text.split("href=\"/stories/").skip(1);
        let slugs = parts.filter_map(|rest| rest.split('"').next());
        slugs.map(str::to_owned).collect()
    };
    let visitor = studio.clinic.visitor();
    let first = list(visitor.get("/stories").await.text());
    studio.published("website").await;
    let both = list(visitor.get("/stories").await.text());
    let lena = both.difference(&first).next().unwrap();
    let page = visitor.get(&format!("/stories/{lena}")).await.expect(200);
    let before = crate::faults::support::assert_whole(&studio.clinic.app)
        .await
        .len();

    let path = format!("/admin/clients/{marc}/erasure");
    studio
        .admin
        .post(&path, &[("meant", "yes")])
        .await
        .expect(303);
    studio.clinic.drain().await;
    let after = visitor.get(&format!("/stories/{lena}")).await.expect(200);
    for path in after.media() {
        visitor.get(&path).await.expect(200);
    }
    assert!(page.media().iter().any(|path| after.media().contains(path)));
    let kept = crate::faults::support::assert_whole(&studio.clinic.app)
        .await
        .len();
    assert_eq!(kept * 2, before, "half of the files are hers");
    studio
        .staff
        .get(&format!("/staff/cases/{}", studio.case))
        .await
        .expect(200);
    let read = |conn: &mut Conn| {
        let known = clients::table.filter(clients::erased_at.is_null());
        let open = client_requests::table
            .count()
            .get_result::<i64>(&mut **conn)?;
        let gates: Vec<String> = decisions::table
            .select(decisions::gates)
            .load(&mut **conn)?;
        Ok((
            known.select(clients::name).load::<String>(&mut **conn)?,
            open,
            gates,
        ))
    };
    let (known, _, gates) = studio.clinic.app.db.read(read).await.unwrap();
    assert_eq!(known, ["Lena Ortiz"]);
    assert_eq!(gates.iter().filter(|one| *one == "[]").count(), 1);
}
