//! Every wrong setting is refused by its name.

use candor::config::{Config, DatabaseConfig, MailConfig, StorageConfig};

fn read(settings: &[(&str, &str)]) -> Result<Config, String> {
    let folder = tempfile::tempdir().unwrap();
    let own = (
        "CANDOR_DATA_DIR".to_owned(),
        folder.path().display().to_string(),
    );
    let all = settings
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::from_vars(std::iter::once(own).chain(all)).map_err(|e| e.to_string())
}

#[test]
fn nothing_is_needed_for_a_single_studio() {
    let config = read(&[]).unwrap();
    assert!(matches!(config.database, DatabaseConfig::Sqlite { .. }));
    assert!(matches!(config.storage, StorageConfig::Folder { .. }));
    assert!(matches!(config.mail, MailConfig::None));
    assert_ne!(config.storage, config.ledger);
}

#[test]
fn secrets_are_made_once_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().display().to_string();
    let open = || Config::from_vars([("CANDOR_DATA_DIR".to_owned(), path.clone())]).unwrap();
    let (first, second) = (open(), open());
    assert_eq!(first.secrets.signing, second.secrets.signing);
    assert_eq!(
        first.secrets.link.sign(b"x"),
        second.secrets.link.sign(b"x")
    );
    assert_ne!(
        first.secrets.link.sign(b"x"),
        first.secrets.session.sign(b"x")
    );
}

#[test]
fn wrong_and_unknown_settings_are_named() {
    let refused = [
        ("CANDOR_LISTENS", "127.0.0.1:80"),
        ("CANDOR_LISTEN", "somewhere"),
        ("CANDOR_BASE_URL", "ftp://studio.example"),
        ("CANDOR_BASE_URL", "https://studio.example/a//b"),
        ("CANDOR_BASE_URL", "https://studio.example/a%20b"),
        ("CANDOR_BASE_URL", "https://studio.example/a?b"),
        ("CANDOR_TRUSTED_PROXIES", "10.0.0.1, proxy"),
        ("DATABASE_URL", "mysql://x"),
        ("STORAGE_URL", "gopher://x"),
        ("STORAGE_URL", "s3://media?colour=red"),
        ("CANDOR_MAIL_URL", "smtp://user:secret@mail.example"),
        ("CANDOR_JOBS_IN_SERVE", "perhaps"),
        ("CANDOR_LOG_FORMAT", "xml"),
        ("CANDOR_LINK_SECRET", "short"),
        ("CANDOR_DATABASE_CONNECTIONS", "0"),
        ("CANDOR_PURGE_URL", "http://cdn.example/purge"),
        ("CANDOR_PURGE_URL", "https://me:secret@cdn.example/purge"),
        ("CANDOR_PURGE_URL", "gopher://cdn.example"),
    ];
    for (name, value) in refused {
        let told = read(&[(name, value)]).expect_err(name);
        assert!(told.contains(name), "{name}={value}: {told}");
        assert!(!told.contains("secret@"), "{told}");
    }
}

#[test]
fn postgresql_needs_secrets_that_all_instances_share() {
    let told = read(&[("DATABASE_URL", "postgres://candor@db/candor")]).unwrap_err();
    assert!(
        told.contains("_SECRET") && told.contains("required"),
        "{told}"
    );
}

#[test]
fn the_ledger_may_not_share_the_place_of_the_photos() {
    let told = read(&[
        ("STORAGE_URL", "file:///srv/media"),
        ("LEDGER_URL", "file:///srv/media"),
    ])
    .unwrap_err();
    assert!(told.contains("LEDGER_URL"), "{told}");
}

#[test]
fn a_setting_may_come_from_a_file_but_not_twice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("password");
    std::fs::write(
        &file,
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
    )
    .unwrap();
    let path = file.display().to_string();
    let key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    let from_file = read(&[("CANDOR_LINK_SECRET_FILE", &path)]).unwrap();
    let given = read(&[("CANDOR_LINK_SECRET", key)]).unwrap();
    assert_eq!(
        from_file.secrets.link.sign(b"x"),
        given.secrets.link.sign(b"x")
    );
    assert!(
        read(&[
            ("CANDOR_LINK_SECRET", key),
            ("CANDOR_LINK_SECRET_FILE", &path)
        ])
        .unwrap_err()
        .contains("both")
    );
}

/// F20: while keys rotate, what the previous one signed is still good, and new things are signed by the new one.
#[test]
fn f20_two_keys_are_accepted_while_rotating() {
    let (old, new) = ("11".repeat(32), "22".repeat(32));
    let before = read(&[("CANDOR_LINK_SECRET", &old)]).unwrap().secrets.link;
    let during = read(&[
        ("CANDOR_LINK_SECRET", &new),
        ("CANDOR_LINK_SECRET_PREVIOUS", &old),
    ])
    .unwrap()
    .secrets
    .link;
    let after = read(&[("CANDOR_LINK_SECRET", &new)]).unwrap().secrets.link;
    let tag = before.sign(b"link");
    assert!(during.verify(b"link", &tag));
    assert!(!after.verify(b"link", &tag));
    assert!(after.verify(b"link", &during.sign(b"link")));
}

/// S34: the owner's cache is told over HTTPS, with a secret that is long enough; on this machine HTTP will do.
#[test]
fn s34_a_cache_is_told_over_https_and_with_a_secret() {
    let url = ("CANDOR_PURGE_URL", "https://cdn.example/purge");
    let told = read(&[url]).unwrap_err();
    assert!(told.contains("CANDOR_PURGE_SECRET"), "{told}");
    for short in ["whsec_c2hvcnQ=", "not base64!", "whsec_"] {
        let told = read(&[url, ("CANDOR_PURGE_SECRET", short)]).unwrap_err();
        assert!(told.contains("CANDOR_PURGE_SECRET"), "{told}");
    }
    let secret = (
        "CANDOR_PURGE_SECRET",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    );
    let check = ("CANDOR_PURGE_CHECK_URL", "https://studio.example/?path");
    let told = read(&[url, secret, check]).unwrap_err();
    assert!(told.contains("CANDOR_PURGE_CHECK_URL"), "{told}");
    let base = ("CANDOR_BASE_URL", "https://studio.example");
    let purge = read(&[url, secret, base]).unwrap().purge.unwrap();
    assert_eq!(purge.check.as_str(), "https://studio.example/");
    assert!(!purge.internal && !purge.is_local());
    let here = ("CANDOR_PURGE_URL", "http://127.0.0.1:9/purge");
    assert!(read(&[here, secret]).unwrap().purge.unwrap().is_local());
    assert!(read(&[]).unwrap().purge.is_none());
}
