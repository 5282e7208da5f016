//! Buckets that are down, slow, wrong or closed to us (F05, F06): the answer is bounded and never "not found".

use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use candor::config::{Secret, StorageConfig};
use candor::storage::{Storage, StorageError};

use super::{bytes, original, rendition};
use crate::support::s3::{S3Server, config_at};
use crate::support::wire;

const PATIENCE: Duration = Duration::from_millis(300);

fn at(address: SocketAddr) -> Storage {
    let config = config_at(&format!("http://{address}"), "");
    Storage::connect_with_patience(&config, PATIENCE).unwrap()
}

/// Every request ends with `Unavailable` in time; returns one of the texts.
async fn all_unavailable(storage: &Storage, limit: Duration) -> String {
    let key = rendition();
    let file = tempfile::NamedTempFile::new().unwrap();
    let begun = Instant::now();
    let answers = tokio::join!(
        async { storage.get(&key).await.map(|_| ()) },
        async { storage.exists(&key).await.map(|_| ()) },
        storage.put(&key, bytes(10)),
        storage.put_file(&key, file.path()),
        storage.delete(&key),
    );
    assert!(begun.elapsed() < limit, "took {:?}", begun.elapsed());
    let answers = [answers.0, answers.1, answers.2, answers.3, answers.4];
    let mut text = String::new();
    for answer in answers {
        let Err(StorageError::Unavailable(cause)) = answer else {
            panic!("{answer:?}");
        };
        text = cause;
    }
    text
}

#[tokio::test]
async fn f05_nobody_listens() {
    let text = all_unavailable(&at(wire::nobody()), Duration::from_secs(5)).await;
    assert!(!text.contains(&rendition().path()[..11]), "{text}");
}

#[tokio::test]
async fn f05_the_server_hangs() {
    let text = all_unavailable(&at(wire::silent()), Duration::from_secs(5)).await;
    assert!(text.contains("no answer"), "{text}");
}

#[tokio::test]
async fn f05_the_server_is_overloaded() {
    let answer = "HTTP/1.1 503 Slow Down\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    let (address, _) = wire::http(answer);
    all_unavailable(&at(address), Duration::from_secs(5)).await;
    let (address, requests) = wire::http(answer);
    let config = config_at(&format!("http://{address}"), "");
    let storage = Storage::connect(&config).unwrap();
    let found = storage.get(&rendition()).await;
    let Err(StorageError::Unavailable(text)) = found else {
        panic!("{found:?}");
    };
    assert!(text.contains("503"), "{text}");
    assert_eq!(requests.load(Ordering::SeqCst), 2, "one retry, no more");
}

#[tokio::test]
async fn f06_a_body_cut_short_is_not_an_object() {
    let (address, _) =
        wire::http("HTTP/1.1 200 OK\r\ncontent-length: 100\r\nconnection: close\r\n\r\nabc");
    let found = at(address).get(&rendition()).await;
    assert!(
        matches!(found, Err(StorageError::Unavailable(_))),
        "{found:?}"
    );
}

/// Not "missing", not "deleted": a wrong setting must not look like success.
#[tokio::test]
async fn f05_there_is_no_such_bucket() {
    let (address, _) = wire::http(
        "HTTP/1.1 404 Not Found\r\ncontent-length: 40\r\nconnection: close\r\n\r\n\
         <Error><Code>NoSuchBucket</Code></Error>",
    );
    let (storage, key) = (at(address), original());
    let file = tempfile::NamedTempFile::new().unwrap();
    for answer in [
        storage.put(&key, bytes(1)).await,
        storage.put_file(&key, file.path()).await,
        storage.get(&key).await.map(|_| ()),
        storage.delete(&key).await,
        storage.list("events/").await.map(|_| ()),
    ] {
        assert!(
            matches!(answer, Err(StorageError::Unavailable(_))),
            "{answer:?}"
        );
    }
}

#[tokio::test]
async fn a_wrong_secret_is_refused_and_not_told() {
    let server = S3Server::start();
    let mut config = server.config("");
    if let StorageConfig::S3 { secret_key, .. } = &mut config {
        *secret_key = Secret::new("wrong-secret-key");
    }
    let storage = Storage::connect(&config).unwrap();
    let text = all_unavailable(&storage, Duration::from_secs(10)).await;
    assert!(text.contains("403"), "{text}");
    assert!(!text.contains("wrong-secret-key") && !text.contains("test-access-key"));
}
