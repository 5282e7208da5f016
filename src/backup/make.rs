//! Makes a backup while the clinic goes on working.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDateTime;

use super::manifest::{self, FORMAT, Manifest, TableFile};
use super::objects::{self, Whole};
use super::tables;
use crate::app::App;
use crate::archive::{Entry, Writer};
use crate::audit::{self, Verdict};
use crate::db::{self, Conn};
use crate::error::Error;
use crate::storage::StorageKey;

/// What a backup holds, for the person who made it.
pub struct Made {
    pub taken_at: NaiveDateTime,
    pub rows: u64,
    pub objects: usize,
    pub bytes: u64,
    pub gone_meanwhile: usize,
    /// Objects that the store has lost: the backup is as whole as the installation was.
    pub missing: Vec<String>,
    pub audit_whole: bool,
}

/// Writes everything into a new folder, or into a new `.zip` file.
///
/// # Errors
/// When database, store, ledger or disk don't answer: then there is no finished backup.
pub async fn backup(app: &App, to: &Path) -> Result<Made, Error> {
    let archive = Writer::create(to)?;
    let db = app.db.clone();
    let (mut archive, taken) = tokio::task::spawn_blocking(move || picture(&db, archive))
        .await
        .map_err(|e| Error::internal(format!("backup: {e}")))??;
    let copied = objects::copy_out(app, taken.wanted, &mut archive).await?;
    // After the tables: an event that they don't know yet is replayed.
    let ledger = ledger(app, &mut archive).await?;
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        taken_at: taken.at,
        migrations: taken.migrations,
        keys: manifest::keys(&app.config),
        audit_events: taken.audit_events,
        audit_whole: taken.audit_whole,
        tables: taken.tables,
        objects: copied.entries,
        gone_meanwhile: copied.gone,
        missing: copied.missing,
        ledger,
    };
    manifest.write(&mut archive)?;
    archive.finish()?;
    Ok(Made {
        taken_at: manifest.taken_at,
        rows: manifest.tables.iter().map(|table| table.rows).sum(),
        objects: manifest.objects.len(),
        bytes: manifest.entries().map(|entry| entry.bytes).sum(),
        gone_meanwhile: manifest.gone_meanwhile.len(),
        missing: manifest.missing,
        audit_whole: manifest.audit_whole,
    })
}

/// The tables at one moment.
struct Taken {
    at: NaiveDateTime,
    migrations: Vec<String>,
    audit_events: i64,
    audit_whole: bool,
    tables: Vec<TableFile>,
    wanted: BTreeMap<String, Whole>,
}

fn picture(db: &db::Db, mut archive: Writer) -> Result<(Writer, Taken), Error> {
    let taken = db.snapshot(|conn| take(conn, &mut archive))?;
    Ok((archive, taken))
}

fn take(conn: &mut Conn, archive: &mut Writer) -> Result<Taken, Error> {
    // The first read opens the picture.
    let migrations = db::applied_migrations(conn)?;
    let at = conn.now()?;
    let (audit_events, audit_whole) = match audit::verify(conn)? {
        Verdict::Whole(events) => (events, true),
        Verdict::BrokenAt(seq) => (seq - 1, false),
    };
    let (tables, named) = tables::dump(conn, archive)?;
    Ok(Taken {
        at,
        migrations,
        audit_events,
        audit_whole,
        tables,
        wanted: named.all(),
    })
}

/// The withdrawals, and the anchors of the audit chain that lie beside them.
async fn ledger(app: &App, archive: &mut Writer) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    for folder in ["events/", "anchors/"] {
        for path in app.ledger.list(folder).await? {
            if let Some(key) = StorageKey::from_path(&path) {
                let event = app.ledger.get(&key).await?;
                entries.push(archive.add(&format!("ledger/{path}"), &event)?);
            }
        }
    }
    Ok(entries)
}
