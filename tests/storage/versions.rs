//! F07 on a versioned bucket: deleting leaves no version and no delete marker (moto, from PyPI, plays the server).

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use candor::storage::{Storage, StorageError};

use super::{bytes, original};
use crate::support::s3::{BUCKET, config_at};
use crate::support::wire;

/// A versioned bucket; stopped when dropped.
struct Moto {
    url: String,
    child: Child,
}

impl Moto {
    async fn start() -> Option<Self> {
        let port = wire::nobody().port().to_string();
        let child = Command::new("moto_server")
            .args(["-H", "127.0.0.1", "-p", &port])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(child) = child else {
            eprintln!("skipped: python3 -m pip install 'moto[server]'");
            return None;
        };
        let url = format!("http://127.0.0.1:{port}");
        let moto = Self { url, child };
        let begun = Instant::now();
        while reqwest::get(&moto.url).await.is_err() {
            assert!(begun.elapsed() < Duration::from_secs(60), "moto is late");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        moto.send("PUT", "", "").await;
        let on = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        moto.send("PUT", "?versioning", on).await;
        Some(moto)
    }

    /// A request of our own; moto asks for no signature.
    async fn send(&self, method: &str, path: &str, body: &'static str) -> String {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let answer = reqwest::Client::new()
            .request(method, format!("{}/{BUCKET}{path}", self.url))
            .header("authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x")
            .body(body)
            .send()
            .await
            .unwrap();
        assert!(answer.status().is_success(), "{answer:?}");
        answer.text().await.unwrap()
    }

    async fn versions(&self) -> usize {
        let listed = self.send("GET", "?versions", "").await;
        listed.matches("<VersionId>").count()
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn f07_every_version_goes() {
    let Some(moto) = Moto::start().await else {
        return;
    };
    let storage = Storage::connect(&config_at(&moto.url, "p")).unwrap();
    let (plain, hidden, other) = (original(), original(), original());
    for key in [&plain, &hidden, &other] {
        storage.put(key, bytes(100)).await.unwrap();
    }
    // Somebody with another tool wrote over it and "deleted" it, which only hides it.
    let path = format!("/p/{}", hidden.path());
    moto.send("PUT", &path, "overwritten").await;
    moto.send("DELETE", &path, "").await;
    assert_eq!(storage.get(&hidden).await, Err(StorageError::NotFound));
    assert_eq!(moto.versions().await, 5);
    storage.delete(&plain).await.unwrap();
    assert_eq!(moto.versions().await, 4);
    storage.delete(&hidden).await.unwrap();
    assert_eq!(moto.versions().await, 1);
    storage.delete(&hidden).await.unwrap();
    assert_eq!(moto.versions().await, 1, "no new delete marker");
    assert_eq!(storage.get(&other).await.unwrap(), bytes(100));
}
