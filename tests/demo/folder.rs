//! The demo touches only what it made.

use std::process::{Command, Output};

use candor::demo::Folder;

use super::seeding::config;

fn demo(arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candor"))
        .arg("demo")
        .args(arguments)
        .env_clear()
        .envs(settings.iter().copied())
        .output()
        .unwrap()
}

#[track_caller]
fn refused(output: &Output, why: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(why), "{said}");
}

#[test]
fn an_installation_that_the_demo_did_not_make_is_left_as_it_is() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().display().to_string();
    let migrated = Command::new(env!("CARGO_BIN_EXE_candor"))
        .arg("migrate")
        .env_clear()
        .env("CANDOR_DATA_DIR", &folder)
        .status()
        .unwrap();
    assert!(migrated.success());
    let before = std::fs::read(data.path().join("candor.sqlite3")).unwrap();
    for arguments in [&["--reset", "--yes"][..], &[]] {
        let output = demo(arguments, &[("CANDOR_DATA_DIR", &folder)]);
        refused(&output, "did not make");
    }
    let after = std::fs::read(data.path().join("candor.sqlite3")).unwrap();
    assert!(before == after);
}

#[test]
fn the_demo_is_for_the_embedded_stores_and_this_machine_only() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().display().to_string();
    let own = ("CANDOR_DATA_DIR", folder.as_str());
    let everyone = demo(&[], &[own, ("CANDOR_LISTEN", "0.0.0.0:8080")]);
    refused(&everyone, "this machine only");
    let elsewhere = demo(&[], &[own, ("STORAGE_URL", "file:///somewhere/else")]);
    refused(&elsewhere, "unset DATABASE_URL");
    assert!(!data.path().join("candor.sqlite3").exists());
}

#[test]
fn emptying_leaves_what_others_put_there() {
    let data = tempfile::tempdir().unwrap();
    let folder = Folder::claim(&config(data.path())).unwrap();
    std::fs::write(data.path().join("candor.sqlite3"), "made by the demo").unwrap();
    std::fs::write(data.path().join("notes.txt"), "mine").unwrap();
    assert!(folder.holds_database());
    folder.empty().unwrap();
    assert!(!folder.holds_database());
    assert!(data.path().join("notes.txt").exists());
    let twice = Folder::claim(&config(data.path())).unwrap_err();
    assert!(twice.to_string().contains("is running"), "{twice}");
}

#[test]
fn nothing_is_deleted_where_nobody_can_say_yes() {
    let data = tempfile::tempdir().unwrap();
    let claimed = Folder::claim(&config(data.path())).unwrap();
    std::fs::write(data.path().join("candor.sqlite3"), "made by the demo").unwrap();
    drop(claimed);
    let folder = data.path().display().to_string();
    let output = demo(
        &["--reset"],
        &[
            ("CANDOR_DATA_DIR", &folder),
            ("CANDOR_LISTEN", "127.0.0.1:0"),
        ],
    );
    refused(&output, "say --yes");
    assert!(data.path().join("candor.sqlite3").exists());
}
