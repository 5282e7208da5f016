//! S51: whoever changes the record of who did what is found out, also who owns the database and writes it anew.

use candor::app::App;
use candor::audit::{self, Anchor, Checked, Doer, Event, Stray, Verdict};
use candor::backup;
use candor::db::Conn;
use candor::db::schema::{audit_anchors, audit_events, audit_head};
use candor::error::Error;
use candor::seal;
use candor::server;
use candor::storage::{ObjectId, StorageKey};
use chrono::Duration;
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::support::app::{Options, TestApp};
use crate::support::studio::{Studio, photo};

/// Anchors the chain, `days` from now.
async fn anchor(clinic: &TestApp, days: i64) {
    clinic.app.db.set_clock_offset(Duration::days(days));
    assert!(clinic.app.db.write(audit::want_anchor).await.unwrap());
    clinic.drain().await;
}

async fn events(app: &App, count: usize) {
    app.db
        .write(move |conn| {
            for _ in 0..count {
                audit::record(conn, &Doer::System, "case.edit", "case:1", &json!({}))?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

async fn check(app: &App) -> Checked {
    audit::check(app).await.unwrap()
}

/// As the owner of the database could: without its triggers.
fn unguarded(conn: &mut Conn) -> Result<(), Error> {
    let drop: &[&str] = match std::env::var("TEST_DATABASE_URL") {
        Ok(_) => &["DROP TRIGGER audit_events_append_only ON audit_events"],
        Err(_) => &[
            "DROP TRIGGER audit_events_no_update",
            "DROP TRIGGER audit_events_no_delete",
        ],
    };
    for sql in drop {
        diesel::sql_query(*sql).execute(&mut **conn)?;
    }
    Ok(())
}

/// Writes the chain anew from one event on, so that it fits itself.
fn rewrite(conn: &mut Conn, from: i64) -> Result<(), Error> {
    let all: Vec<Event> = audit_events::table
        .filter(audit_events::seq.ge(from - 1))
        .order(audit_events::seq)
        .select(Event::as_select())
        .load(&mut **conn)?;
    let mut previous = all[0].sha256.clone();
    for mut event in all.into_iter().skip(1) {
        if event.seq == from {
            event.actor = "user:someone-else".to_owned();
        }
        event.previous_sha256 = previous;
        event.sha256 = event.own_sha256();
        diesel::update(audit_events::table.find(event.seq))
            .set((
                audit_events::actor.eq(&event.actor),
                audit_events::previous_sha256.eq(&event.previous_sha256),
                audit_events::sha256.eq(&event.sha256),
            ))
            .execute(&mut **conn)?;
        previous = event.sha256;
    }
    diesel::update(audit_head::table)
        .set(audit_head::sha256.eq(previous))
        .execute(&mut **conn)?;
    Ok(())
}

#[tokio::test]
async fn s51_the_database_refuses_to_change_or_remove_a_line() {
    let clinic = TestApp::start().await;
    events(&clinic.app, 2).await;
    let mut refused = vec![
        "UPDATE audit_events SET actor = 'system' WHERE seq = 1",
        "DELETE FROM audit_events WHERE seq = 2",
    ];
    if std::env::var("TEST_DATABASE_URL").is_ok() {
        refused.push("TRUNCATE audit_events");
    }
    for sql in refused {
        let tried = clinic
            .app
            .db
            .write(move |conn| Ok(diesel::sql_query(sql).execute(&mut **conn)?));
        let told = tried.await.unwrap_err().to_string();
        assert!(told.contains("append-only"), "{sql}: {told}");
    }
    assert_eq!(check(&clinic.app).await.verdict, Verdict::Whole(2));
}

#[tokio::test]
async fn s51_a_chain_written_anew_is_named_by_the_anchor() {
    let clinic = TestApp::start().await;
    let app = &clinic.app;
    events(app, 5).await;
    anchor(&clinic, 0).await;
    events(app, 5).await;
    anchor(&clinic, 1).await;
    // One a day.
    assert!(!app.db.write(audit::want_anchor).await.unwrap());
    events(app, 5).await;
    let well = check(app).await;
    assert_eq!((well.verdict, well.anchors), (Verdict::Whole(15), 2));
    assert!(well.found().is_none());

    let second = well.latest.unwrap();
    app.db
        .write(|conn| {
            unguarded(conn)?;
            rewrite(conn, 7)
        })
        .await
        .unwrap();
    // By itself the chain fits.
    let alone = app.db.read(audit::verify).await.unwrap();
    assert_eq!(alone, Verdict::Whole(15));
    let found = check(app).await;
    let named = Stray::Rewritten {
        day: second.day,
        seq: 10,
        after: 5,
    };
    assert_eq!(found.stray, Some(named));
    assert_eq!(found.found().unwrap().finding, "rewritten");

    // Nothing vouches for it from then on, and the page says so.
    anchor(&clinic, 2).await;
    let anchors = app.db.read(|conn| {
        Ok(audit_anchors::table
            .count()
            .get_result::<i64>(&mut **conn)?)
    });
    assert_eq!(anchors.await.unwrap(), 2);
    let kept = app.db.read(audit::last_check).await.unwrap().unwrap();
    assert_eq!(kept.finding.as_deref(), Some("rewritten"));
    assert_eq!((kept.seq, kept.day), (Some(10), Some(second.day)));
}

#[tokio::test]
async fn s51_a_chain_cut_off_at_its_end_is_named_by_the_anchor() {
    let clinic = TestApp::start().await;
    let app = &clinic.app;
    events(app, 6).await;
    anchor(&clinic, 0).await;
    app.db
        .write(|conn| {
            unguarded(conn)?;
            diesel::delete(audit_events::table.filter(audit_events::seq.gt(4)))
                .execute(&mut **conn)?;
            let last: String = audit_events::table
                .find(4)
                .select(audit_events::sha256)
                .first(&mut **conn)?;
            diesel::update(audit_head::table)
                .set((audit_head::seq.eq(4), audit_head::sha256.eq(last)))
                .execute(&mut **conn)?;
            Ok(())
        })
        .await
        .unwrap();
    let found = check(app).await;
    assert_eq!(found.verdict, Verdict::Whole(4));
    let stray = found.stray.unwrap();
    assert!(
        matches!(stray, Stray::Rewritten { seq: 6, .. }),
        "{stray:?}"
    );
}

#[tokio::test]
async fn s51_anchors_are_signed_and_kept_in_two_places() {
    let clinic = TestApp::start().await;
    let app = &clinic.app;
    events(app, 3).await;
    anchor(&clinic, 0).await;
    let paths = app.storage.list("anchors/").await.unwrap();
    assert_eq!(paths, app.ledger.list("anchors/").await.unwrap());
    assert_eq!(paths.len(), 1);
    let key = StorageKey::from_path(&paths[0]).unwrap();
    let bytes = app.ledger.get(&key).await.unwrap();
    let file: Value = serde_json::from_slice(&bytes).unwrap();
    let anchor: Anchor = serde_json::from_value(file["anchor"].clone()).unwrap();
    assert_eq!(anchor.seq, 3);
    // Anyone can check the signature with the key that is beside it.
    let words = serde_json::to_string(&anchor).unwrap();
    let text = |name: &str| file[name].as_str().unwrap().to_owned();
    assert!(seal::is_by(
        &text("public_key"),
        words.as_bytes(),
        &text("signature")
    ));

    // One copy is lost: the other one still vouches. Both: that is told.
    app.storage.delete(&key).await.unwrap();
    assert!(check(app).await.found().is_none());
    app.ledger.delete(&key).await.unwrap();
    assert_eq!(check(app).await.found().unwrap().finding, "missing");

    // Another hash under the old signature is no anchor of ours.
    let mut forged = file.clone();
    forged["anchor"]["sha256"] = "00".repeat(32).into();
    let forgery = StorageKey::Anchor(anchor.day, ObjectId::random().unwrap());
    app.storage.put(&key, bytes.clone()).await.unwrap();
    let bytes = serde_json::to_vec(&forged).unwrap();
    app.ledger.put(&forgery, bytes.into()).await.unwrap();
    assert_eq!(
        check(app).await.stray,
        Some(Stray::Forged {
            path: forgery.path()
        })
    );
}

/// Events that a restore lost are no forgery; the restore itself stands in the chain.
#[tokio::test]
async fn s51_a_restored_backup_is_not_taken_for_a_forgery() {
    let studio = Studio::open().await;
    anchor(&studio.clinic, 0).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.zip");
    backup::backup(&studio.clinic.app, &path).await.unwrap();
    events(&studio.clinic.app, 3).await;
    anchor(&studio.clinic, 1).await;
    let after = TestApp::start_with(Options {
        after: Some(studio.clinic.config()),
        ..Options::default()
    })
    .await;
    after.app.db.set_clock_offset(Duration::days(2));
    let jobs = server::jobs();
    let insist = backup::Options::default();
    backup::restore(&after.app, &path, insist, jobs.repeatable())
        .await
        .unwrap();
    let found = check(&after.app).await;
    assert!(found.found().is_none(), "{found:?}");
    assert_eq!((found.anchors, found.before_restore), (1, 1));
}

#[tokio::test]
async fn s52_an_export_is_one_line_an_event_and_signed() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    app.db
        .write(|conn| {
            let detail = json!({ "why": "x\n{\"seq\":999,\"actor\":\"system\"}\r\n" });
            let subject = "case:1\n{\"seq\":998}";
            audit::record(
                conn,
                &Doer::User("a\u{2028}b".to_owned()),
                "case.edit",
                subject,
                &detail,
            )
        })
        .await
        .unwrap();
    let mut lines = Vec::new();
    let done = app
        .db
        .snapshot(|conn| audit::export(conn, &app.config, (None, None), &mut lines))
        .unwrap();
    let text = String::from_utf8(lines).unwrap();
    let (body, last) = text.trim_end().rsplit_once('\n').unwrap();
    let seqs: Vec<i64> = body
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["seq"]
                .as_i64()
                .unwrap()
        })
        .collect();
    assert_eq!(seqs, (1..=done.events).collect::<Vec<_>>());
    let last: Value = serde_json::from_str(last).unwrap();
    let head = last["head"].to_string();
    let lines_sha256 = candor::hash::sha256(format!("{body}\n").as_bytes());
    assert_eq!(last["head"]["lines_sha256"], lines_sha256.as_str());
    let of = |name: &str| last[name].as_str().unwrap();
    assert!(seal::is_by(
        of("public_key"),
        head.as_bytes(),
        of("signature")
    ));

    // Of some days only.
    let tomorrow = chrono::Utc::now().date_naive() + Duration::days(2);
    let mut none = Vec::new();
    let days = (Some(tomorrow), None);
    let done = app
        .db
        .snapshot(|conn| audit::export(conn, &app.config, days, &mut none))
        .unwrap();
    assert_eq!(done.events, 0);
}

#[tokio::test]
async fn admins_read_the_record_by_kind_person_and_day_and_find_no_names_in_it() {
    let studio = Studio::open().await;
    studio.upload("before", "2026-01-10", photo(7)).await;
    studio.clinic.drain().await;
    studio.staff.get("/admin/audit").await.expect(403);
    let all = studio.admin.get("/admin/audit").await.expect(200).text();
    let table = |page: &str| page.split("<tbody>").nth(1).unwrap_or_default().to_owned();
    assert!(table(&all).contains("Photo uploaded") && table(&all).contains(&studio.client));
    for private in ["Marc", "Dubois", "Sam Staff", "example.com"] {
        assert!(!table(&all).contains(private), "{private}");
    }
    let page = studio
        .admin
        .get("/admin/audit?noun=photo")
        .await
        .expect(200);
    assert_eq!(page.text().matches("<th scope=\"row\"").count(), 1);
    let staff = all
        .split("<option value=\"")
        .find(|part| part.contains(">Sam Staff<"));
    let id = staff.unwrap().split('"').next().unwrap();
    let theirs = studio
        .admin
        .get(&format!("/admin/audit?who={id}&noun=user"))
        .await;
    let theirs = theirs.expect(200).text();
    assert!(theirs.contains("Password set") && !theirs.contains("First account made"));
    let none = studio
        .admin
        .get("/admin/audit?to=2020-01-01")
        .await
        .expect(200)
        .text();
    assert!(none.contains("No lines"), "{none}");
    for bad in ["noun=password", "who=%25", "from=yesterday", "before=x"] {
        studio
            .admin
            .get(&format!("/admin/audit?{bad}"))
            .await
            .expect(400);
    }

    // Pages begin behind the last line of the one before.
    events(&studio.clinic.app, 120).await;
    let mut path = "/admin/audit?noun=case".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = studio.admin.get(&path).await.expect(200);
        let text = table(&page.text());
        let cells = text.split("data-label=\"No.\">").skip(1);
        seen.extend(cells.map(|c| c.split('<').next().unwrap().parse::<i64>().unwrap()));
        match page.between("class=\"button quiet\" href=\"", "\"") {
            Some(next) => path = next.replace("&amp;", "&"),
            None => break,
        }
    }
    assert!(seen.windows(2).all(|two| two[0] > two[1]), "{seen:?}");
    assert!(seen.len() >= 121, "{}", seen.len());
}
