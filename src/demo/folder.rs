//! The data folder of the demo: which one it may use, and how it is emptied.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::config::{Config, DatabaseConfig, StorageConfig};
use crate::error::Error;

/// Says that the demo made the folder: without it nothing is deleted.
const MARK: &str = "made-by-candor-demo";
/// All that Candor keeps in a data folder, but for the secrets: they are read before the folder is looked at.
const KEPT: [&str; 7] = [
    "candor.sqlite3",
    "candor.sqlite3-wal",
    "candor.sqlite3-shm",
    "media",
    "ledger",
    "mail",
    "uploads",
];

/// A folder that the demo made, claimed by this process until it ends.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    _mark: File,
}

impl Folder {
    /// Claims the data folder.
    ///
    /// # Errors
    /// When the settings name another database or store than the embedded ones, when the site would listen to other
    /// machines, when the folder holds an installation that the demo did not make, or when a demo runs in it now.
    pub fn claim(config: &Config) -> Result<Self, Error> {
        check_settings(config)?;
        let path = config.data_dir.clone();
        let mark = path.join(MARK);
        if !mark.exists() && KEPT.iter().any(|name| path.join(name).exists()) {
            return Err(Error::internal(format!(
                "the folder {} holds an installation that the demo did not make, and is left as it is; name another \
                 folder with CANDOR_DATA_DIR",
                path.display()
            )));
        }
        let told = |e: std::io::Error| Error::internal(format!("{}: {e}", mark.display()));
        fs::create_dir_all(&path).map_err(told)?;
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&mark)
            .map_err(told)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::internal(format!(
                    "a demo is running from the folder {}; end it first, or name another folder with CANDOR_DATA_DIR",
                    path.display()
                )));
            }
            Err(TryLockError::Error(e)) => return Err(told(e)),
        }
        if file.metadata().map_err(told)?.len() == 0 {
            file.write_all(b"This folder was made by `candor demo`, and `candor demo --reset` deletes what is in it.\n")
                .and_then(|()| file.sync_all())
                .map_err(told)?;
        }
        Ok(Self { path, _mark: file })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether something was begun here before.
    pub fn holds_database(&self) -> bool {
        self.path.join(KEPT[0]).exists()
    }

    /// Deletes what the demo made; the marker stays, and so does whatever else lies in the folder.
    ///
    /// # Errors
    /// When a file can't be deleted.
    pub fn empty(&self) -> Result<(), Error> {
        for name in KEPT {
            let path = self.path.join(name);
            let gone = if path.is_dir() {
                fs::remove_dir_all(&path)
            } else if path.exists() {
                fs::remove_file(&path)
            } else {
                Ok(())
            };
            gone.map_err(|e| Error::internal(format!("{}: {e}", path.display())))?;
        }
        Ok(())
    }
}

fn check_settings(config: &Config) -> Result<(), Error> {
    let own = |path: &Path| path.starts_with(&config.data_dir);
    let folder =
        |store: &StorageConfig| matches!(store, StorageConfig::Folder { path } if own(path));
    let embedded = matches!(&config.database, DatabaseConfig::Sqlite { path, .. } if own(path))
        && folder(&config.storage)
        && folder(&config.ledger);
    if !embedded {
        return Err(Error::internal(
            "the demo keeps everything in its own folder; unset DATABASE_URL, STORAGE_URL and LEDGER_URL",
        ));
    }
    if !config.web.listen.ip().is_loopback() {
        return Err(Error::internal(
            "everyone knows the demo's passwords, so it is for this machine only; let CANDOR_LISTEN be 127.0.0.1 and a port",
        ));
    }
    Ok(())
}
