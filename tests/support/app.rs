//! A real server of its own for each test: its own database, store and mail, on a port the system chose.

use candor::app::App;
use candor::config::{Config, DatabaseConfig, JobsConfig, MailConfig, StorageConfig};
use candor::db;
use candor::jobs::Worker;
use candor::server;
use tempfile::TempDir;

use super::browser::Browser;
use super::s3::S3Server;

/// A running installation, gone with its value.
pub struct TestApp {
    pub app: App,
    pub url: String,
    _folder: TempDir,
    handle: actix_web::dev::ServerHandle,
    schema: Option<(String, String)>,
    _store: Option<S3Server>,
}

/// What can be different from a clinic that just begins.
#[derive(Default)]
pub struct Options {
    /// No mail server at all.
    pub without_mail: bool,
    /// Share database and store with this installation: a second instance.
    pub beside: Option<Config>,
    /// A new, empty installation with the keys and the ledger of this one.
    pub after: Option<Config>,
    /// SQLite and a folder, whatever the suite runs on.
    pub embedded: bool,
    /// WebP is made too.
    pub webp: bool,
    /// The site lives below this path; empty for a name of its own.
    pub prefix: &'static str,
}

impl TestApp {
    pub async fn start() -> Self {
        Self::start_with(Options::default()).await
    }

    pub async fn start_with(options: Options) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (mut config, schema, store) = match options.beside {
            Some(config) => (config, None, None),
            None => own_config(&folder, options.embedded),
        };
        if let Some(before) = options.after {
            config.secrets = before.secrets;
            config.ledger = before.ledger;
        }
        config.jobs.webp = options.webp;
        if !options.prefix.is_empty() {
            config.web.base_url.set_path(options.prefix);
        }
        if options.without_mail {
            config.mail = MailConfig::None;
        }
        let (app, url, handle) = serve(config).await;
        Self {
            app,
            url,
            _folder: folder,
            handle,
            schema,
            _store: store,
        }
    }

    /// The program ends and is started anew, on the same database and stores.
    pub async fn restart(&mut self) {
        self.handle.stop(false).await;
        let (app, url, handle) = serve(self.config()).await;
        (self.app, self.url, self.handle) = (app, url, handle);
    }

    pub fn config(&self) -> Config {
        (*self.app.config).clone()
    }

    /// A browser without a history.
    pub fn visitor(&self) -> Browser {
        Browser::new(&self.url)
    }

    /// Runs all jobs that are due.
    pub async fn drain(&self) {
        Worker::new(self.app.clone(), server::jobs())
            .drain()
            .await
            .unwrap();
        let (waiting, parked) = self.app.db.read(candor::jobs::counts).await.unwrap();
        assert_eq!((waiting, parked), (0, 0), "jobs were left over");
    }

    /// The last mail to `to`.
    pub fn mail_to(&self, to: &str) -> candor::mail::Mail {
        let sent = self.app.mailer.sent();
        sent.into_iter()
            .rev()
            .find(|mail| mail.to == to)
            .expect("no mail was sent to them")
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        std::mem::drop(self.handle.stop(false));
        if let Some((url, schema)) = &self.schema {
            let _ = db::postgres_schema(url, schema, false);
        }
    }
}

fn own_config(
    folder: &TempDir,
    embedded: bool,
) -> (Config, Option<(String, String)>, Option<S3Server>) {
    let vars = [
        (
            "CANDOR_DATA_DIR".to_owned(),
            folder.path().display().to_string(),
        ),
        ("CANDOR_LISTEN".to_owned(), "127.0.0.1:0".to_owned()),
        (
            "CANDOR_BASE_URL".to_owned(),
            "http://candor.test".to_owned(),
        ),
        ("CANDOR_WORKERS".to_owned(), "1".to_owned()),
        ("CANDOR_DATABASE_CONNECTIONS".to_owned(), "4".to_owned()),
    ];
    let mut config = Config::from_vars(vars).unwrap();
    config.mail = MailConfig::Memory;
    config.jobs = JobsConfig {
        in_serve: false,
        photo_memory: 512 << 20,
        ..config.jobs
    };
    if embedded {
        return (config, None, None);
    }
    let schema = std::env::var("TEST_DATABASE_URL").ok().map(|url| {
        let schema = format!("t_{}", db::random_hex(8).unwrap());
        db::postgres_schema(&url, &schema, true).unwrap();
        config.database = DatabaseConfig::Postgres {
            url: candor::config::Secret::new(&url),
            connections: 4,
            schema: Some(schema.clone()),
        };
        (url, schema)
    });
    let prefix = db::random_hex(4).unwrap();
    let store = match std::env::var("TEST_STORAGE").as_deref() {
        Ok("s3") => {
            let server = S3Server::start();
            config.storage = server.config(&prefix);
            config.ledger = server.config(&format!("{prefix}-ledger"));
            Some(server)
        }
        Ok("garage") => {
            let outside = super::s3::outside().expect("TEST_S3_URL and its keys");
            config.storage = with_prefix(&outside, &prefix);
            config.ledger = with_prefix(&outside, &format!("{prefix}-ledger"));
            None
        }
        _ => None,
    };
    (config, schema, store)
}

fn with_prefix(config: &StorageConfig, own: &str) -> StorageConfig {
    let mut config = config.clone();
    if let StorageConfig::S3 { prefix, .. } = &mut config {
        own.clone_into(prefix);
    }
    config
}

/// The server lives on a thread of its own with its own runtime.
async fn serve(config: Config) -> (App, String, actix_web::dev::ServerHandle) {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let prefix = config.web.prefix().to_owned();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let app = App::build(config).unwrap();
            db::migrate(&app.db).unwrap();
            let (server, address) = server::bind(app.clone()).unwrap();
            let _ = sender.send((app, format!("http://{address}{prefix}"), server.handle()));
            let _ = server.await;
        });
    });
    receiver.await.unwrap()
}
