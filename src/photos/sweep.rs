//! What a crash or a lost race left behind: objects that never came into use, files that never arrived whole.

use std::time::{Duration as Wait, SystemTime};

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use crate::app::App;
use crate::db::schema::begun_objects;
use crate::error::Error;
use crate::storage::{ObjectId, StorageKey};

const PAUSE: Wait = Wait::from_secs(10 * 60);
/// Longer than any upload or job works with an object it began.
const OBJECT_AGE: Duration = Duration::hours(1);
const UPLOAD_AGE: Wait = Wait::from_secs(24 * 60 * 60);

/// Sweeps now and every ten minutes, for as long as the program runs.
pub async fn keep_swept(app: App) {
    loop {
        sweep_uploads(&app).await;
        match sweep(&app, OBJECT_AGE).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "orphans swept"),
            Err(error) => tracing::warn!(%error, "orphans can't be swept now"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Deletes objects that were begun but never came into use. Says how many.
///
/// # Errors
/// When store or database don't answer; what is left is swept next time.
pub async fn sweep(app: &App, older_than: Duration) -> Result<usize, Error> {
    let stale: Vec<(String, String)> = app
        .db
        .read(move |conn| {
            let now = conn.now()?;
            Ok(begun_objects::table
                .filter(begun_objects::begun_at.lt(now - older_than))
                .select((begun_objects::object_id, begun_objects::kind))
                .limit(1000)
                .load(&mut **conn)?)
        })
        .await?;
    let mut count = 0;
    for (object, kind) in stale {
        let Some(id) = ObjectId::parse(&object) else {
            continue;
        };
        let key = match (StorageKey::made(id.clone(), &kind), kind.as_str()) {
            (Some(made), _) => made,
            (None, "logo") => StorageKey::Logo(id),
            (None, "scan") => StorageKey::Scan(id),
            (None, _) => StorageKey::Original(id),
        };
        // Marked before it is deleted: whoever still works with the object can't bring it into use any more.
        let marked = object.clone();
        let ours = app
            .db
            .write(move |conn| {
                let now = conn.now()?;
                let row = begun_objects::table.find(&marked);
                let again: Option<Option<NaiveDateTime>> = row
                    .select(begun_objects::swept_at)
                    .first(&mut **conn)
                    .optional()?;
                match again {
                    Some(Some(_)) => Ok(1),
                    _ => Ok(diesel::update(row)
                        .set(begun_objects::swept_at.eq(Some(now)))
                        .execute(&mut **conn)?),
                }
            })
            .await?;
        // It came into use a moment ago.
        if ours == 0 {
            continue;
        }
        app.storage.delete(&key).await?;
        // The row stays as long again: a writer that was slow may write the object yet, a sweep may be killed.
        count += app
            .db
            .write(move |conn| {
                let now = conn.now()?;
                let row = begun_objects::table
                    .find(&object)
                    .filter(begun_objects::swept_at.lt(now - older_than));
                Ok(diesel::delete(row).execute(&mut **conn)?)
            })
            .await?;
    }
    Ok(count)
}

/// Files of uploads that a killed process left in its own folder.
async fn sweep_uploads(app: &App) {
    let folder = app.config.data_dir.join("uploads");
    let swept = tokio::task::spawn_blocking(move || {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let age = SystemTime::now().duration_since(entry.metadata()?.modified()?);
            if age.is_ok_and(|age| age > UPLOAD_AGE) {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok::<_, std::io::Error>(())
    });
    match swept.await {
        Ok(Err(error)) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(%error, "old uploads can't be swept now");
        }
        _ => {}
    }
}
