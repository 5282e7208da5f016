//! Restores a backup into an empty installation: nothing is changed before every byte was verified.

use std::path::Path;

use diesel::prelude::*;
use serde_json::json;

use super::manifest::{self, Manifest, key};
use super::{objects, replay, tables};
use crate::app::App;
use crate::archive::Reader;
use crate::audit::{self, Doer};
use crate::db::portable::{self, Table};
use crate::db::schema::{
    audit_events, client_codes, clients, jobs, restores, sessions, user_links, users,
};
use crate::db::{self, Conn, Id};
use crate::error::Error;
use crate::storage::StorageKey;

/// What the owner insists on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The ledger is lost: withdrawals made after the backup can't be known, so nothing is public afterwards.
    pub ledger_lost: bool,
    /// The keys of the old installation are lost: links that are printed or mailed again will be new ones.
    pub new_keys: bool,
}

/// Restores and replays. `repeatable` are the kinds of jobs that may simply run again; the others are parked.
///
/// # Errors
/// Says by name what is missing, damaged or in the way; before the first change, or with a restore that can be begun
/// again.
pub async fn restore(
    app: &App,
    from: &Path,
    options: Options,
    repeatable: &[&'static str],
) -> Result<replay::Finished, Error> {
    let mut archive = Reader::open(from)?;
    let (manifest, hash) = Manifest::read(&mut archive)?;
    for entry in manifest.entries() {
        archive.check(entry)?;
    }
    check_keys(app, &manifest, options)?;
    check_ledger(app, &manifest, options).await?;
    if !app.db.snapshot(is_empty)? {
        return Err(Error::internal(
            "this installation is not empty: restore into a new database",
        ));
    }
    db::migrate_to(&app.db, &manifest.migrations)?;
    objects::copy_in(
        app,
        &app.storage,
        "objects/",
        &manifest.objects,
        &mut archive,
    )
    .await?;
    objects::copy_in(app, &app.ledger, "ledger/", &manifest.ledger, &mut archive).await?;
    app.db.write_blocking(|conn| {
        tables::load(conn, &manifest, &mut archive)?;
        settle(conn, repeatable)?;
        note(conn, &manifest, &hash, options)
    })?;
    replay::finish(app).await
}

fn check_keys(app: &App, manifest: &Manifest, options: Options) -> Result<(), Error> {
    if options.new_keys || manifest.keys == manifest::keys(&app.config) {
        return Ok(());
    }
    Err(Error::internal(
        "the keys are not those of the backup: bring data/secrets of the old installation here (or CANDOR_LINK_SECRET \
         and CANDOR_SIGNING_SECRET), or say --new-keys: links that are printed or mailed again will then be new ones",
    ))
}

/// The ledger must be the one that the installation wrote to: it knows at least what the backup knows.
async fn check_ledger(app: &App, manifest: &Manifest, options: Options) -> Result<(), Error> {
    if options.ledger_lost {
        return Ok(());
    }
    let mut lacking = 0;
    for entry in &manifest.ledger {
        if let Some(key @ StorageKey::LedgerEvent(_)) = key("ledger/", entry)
            && !app.ledger.exists(&key).await?
        {
            lacking += 1;
        }
    }
    if lacking == 0 {
        return Ok(());
    }
    Err(Error::internal(format!(
        "{} lacks {lacking} withdrawals that the backup knows: it is not the ledger of this installation. Set LEDGER_URL \
         to it. If it is lost, say --ledger-lost: withdrawals made after the backup are then unknown, and nothing is \
         public until a moderator publishes it again",
        app.ledger
    )))
}

/// Whether nobody has worked here yet. Tables may be missing altogether.
fn is_empty(conn: &mut Conn) -> Result<bool, Error> {
    let there = portable::tables(conn)?;
    let has = |name: &str| there.iter().any(|table: &Table| table.name == name);
    let mut rows: i64 = 0;
    if has("audit_events") {
        rows += audit_events::table.count().get_result::<i64>(&mut **conn)?;
    }
    if has("users") {
        rows += users::table.count().get_result::<i64>(&mut **conn)?;
    }
    if has("clients") {
        rows += clients::table.count().get_result::<i64>(&mut **conn)?;
    }
    if has("jobs") {
        rows += jobs::table.count().get_result::<i64>(&mut **conn)?;
    }
    Ok(rows == 0)
}

/// What must not go on as if no time had passed: nobody is signed in, one-time codes and password links are void, leases
/// are free, and what would mail people a second time waits for a person.
fn settle(conn: &mut Conn, repeatable: &[&'static str]) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::delete(sessions::table).execute(&mut **conn)?;
    diesel::delete(client_codes::table).execute(&mut **conn)?;
    diesel::update(user_links::table.filter(user_links::purpose.ne("invitation")))
        .set(user_links::used_at.eq(Some(now)))
        .execute(&mut **conn)?;
    diesel::update(jobs::table)
        .set((
            jobs::leased_by.eq(None::<String>),
            jobs::leased_until.eq(None::<chrono::NaiveDateTime>),
        ))
        .execute(&mut **conn)?;
    diesel::update(
        jobs::table
            .filter(jobs::parked_at.is_null())
            .filter(jobs::name.ne_all(repeatable)),
    )
    .set((
        jobs::parked_at.eq(Some(now)),
        jobs::last_error.eq(Some(
            "restored from a backup: it may have been done already",
        )),
    ))
    .execute(&mut **conn)?;
    Ok(())
}

/// From here until the replay has ended, nothing is served.
fn note(conn: &mut Conn, manifest: &Manifest, hash: &str, options: Options) -> Result<(), Error> {
    let now = conn.now()?;
    let id = Id::<()>::new();
    diesel::insert_into(restores::table)
        .values((
            restores::id.eq(id.as_str()),
            restores::taken_at.eq(manifest.taken_at),
            restores::manifest_sha256.eq(hash),
            restores::restored_at.eq(now),
        ))
        .execute(&mut **conn)?;
    let unpublished = if options.ledger_lost {
        replay::unpublish_all(conn)?
    } else {
        0
    };
    let detail = json!({
        "taken_at": manifest.taken_at,
        "manifest": hash,
        "ledger_lost": options.ledger_lost,
        "unpublished": unpublished,
    });
    audit::record(
        conn,
        &Doer::System,
        "backup.restore",
        &format!("restore:{id}"),
        &detail,
    )
}
