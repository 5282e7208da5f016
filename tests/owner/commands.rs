//! The program itself, run as an owner runs it.

use std::path::Path;
use std::process::{Command, Output};

fn candor(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candor"))
        .args(arguments)
        .env_clear()
        .env("CANDOR_DATA_DIR", data)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn doctor_tries_every_part() {
    let data = tempfile::tempdir().unwrap();
    assert!(candor(data.path(), &["migrate"]).status.success());
    let well = candor(data.path(), &["doctor"]);
    assert!(well.status.success(), "{}", said(&well));
    for part in ["database", "clock", "storage", "ledger", "mail", "base URL"] {
        assert!(
            said(&well).contains(&format!("ok    {part}")),
            "{}",
            said(&well)
        );
    }
}

#[test]
fn accounts_are_added_disabled_and_given_new_links() {
    let data = tempfile::tempdir().unwrap();
    let add = [
        "user",
        "add",
        "--name",
        "Ada",
        "--email",
        "ada@studio.example",
        "--role",
        "admin",
        "--role",
        "staff",
    ];
    let added = candor(data.path(), &add);
    assert!(
        added.status.success() && said(&added).contains("/password/"),
        "{}",
        said(&added)
    );
    assert!(
        !candor(data.path(), &add).status.success(),
        "the same address twice"
    );
    let bad = candor(
        data.path(),
        &[
            "user",
            "add",
            "--name",
            "B",
            "--email",
            "b@studio.example",
            "--role",
            "king",
        ],
    );
    assert!(
        !bad.status.success() && said(&bad).contains("--role"),
        "{}",
        said(&bad)
    );
    let reset = candor(
        data.path(),
        &["user", "reset-password", "ada@studio.example"],
    );
    assert!(said(&reset).contains("/password/"), "{}", said(&reset));
    let last = candor(data.path(), &["user", "disable", "ada@studio.example"]);
    assert!(!last.status.success(), "the last admin can't be disabled");
    let whole = candor(data.path(), &["audit", "verify"]);
    assert!(
        whole.status.success() && said(&whole).starts_with("whole"),
        "{}",
        said(&whole)
    );
}

/// S51: whoever changes the record by hand is found out, and the row is named.
#[test]
fn s51_a_changed_audit_row_is_named() {
    let data = tempfile::tempdir().unwrap();
    let add = [
        "user",
        "add",
        "--name",
        "Ada",
        "--email",
        "ada@studio.example",
        "--role",
        "admin",
    ];
    assert!(candor(data.path(), &add).status.success());
    let file = data.path().join("candor.sqlite3");
    let mut conn =
        <diesel::SqliteConnection as diesel::Connection>::establish(&file.display().to_string())
            .unwrap();
    let change = "UPDATE audit_events SET actor = 'user:nobody' WHERE seq = 1";
    let refused = diesel::connection::SimpleConnection::batch_execute(&mut conn, change);
    assert!(refused.unwrap_err().to_string().contains("append-only"));
    diesel::connection::SimpleConnection::batch_execute(
        &mut conn,
        &format!("DROP TRIGGER audit_events_no_update; {change}"),
    )
    .unwrap();
    let broken = candor(data.path(), &["audit", "verify"]);
    assert!(
        !broken.status.success() && said(&broken).contains("event 1"),
        "{}",
        said(&broken)
    );
}

#[test]
fn a_wrong_setting_stops_the_program_before_it_begins() {
    let data = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_candor"))
        .arg("serve")
        .env_clear()
        .env("CANDOR_DATA_DIR", data.path())
        .env("CANDOR_COLOUR", "red")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("CANDOR_COLOUR"), "{}", said(&output));
}

/// F13: a restored database is served only after the replay of the ledger has ended.
#[test]
fn f13_nothing_is_served_before_the_ledger_is_replayed() {
    use candor::db::schema::restores;
    use diesel::prelude::*;
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let add = [
        "user",
        "add",
        "--name",
        "Ada",
        "--email",
        "ada@studio.example",
        "--role",
        "admin",
    ];
    assert!(candor(old.path(), &add).status.success());
    let file = old.path().join("kept.zip");
    let kept = file.to_str().unwrap();
    let made = candor(old.path(), &["backup", kept]);
    assert!(made.status.success(), "{}", said(&made));
    let again = candor(old.path(), &["backup", kept]);
    assert!(
        said(&again).contains("is there already"),
        "{}",
        said(&again)
    );
    let refused = candor(new.path(), &["restore", kept]);
    assert!(said(&refused).contains("--new-keys"), "{}", said(&refused));
    std::fs::remove_dir_all(new.path().join("secrets")).unwrap();
    std::fs::create_dir(new.path().join("secrets")).unwrap();
    for key in ["session", "link", "signing"] {
        let name = format!("secrets/{key}");
        std::fs::copy(old.path().join(&name), new.path().join(&name)).unwrap();
    }
    let restored = candor(new.path(), &["restore", kept]);
    assert!(restored.status.success(), "{}", said(&restored));
    assert!(said(&candor(new.path(), &["audit", "verify"])).contains("whole: 3 events"));
    // As if it had died between the rows and the replay.
    let vars = [(
        "CANDOR_DATA_DIR".to_owned(),
        new.path().display().to_string(),
    )];
    let config = candor::config::Config::from_vars(vars).unwrap();
    let db = candor::db::Db::open(&config.database).unwrap();
    db.write_blocking(|conn| {
        diesel::update(restores::table)
            .set(restores::replayed_at.eq(None::<chrono::NaiveDateTime>))
            .execute(&mut **conn)?;
        Ok(())
    })
    .unwrap();
    for command in ["serve", "work", "backup"] {
        let arguments: &[&str] = if command == "backup" {
            &[command, "x"]
        } else {
            &[command]
        };
        let closed = candor(new.path(), arguments);
        assert!(!closed.status.success());
        assert!(
            said(&closed).contains("candor restore --finish"),
            "{}",
            said(&closed)
        );
    }
    assert!(
        candor(new.path(), &["restore", "--finish"])
            .status
            .success()
    );
    let open = candor(
        new.path(),
        &["user", "reset-password", "ada@studio.example"],
    );
    assert!(open.status.success(), "{}", said(&open));
}
