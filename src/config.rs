//! The configuration: the only code that reads the environment, one struct per area.
//!
//! A wrong value, or a `CANDOR_…` name that does not exist, refuses to start and is named. Any value `X` may be given
//! as `X_FILE`, the path of a file that holds it (secrets of containers).

use std::path::PathBuf;

use given::Given;

mod database;
mod given;
mod jobs;
mod keys;
mod log;
mod mail;
mod purge;
mod secrets;
mod storage;
mod web;

pub use database::DatabaseConfig;
pub use given::ConfigError;
pub use jobs::JobsConfig;
pub use keys::Secrets;
pub use log::LogConfig;
pub use mail::{MailConfig, MailTls};
pub use purge::PurgeConfig;
pub use secrets::{KeyRing, Secret};
pub use storage::StorageConfig;
pub use web::WebConfig;

/// Everything the program was told, checked.
#[derive(Debug, Clone)]
pub struct Config {
    pub web: WebConfig,
    pub database: DatabaseConfig,
    pub storage: StorageConfig,
    /// Where the withdrawal ledger lives: outside the database and outside what is restored with it.
    pub ledger: StorageConfig,
    pub mail: MailConfig,
    /// A cache in front of the site that is told what came down.
    pub purge: Option<PurgeConfig>,
    pub secrets: Secrets,
    pub jobs: JobsConfig,
    pub log: LogConfig,
    /// At which durable step to die (debug builds only: for tests); 0 for never.
    pub crash_at: u32,
    /// The folder of the embedded defaults: database, media, ledger, mail and secrets.
    pub data_dir: PathBuf,
}

impl Config {
    /// Reads the environment of the process.
    ///
    /// # Errors
    /// The first setting that is unknown, unreadable or wrong, by name.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_vars(std::env::vars())
    }

    /// Reads the settings given as pairs.
    ///
    /// # Errors
    /// As [`Config::from_env`].
    pub fn from_vars(
        vars: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let given = Given::collect(vars)?;
        let data_dir = PathBuf::from(given.get("CANDOR_DATA_DIR").unwrap_or("data"));
        let database = database::database(&given, &data_dir)?;
        let storage = storage::storage(&given, "STORAGE_URL", &data_dir.join("media"))?;
        let ledger = storage::ledger(&given, &storage, &data_dir)?;
        let embedded = matches!(database, DatabaseConfig::Sqlite { .. });
        let web = web::web(&given)?;
        Ok(Self {
            purge: purge::purge(&given, &web.base_url)?,
            web,
            database,
            storage,
            ledger,
            mail: mail::mail(&given)?,
            secrets: keys::secrets(&given, &data_dir, embedded)?,
            jobs: jobs::jobs(&given)?,
            log: log::log(&given)?,
            crash_at: given.parse("CANDOR_CRASH_AT", 0, "a number of steps")?,
            data_dir,
        })
    }
}
