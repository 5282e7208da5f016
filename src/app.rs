//! The application: everything a handler, a job or a command needs, built once from the configuration.

use std::sync::Arc;

use crate::attention::Attention;
use crate::config::Config;
use crate::crowd::Crowd;
use crate::db::Db;
use crate::error::Error;
use crate::mail::Mailer;
use crate::storage::Storage;
use crate::web::pages::Pages;

/// Cheap to clone; shared by all threads.
#[derive(Clone)]
pub struct App {
    pub config: Arc<Config>,
    pub db: Db,
    /// Originals and renditions.
    pub storage: Storage,
    /// Withdrawals, outside what is restored with the database.
    pub ledger: Storage,
    pub mailer: Mailer,
    pub pages: Arc<Pages>,
    /// Memory that photo work may use together, one permit a MiB.
    pub photo_memory: Arc<tokio::sync::Semaphore>,
    /// Turns at the bytes of files that arrive: all cores but one, which stays with the visitors.
    pub arriving: Arc<tokio::sync::Semaphore>,
    /// Those who want a password hashed: each takes 46 MiB and tens of milliseconds.
    pub hashing: Crowd,
    /// What people look at right now.
    pub attention: Attention,
}

impl App {
    /// Opens the database and the stores and reads the templates.
    ///
    /// # Errors
    /// Names what could not be opened.
    pub fn build(config: Config) -> Result<Self, Error> {
        let megabytes = (config.jobs.photo_memory >> 20).clamp(1, 1 << 20) as usize;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            db: Db::open(&config.database)?,
            storage: Storage::connect(&config.storage)?,
            ledger: Storage::connect(&config.ledger)?,
            mailer: Mailer::connect(&config.mail)?,
            pages: Arc::new(Pages::load()?),
            photo_memory: Arc::new(tokio::sync::Semaphore::new(megabytes)),
            arriving: Arc::new(tokio::sync::Semaphore::new(cores.saturating_sub(1).max(1))),
            hashing: Crowd::new(2, 32),
            attention: Attention::default(),
            config: Arc::new(config),
        })
    }
}
