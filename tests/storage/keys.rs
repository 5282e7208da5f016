//! Keys: random, harmless in a path, and knowing what they are.

use std::collections::HashSet;
use std::net::ToSocketAddrs;

use candor::config::{Secret, StorageConfig};
use candor::storage::{ImageFormat, ObjectId, Storage, StorageError, StorageKey};

use crate::support::s3::{S3Server, config_at};

#[test]
fn s13_hostile_ids_are_refused() {
    let good = "0123456789abcdef0123456789abcdef";
    assert_eq!(ObjectId::parse(good).unwrap().to_string(), good);
    let hostile = [
        "",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789ABCDEF",
        "../../../../../../../etc/passwd0",
        "0123456789abcdef/../../etc/shado",
        "0123456789abcdef0123456789abcd\0f",
        "0123456789abcdef0123456789abcd\u{e9}",
        " 123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcde\n",
        "+123456789abcdef0123456789abcdef",
        "%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2",
    ];
    for text in hostile {
        assert_eq!(ObjectId::parse(text), None, "{text:?}");
        assert_eq!(text.parse::<ObjectId>(), Err(StorageError::InvalidName));
    }
}

#[test]
fn ids_are_random() {
    let ids: HashSet<_> = (0..1000).map(|_| ObjectId::random().unwrap()).collect();
    assert_eq!(ids.len(), 1000);
}

#[test]
fn a_key_knows_its_path_and_content_type() {
    let id = ObjectId::parse("ab23456789abcdef0123456789abcdef").unwrap();
    let keys = [
        StorageKey::Original(id.clone()),
        StorageKey::Rendition(id.clone(), ImageFormat::Jpeg),
        StorageKey::Rendition(id.clone(), ImageFormat::Avif),
        StorageKey::Rendition(id.clone(), ImageFormat::Webp),
        StorageKey::Video(id.clone()),
        StorageKey::Logo(id.clone()),
        StorageKey::Scan(id.clone()),
        StorageKey::LedgerEvent(id.clone()),
        StorageKey::Anchor("2026-11-27".parse().unwrap(), id.clone()),
        StorageKey::Probe(id),
    ];
    let known: Vec<_> = keys
        .iter()
        .map(|key| (key.path(), key.content_type(), key.may_be_public()))
        .collect();
    let expected = [
        (
            "originals/ab/ab23456789abcdef0123456789abcdef",
            "application/octet-stream",
            false,
        ),
        (
            "renditions/ab/ab23456789abcdef0123456789abcdef.jpg",
            "image/jpeg",
            true,
        ),
        (
            "renditions/ab/ab23456789abcdef0123456789abcdef.avif",
            "image/avif",
            true,
        ),
        (
            "renditions/ab/ab23456789abcdef0123456789abcdef.webp",
            "image/webp",
            true,
        ),
        (
            "videos/ab/ab23456789abcdef0123456789abcdef.mp4",
            "video/mp4",
            true,
        ),
        (
            "logos/ab/ab23456789abcdef0123456789abcdef.png",
            "image/png",
            false,
        ),
        (
            "scans/ab/ab23456789abcdef0123456789abcdef.jpg",
            "image/jpeg",
            false,
        ),
        (
            "events/ab/ab23456789abcdef0123456789abcdef.json",
            "application/json",
            false,
        ),
        (
            "anchors/2026/2026-11-27-ab23456789abcdef0123456789abcdef.json",
            "application/json",
            false,
        ),
        (
            "probes/ab/ab23456789abcdef0123456789abcdef",
            "application/octet-stream",
            false,
        ),
    ];
    let expected = expected.map(|(path, kind, public)| (path.to_owned(), kind, public));
    assert_eq!(known, expected);
    for key in keys {
        assert_eq!(StorageKey::from_path(&key.path()), Some(key));
    }
}

#[test]
fn s13_foreign_paths_are_no_keys() {
    let id = "ab23456789abcdef0123456789abcdef";
    for path in [
        format!("originals/cd/{id}"),
        format!("originals/{id}"),
        format!("originals/ab/{id}.jpg"),
        format!("renditions/ab/{id}"),
        format!("renditions/ab/{id}.svg"),
        format!("originals/ab/../ab/{id}"),
        format!("/originals/ab/{id}"),
        format!("secrets/ab/{id}"),
        ".drafts/x".to_owned(),
        String::new(),
    ] {
        assert_eq!(StorageKey::from_path(&path), None, "{path}");
    }
}

/// Path style and virtual host, with and without an endpoint; neither name nor error shows a key.
#[test]
fn the_address_of_a_bucket() {
    let address = |change: fn(&mut StorageConfig)| {
        let mut config = config_at("https://s3.example.org/", "a/b");
        change(&mut config);
        let storage = Storage::connect(&config).unwrap();
        let shown = format!("{storage:?}");
        assert!(!shown.contains("test-secret-key") && !shown.contains("test-access-key"));
        storage.to_string()
    };
    assert_eq!(address(|_| ()), "bucket https://s3.example.org/media/a/b/");
    let virtual_host = address(|config| {
        if let StorageConfig::S3 { path_style, .. } = config {
            *path_style = false;
        }
    });
    assert_eq!(virtual_host, "bucket https://media.s3.example.org/a/b/");
    let amazon = StorageConfig::S3 {
        bucket: "media".to_owned(),
        endpoint: None,
        region: "eu-central-1".to_owned(),
        path_style: false,
        prefix: String::new(),
        access_key: Secret::new("a"),
        secret_key: Secret::new("b"),
    };
    assert_eq!(
        Storage::connect(&amazon).unwrap().to_string(),
        "bucket https://media.s3.eu-central-1.amazonaws.com/"
    );
}

/// Over real HTTP where the system finds `media.localhost` (in /etc/hosts, or by itself).
#[tokio::test]
async fn a_virtual_host_answers() {
    let server = S3Server::start();
    if ("media.localhost", 80).to_socket_addrs().is_err() {
        eprintln!("skipped: media.localhost has no address here");
        return;
    }
    let mut config = config_at(&format!("http://localhost:{}", server.address.port()), "p");
    if let StorageConfig::S3 { path_style, .. } = &mut config {
        *path_style = false;
    }
    let storage = Storage::connect(&config).unwrap();
    let key = StorageKey::Probe(ObjectId::random().unwrap());
    storage.put(&key, "bytes".into()).await.unwrap();
    assert_eq!(storage.get(&key).await.unwrap(), "bytes");
    assert!(server.file(&format!("p/{}", key.path())).exists());
    storage.delete(&key).await.unwrap();
    assert_eq!(storage.exists(&key).await, Ok(false));
}
