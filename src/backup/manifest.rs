//! What a backup says of itself: written last, so that a backup without one was not finished.

use std::io::Read;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::archive::{Entry, Reader, Writer, damaged};
use crate::config::Config;
use crate::db::portable::Table;
use crate::error::Error;
use crate::hash::{hex, sha256};
use crate::storage::StorageKey;

/// Grows when an older program could not read what a newer one writes.
pub const FORMAT: u32 = 1;
const FILE: &str = "manifest.json";
const HASH: &str = "manifest.sha256";

#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// The moment that the tables show, by the database's clock, in UTC.
    pub taken_at: NaiveDateTime,
    /// The schema: its migrations, oldest first.
    pub migrations: Vec<String>,
    /// Tells whether the keys are the same, without telling them.
    pub keys: String,
    /// How many events the audit chain had, and whether it verified.
    pub audit_events: i64,
    pub audit_whole: bool,
    pub tables: Vec<TableFile>,
    /// Originals and renditions that the rows name.
    pub objects: Vec<Entry>,
    /// Objects that went while the backup was made, because something was withdrawn or edited.
    pub gone_meanwhile: Vec<String>,
    /// Objects that the store should have had and did not have, or had with other bytes.
    pub missing: Vec<String>,
    /// The ledger of withdrawals as far as it was then.
    pub ledger: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct TableFile {
    #[serde(flatten)]
    pub table: Table,
    pub rows: u64,
    #[serde(flatten)]
    pub entry: Entry,
}

impl Manifest {
    /// Writes the manifest and its own hash.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn write(&self, archive: &mut Writer) -> Result<(), Error> {
        let json = serde_json::to_vec_pretty(self)?;
        archive.add(HASH, sha256(&json).as_bytes())?;
        archive.add(FILE, &json)?;
        Ok(())
    }

    /// Reads it, with the SHA-256 that stands for the whole backup.
    ///
    /// # Errors
    /// Says what is missing, damaged, or newer than this program.
    pub fn read(archive: &mut Reader) -> Result<(Self, String), Error> {
        let mut json = Vec::new();
        let mut hash = String::new();
        let read = archive.file(FILE)?.read_to_end(&mut json);
        let read = read.and(archive.file(HASH)?.read_to_string(&mut hash));
        if read.is_err() || sha256(&json) != hash.trim() {
            return Err(damaged(FILE));
        }
        #[derive(Deserialize)]
        struct Version {
            format: u32,
            program: String,
        }
        let version: Version = serde_json::from_slice(&json)?;
        if version.format > FORMAT {
            return Err(Error::internal(format!(
                "the backup was made by candor {}, which is newer: restore it with that version",
                version.program
            )));
        }
        let manifest: Self = serde_json::from_slice(&json)?;
        manifest.check_names()?;
        Ok((manifest, hash.trim().to_owned()))
    }

    /// Every name is one that we would have written, so that none leads out of the backup (S27).
    fn check_names(&self) -> Result<(), Error> {
        let table = |t: &TableFile| {
            let plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_';
            let names = t.table.columns.iter().map(|column| &column.name);
            t.entry.file == format!("tables/{}.jsonl", t.table.name)
                && names
                    .chain([&t.table.name])
                    .all(|name| name.bytes().all(plain))
        };
        let strange = |prefix: &str, entry: &&Entry| key(prefix, entry).is_none();
        let stray = self.objects.iter().find(|e| strange("objects/", e));
        let stray = stray.or_else(|| self.ledger.iter().find(|e| strange("ledger/", e)));
        if let Some(entry) = stray {
            return Err(damaged(&entry.file));
        }
        match self.tables.iter().find(|t| !table(t)) {
            Some(stray) => Err(damaged(&stray.entry.file)),
            None => Ok(()),
        }
    }

    /// All files but the manifest itself.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let tables = self.tables.iter().map(|table| &table.entry);
        tables.chain(&self.objects).chain(&self.ledger)
    }
}

/// The key of the object that a file of the archive holds.
pub fn key(prefix: &str, entry: &Entry) -> Option<StorageKey> {
    StorageKey::from_path(entry.file.strip_prefix(prefix)?)
}

/// Stands for the keys that links and receipts were made with.
pub fn keys(config: &Config) -> String {
    let link = config.secrets.link.sign(b"candor backup: link");
    let receipt = sha256(
        &[
            b"candor backup: receipt".as_slice(),
            config.secrets.signing.bytes(),
        ]
        .concat(),
    );
    sha256(format!("{}{receipt}", hex(&link)).as_bytes())
}
