//! An S3 server in this process (s3s-fs), over real HTTP, with its signatures checked.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;

use candor::config::{Secret, StorageConfig};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::host::MultiDomain;
use s3s::service::S3ServiceBuilder;
use tempfile::TempDir;
use tokio::sync::oneshot;

pub const BUCKET: &str = "media";
pub const ACCESS_KEY: &str = "test-access-key";
pub const SECRET_KEY: &str = "test-secret-key";

/// Serves one bucket from a folder of its own on a thread of its own, until dropped.
pub struct S3Server {
    pub address: SocketAddr,
    folder: TempDir,
    _stop: oneshot::Sender<()>,
}

impl S3Server {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let files = s3s_fs::FileSystem::new(folder.path()).unwrap();
        let mut service = S3ServiceBuilder::new(files);
        service.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let hosts = ["127.0.0.1", "localhost"].map(|host| format!("{host}:{}", address.port()));
        service.set_host(MultiDomain::new(hosts).unwrap());
        let service = service.build();
        let (stop, mut stopped) = oneshot::channel::<()>();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                loop {
                    let socket = tokio::select! {
                        accepted = listener.accept() => accepted.unwrap().0,
                        _ = &mut stopped => break,
                    };
                    let service = service.clone();
                    tokio::spawn(async move {
                        let _ = Builder::new(TokioExecutor::new())
                            .serve_connection(TokioIo::new(socket), service)
                            .await;
                    });
                }
            });
        });
        Self {
            address,
            folder,
            _stop: stop,
        }
    }

    /// The bucket under `prefix` (may be empty), path style.
    pub fn config(&self, prefix: &str) -> StorageConfig {
        config_at(&format!("http://{}", self.address), prefix)
    }

    /// The file in which the server keeps the object at `path`.
    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join(BUCKET).join(path)
    }
}

/// [`BUCKET`] at any endpoint, path style.
pub fn config_at(endpoint: &str, prefix: &str) -> StorageConfig {
    StorageConfig::S3 {
        bucket: BUCKET.to_owned(),
        endpoint: Some(endpoint.to_owned()),
        region: "us-east-1".to_owned(),
        path_style: true,
        prefix: prefix.to_owned(),
        access_key: Secret::new(ACCESS_KEY),
        secret_key: Secret::new(SECRET_KEY),
    }
}

/// The server named by `TEST_S3_URL`, `TEST_S3_ACCESS_KEY` and `TEST_S3_SECRET_KEY`, if any, read as the program reads
/// its own settings.
pub fn outside() -> Option<StorageConfig> {
    let given = |name: &str| std::env::var(name).ok();
    let url = given("TEST_S3_URL")?;
    let folder = tempfile::tempdir().unwrap();
    let vars = [
        ("STORAGE_URL", url),
        (
            "CANDOR_STORAGE_ACCESS_KEY",
            given("TEST_S3_ACCESS_KEY").unwrap_or_default(),
        ),
        (
            "CANDOR_STORAGE_SECRET_KEY",
            given("TEST_S3_SECRET_KEY").unwrap_or_default(),
        ),
        (
            "CANDOR_DATA_DIR",
            folder.path().to_string_lossy().into_owned(),
        ),
    ];
    let vars = vars.map(|(name, value)| (name.to_owned(), value));
    Some(candor::config::Config::from_vars(vars).unwrap().storage)
}
