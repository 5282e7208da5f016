//! A real process on the database and the store of a studio, to be killed; and the invariants that hold after it.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use candor::app::App;
use candor::audit::{self, Verdict};
use candor::config::{DatabaseConfig, StorageConfig};
use candor::db::schema::{begun_objects, photos, publication_renditions, publications, renditions};
use candor::hash::sha256;
use candor::jobs::{self, Worker};
use candor::server;
use candor::storage::{ImageFormat, ObjectId, StorageKey};
use diesel::prelude::*;

use crate::support::browser::Browser;
use crate::support::studio::Studio;
use crate::support::wire;

/// How long a killed worker keeps its job in these tests.
const LEASE: &str = "1";

/// `candor serve` or `candor work` beside a studio, sharing all that it keeps.
pub struct Process {
    child: Child,
    address: SocketAddr,
}

impl Process {
    /// Dies by itself at the durable step `crash_at`; 0 for never.
    pub fn start(studio: &Studio, command: &str, jobs: bool, crash_at: u32) -> Self {
        let address = wire::nobody();
        let child = program(studio)
            .arg(command)
            .env("CANDOR_LISTEN", address.to_string())
            .env("CANDOR_JOBS_IN_SERVE", jobs.to_string())
            .env("CANDOR_CRASH_AT", crash_at.to_string())
            .spawn()
            .unwrap();
        Self { child, address }
    }

    /// A server that answers; `None` when it died before it could.
    pub async fn serve(studio: &Studio, jobs: bool, crash_at: u32) -> Option<Self> {
        let mut process = Self::start(studio, "serve", jobs, crash_at);
        let begun = Instant::now();
        while !process.answers().await {
            if process.died() {
                return None;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "no answer");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Some(process)
    }

    async fn answers(&self) -> bool {
        let url = format!("http://{}/healthz", self.address);
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let told = client.get(url).timeout(Duration::from_secs(5));
        told.send().await.is_ok_and(|told| told.status() == 200)
    }

    /// The same person, at this process.
    pub fn browser(&self, person: &Browser) -> Browser {
        Browser {
            client: person.client.clone(),
            url: format!("http://{}", self.address),
        }
    }

    pub fn died(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// SIGKILL.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program, told to use what `studio` uses.
pub fn program(studio: &Studio) -> Command {
    let config = studio.clinic.config();
    let data = config.data_dir.display();
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command
        .stdin(Stdio::null())
        .env_clear()
        .env("PATH", std::env::var("PATH").unwrap_or_default())
        .env("CANDOR_DATA_DIR", data.to_string())
        .env("CANDOR_BASE_URL", "http://candor.test")
        .env("CANDOR_MAIL_URL", format!("file://{data}/mail"))
        .env("CANDOR_WORKERS", "1")
        .env("CANDOR_DATABASE_CONNECTIONS", "4")
        .env("CANDOR_JOB_LEASE_SECONDS", LEASE)
        .env("CANDOR_LOG", "error");
    if let DatabaseConfig::Postgres { url, schema, .. } = &config.database {
        let schema = schema.as_deref().unwrap();
        let url = format!("{}?options=-csearch_path%3D{schema}", url.text());
        command.env("DATABASE_URL", url);
        for name in ["session", "link", "signing"] {
            let file = format!("{data}/secrets/{name}");
            command.env(format!("CANDOR_{}_SECRET_FILE", name.to_uppercase()), file);
        }
    }
    for (name, storage) in [
        ("STORAGE_URL", &config.storage),
        ("LEDGER_URL", &config.ledger),
    ] {
        if let StorageConfig::S3 {
            bucket,
            endpoint,
            region,
            path_style,
            prefix,
            access_key,
            secret_key,
        } = storage
        {
            let (endpoint, style) = (
                endpoint.as_deref().unwrap(),
                if *path_style { "path" } else { "host" },
            );
            command
                .env(
                    name,
                    format!(
                        "s3://{bucket}/{prefix}?endpoint={endpoint}&region={region}&style={style}"
                    ),
                )
                .env("CANDOR_STORAGE_ACCESS_KEY", access_key.text())
                .env("CANDOR_STORAGE_SECRET_KEY", secret_key.text());
        }
    }
    command
}

/// A small generator of numbers that are the same again for the same seed (splitmix64).
pub struct Dice(u64);

impl Dice {
    /// The seed of `FAULT_SEED`, or the usual one; printed, so that a failure can be played again.
    pub fn new() -> Self {
        let given = std::env::var("FAULT_SEED")
            .ok()
            .and_then(|s| s.parse().ok());
        let seed = given.unwrap_or(20_261_123);
        println!("FAULT_SEED={seed}");
        Self(seed)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }
}

/// Finishes all jobs as a restarted worker would once the leases of the dead one have run out: the clock is put
/// forward instead of waiting.
pub async fn recover(app: &App) {
    app.db.set_clock_offset(chrono::Duration::seconds(60));
    let worker = Worker::new(app.clone(), server::jobs());
    worker.drain().await.unwrap();
    let left = app.db.read(jobs::counts).await.unwrap();
    app.db.set_clock_offset(chrono::Duration::zero());
    assert_eq!(left, (0, 0), "jobs were left over (I7)");
}

/// An object that a row speaks of: where it is, and the hash of its bytes.
pub type Kept = (StorageKey, String);

/// I3, I4, I5: every row has its object with the bytes it says, the audit chain verifies, and once orphans are swept the
/// store holds nothing else. Nothing may be under way.
pub async fn assert_sound(app: &App) {
    let kept = assert_whole(app).await;
    candor::photos::sweep(app, chrono::Duration::seconds(-60))
        .await
        .unwrap();
    let begun: i64 = app
        .db
        .read(|conn| Ok(begun_objects::table.count().get_result(&mut **conn)?))
        .await
        .unwrap();
    assert_eq!(begun, 0, "begun objects are left (I4)");
    let wanted: BTreeSet<String> = kept.iter().map(|(key, _)| key.path()).collect();
    let mut there = BTreeSet::new();
    for prefix in ["originals/", "renditions/"] {
        there.extend(app.storage.list(prefix).await.unwrap());
    }
    assert_eq!(there, wanted, "orphans (I4)");
}

/// I3, I4, I5 without the orphans: what rows speak of is there, byte for byte.
pub async fn assert_whole(app: &App) -> Vec<Kept> {
    let kept = app.db.read(kept).await.unwrap();
    for (key, hash) in &kept {
        let bytes = app.storage.get(key).await;
        let found = bytes.map(|bytes| sha256(&bytes));
        assert_eq!(found.as_ref().ok(), Some(hash), "{key} (I3, I4): {found:?}");
    }
    let chain = app.db.read(audit::verify).await.unwrap();
    assert!(matches!(chain, Verdict::Whole(_)), "{chain:?} (I5)");
    kept
}

fn kept(conn: &mut candor::db::Conn) -> Result<Vec<Kept>, candor::error::Error> {
    let originals: Vec<(String, String)> = photos::table
        .select((photos::object_id, photos::sha256))
        .load(&mut **conn)?;
    let mut made: Vec<(String, String, String)> = renditions::table
        .select((
            renditions::object_id,
            renditions::format,
            renditions::sha256,
        ))
        .load(&mut **conn)?;
    let shown: Vec<(String, String, String)> = publication_renditions::table
        .inner_join(publications::table)
        .filter(publications::unpublished_at.is_null())
        .select((
            publication_renditions::object_id,
            publication_renditions::format,
            publication_renditions::sha256,
        ))
        .load(&mut **conn)?;
    made.extend(shown);
    let id = |text: &str| ObjectId::parse(text).unwrap();
    let originals = originals
        .iter()
        .map(|(object, hash)| (StorageKey::Original(id(object)), hash.clone()));
    let made = made.iter().map(|(object, format, hash)| {
        let format = ImageFormat::parse(format).unwrap();
        (StorageKey::Rendition(id(object), format), hash.clone())
    });
    Ok(originals.chain(made).collect())
}

/// How many publications are open.
pub async fn open_publications(app: &App) -> i64 {
    app.db
        .read(|conn| {
            Ok(publications::table
                .filter(publications::unpublished_at.is_null())
                .count()
                .get_result(&mut **conn)?)
        })
        .await
        .unwrap()
}
